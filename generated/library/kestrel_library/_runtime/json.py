"""JSON: the type of any JSON value, and the one way that it is written."""

from __future__ import annotations

from collections.abc import Hashable
from json import JSONEncoder
from typing import TYPE_CHECKING, TypeGuard

__all__ = [
    "Digits",
    "JsonValue",
    "identity",
    "is_list",
    "is_object",
    "json_text",
    "plain",
    "wire_text",
]

if TYPE_CHECKING:
    from pydantic import JsonValue
else:
    JsonValue = object


def is_object(value: object) -> TypeGuard[dict[str, object]]:
    """Return whether *value* is a JSON object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    """Return whether *value* is a JSON array; a tuple counts too."""
    return isinstance(value, list | tuple)


class Digits(float):
    """A number of a response with the digits that it was written with."""

    text = ""

    @classmethod
    def of(cls, text: str) -> Digits:
        """Return the number that *text* writes."""
        made = cls(text)
        made.text = text
        return made


def identity(value: object) -> Hashable:
    """Return what is equal for the same JSON values: 1 and 1.0, but not 1 and true."""
    if isinstance(value, bool):
        return ("boolean", value)
    if is_object(value):
        members = value.items()
        return ("object", frozenset((key, identity(item)) for key, item in members))
    if is_list(value):
        return ("array", tuple(map(identity, value)))
    return value if isinstance(value, str | int | float) else str(value)


def plain(value: object) -> object:
    """Return what JSON makes of *value*, such as a date or a model."""
    # Imported here so that start-up stays fast: only odd values come this way.
    from pydantic_core import to_jsonable_python

    return to_jsonable_python(value)


_ENCODER = JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=plain
)


def json_text(value: object) -> str:
    """Return *value* as compact JSON; raise `ValueError` where there is none for it."""
    return _ENCODER.encode(value)


def wire_text(value: object) -> str:
    """Return *value* as it stands outside JSON: text as it is, all else as in JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, int | float):
        return json_text(value)
    if is_list(value) or is_object(value):
        return json_text(value)
    return wire_text(plain(value))
