"""Bodies: checked, and written as their media type wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .failures import RequestValidationError
from .json import is_object, json_text, plain
from .media import charset, essence, is_json
from .missing import MISSING, is_given, present
from .operation import Body, Choice, Operation
from .plan import schema
from .request import Content
from .styles import form_pairs
from .violation import Violation, required

if TYPE_CHECKING:
    from .schema import Schema

_FORM = "application/x-www-form-urlencoded"


def body_content(
    operation: Operation[object],
    value: object,
    violations: list[Violation],
    *,
    validate: bool,
) -> tuple[str, Content] | None:
    """Return the media type and the content that *value* makes, None for no body.

    What is wrong with it is added to *violations*.
    """
    body = operation.body
    if body is None:
        return None
    if isinstance(value, Choice):
        body, value = _chosen(body, operation.bodies, value)
    elif body.spread:
        value = _fields(body, value)
    if not is_given(value):
        if body.required and validate:
            violations.append(required("body", "body"))
        return None
    try:
        if body.model and (is_json(body.media_type) or not isinstance(value, bytes)):
            known = schema(body.model)
            value = _modelled(known, value, body, violations, validate)
        return encoded(body, value) if is_given(value) else None
    except RequestValidationError as error:  # of an item of a series
        violations += error.violations
        return None
    except (ValueError, LookupError, OSError) as error:
        violations.append(Violation("body", "body", "type", str(error), value))
        return None


def encoded(body: Body, value: object) -> tuple[str, Content]:
    """Return *value* as *body* has it; raise `ValueError` where it can't be."""
    media_type = body.media_type
    if body.encode:
        return body.encode(body, value)
    if is_json(media_type):
        return media_type, json_text(value).encode()
    if essence(media_type) == _FORM and is_object(value):
        return media_type, "&".join(form_pairs(value)).encode()
    if isinstance(value, str):
        return media_type, value.encode(charset(media_type))
    if isinstance(value, bytes | bytearray):
        return media_type, bytes(value)
    raise ValueError(f"a body of {media_type} must be text or bytes")


def _chosen(
    default: Body, others: tuple[Body, ...], choice: Choice
) -> tuple[Body, object]:
    """Return the body that the caller chose, and its value: whole, or by its fields."""
    found = (body for body in others if body.media_type == choice.media_type)
    body = next(found, default)
    if is_given(choice.whole) or not body.spread:
        return body, choice.whole
    return body, _fields(body, choice.fields)


def _fields(body: Body, value: object) -> object:
    """Return those fields in *value* that are given; without any, what is not given."""
    fields = present(value) if is_object(value) else {}
    return fields if fields or body.required else MISSING


def _modelled(
    schema: Schema,
    value: object,
    body: Body,
    violations: list[Violation],
    validate: bool,
) -> object:
    """Return *value* as *schema* has it: in the order of its fields, and checked.

    Return nothing that is given for one that breaks rules.
    """
    if not validate:
        ordered = schema.ordered(value)
        return ordered if body.encode else plain(ordered)
    checked, problems = schema.checked(value, "python" if body.encode else "json")
    for problem in problems:
        first = str(problem.path[0]) if body.spread and problem.path else "body"
        violations.append(problem.violation(schema.arguments.get(first, first)))
    return MISSING if problems else checked
