"""The schema keywords of OpenAPI 3.0, and what may stand below each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from specpress.lift.httpdoc.subschemas import MANY, NAMED, ONE
from specpress.tree import Node

Check = Callable[[Node], bool]

TYPES: Final = ("string", "number", "integer", "boolean", "array", "object")


def expected(keyword: str, value: Node) -> str | None:
    """Return what should stand below *keyword* when it is not *value*, else None."""
    wanted, check = KEYWORDS[keyword]
    return None if check(value) else wanted


def is_known(keyword: str) -> bool:
    """Return whether the dialect has *keyword*."""
    return keyword in KEYWORDS or keyword.startswith("x-")


def _text(value: Node) -> bool:
    return value.text is not None


def _flag(value: Node) -> bool:
    return isinstance(value.value, bool)


def _number(value: Node) -> bool:
    return isinstance(value.value, int | float) and not _flag(value)


def _positive(value: Node) -> bool:
    return _number(value) and isinstance(value.value, int | float) and value.value > 0


def _count(value: Node) -> bool:
    return isinstance(value.value, int) and not _flag(value) and value.value >= 0


def _names(value: Node) -> bool:
    return _list(value) and all(_text(item) for item in value.list)


def _values(value: Node) -> bool:
    return _list(value) and len(value.list) > 0


def _list(value: Node) -> bool:
    return isinstance(value.value, list)


def _object(value: Node) -> bool:
    return value.is_object


def _discriminator(value: Node) -> bool:
    return value.get_text("propertyName") is not None


def _link(value: Node) -> bool:
    return value.get_text("url") is not None


def _any(_: Node) -> bool:
    return True


def _type(value: Node) -> bool:
    return value.text in TYPES


_COUNT: Final = ("a count", _count)
_FLAG: Final = ("true or false", _flag)
_TEXT: Final = ("a text", _text)
_NUMBER: Final = ("a number", _number)
_ANY: Final = ("", _any)

KEYWORDS: Final[Mapping[str, tuple[str, Check]]] = {
    **dict.fromkeys(ONE, _ANY),
    **dict.fromkeys(MANY, ("a list of schemas", _list)),
    **dict.fromkeys(NAMED, ("an object of schemas", _object)),
    **dict.fromkeys(("title", "pattern", "description", "format"), _TEXT),
    **dict.fromkeys(("maximum", "minimum"), _NUMBER),
    **dict.fromkeys(("maxLength", "minLength", "maxItems", "minItems"), _COUNT),
    **dict.fromkeys(("maxProperties", "minProperties"), _COUNT),
    **dict.fromkeys(("exclusiveMaximum", "exclusiveMinimum", "uniqueItems"), _FLAG),
    **dict.fromkeys(("nullable", "readOnly", "writeOnly", "deprecated"), _FLAG),
    **dict.fromkeys(("default", "example"), _ANY),
    "multipleOf": ("a number above zero", _positive),
    "required": ("a list of names", _names),
    "enum": ("a list of values", _values),
    "type": (f"one of {', '.join(TYPES)}", _type),
    "discriminator": ("an object with propertyName", _discriminator),
    "externalDocs": ("an object with url", _link),
    "xml": ("an object", _object),
}
