"""Bodies: checked, and turned into bytes as their media type wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .json import is_object, json_text, plain
from .media import essence, is_json
from .missing import is_given, present
from .operation import Body
from .plan import schema
from .styles import form_pairs
from .violation import Violation, required

if TYPE_CHECKING:
    from .schema import Schema

_FORM = "application/x-www-form-urlencoded"


def body_bytes(
    body: Body, value: object, violations: list[Violation], *, validate: bool
) -> bytes | None:
    """Return *value* as bytes, None for no body; add what is wrong to *violations*."""
    if body.spread:
        value = present(value) if is_object(value) else {}
        if not value and not body.required:
            return None
    elif not is_given(value):
        if body.required and validate:
            violations.append(required("body", "body"))
        return None
    try:
        if body.model and not isinstance(value, bytes):
            known = schema(body.model)
            value = _modelled(known, value, body.spread, violations, validate)
        return encoded(body.media_type, value)
    except ValueError as error:
        violations.append(Violation("body", "body", "type", str(error), value))
        return None


def encoded(media_type: str, value: object) -> bytes:
    """Return *value* as *media_type* has it; raise `ValueError` where it can't be."""
    if is_json(media_type):
        return json_text(value).encode()
    if essence(media_type) == _FORM and is_object(value):
        return "&".join(form_pairs(value)).encode()
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, bytes | bytearray):
        return bytes(value)
    raise ValueError(f"a body of {media_type} must be text or bytes")


def _modelled(
    schema: Schema,
    value: object,
    spread: bool,
    violations: list[Violation],
    validate: bool,
) -> object:
    """Return *value* as *schema* has it: in the order of its fields, and checked."""
    if not validate:
        return plain(schema.ordered(value))
    checked, problems = schema.checked(value)
    for problem in problems:
        first = str(problem.path[0]) if spread and problem.path else "body"
        violations.append(problem.violation(schema.arguments.get(first, first)))
    return "" if problems else checked
