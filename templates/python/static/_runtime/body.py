"""Bodies: checked, and turned into bytes as their media type wants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from .json import is_object, json_text
from .media import essence, is_json
from .missing import present
from .operation import Body
from .styles import form_pairs
from .types import ModelFactory
from .violation import Violation, required

_FORM = "application/x-www-form-urlencoded"


def body_bytes(
    body: Body, value: object, violations: list[Violation], *, validate: bool
) -> bytes | None:
    """Return *value* as bytes, None for no body; add what is wrong to *violations*."""
    if body.spread:
        value = present(cast("Mapping[str, object]", value))
        if not value and not body.required:
            return None
    elif not present({"body": value}):
        if body.required and validate:
            violations.append(required("body", "body"))
        return None
    try:
        if body.model and not isinstance(value, bytes):
            value = _modelled(body.model, value, body.spread, violations, validate)
        return encoded(body.media_type, value)
    except ValueError as error:
        violations.append(Violation("body", "body", "type", str(error), value))
        return None


def encoded(media_type: str, value: object) -> bytes:
    """Return *value* as *media_type* has it; raise `ValueError` where it can't be.

    In a form, arrays repeat their name, null is left out and objects are JSON.
    """
    if is_json(media_type):
        return json_text(value).encode()
    if essence(media_type) == _FORM and is_object(value):
        members = value.items()
        return "&".join([p for k, v in members for p in form_pairs(k, v)]).encode()
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, bytes | bytearray):
        return bytes(value)
    raise ValueError(f"a body of {media_type} must be text or bytes")


def _modelled(
    model: ModelFactory,
    value: object,
    spread: bool,
    violations: list[Violation],
    validate: bool,
) -> object:
    """Return *value* as *model* has it: in the order of its fields, and checked."""
    # Imported here so that start-up stays fast: it loads pydantic.
    from .schema import Invalid, as_violation, schema

    known = schema(model)
    if not validate:
        return known.ordered(value)
    try:
        return known.checked(value)
    except Invalid as invalid:
        for problem in invalid.problems:
            first = str(problem.path[0]) if spread else "body"
            argument = known.arguments.get(first, first)
            violations.append(as_violation(problem, argument, problem.path))
        return {}
