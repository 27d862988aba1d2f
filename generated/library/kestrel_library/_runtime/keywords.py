"""The keywords of JSON Schema 2020-12: what each asks of a value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sized
from operator import ge, gt, le, lt
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, TypeGuard

from .json import identity, is_list, is_object, json_text
from .kinds import is_multiple, is_number, is_text, is_whole

if TYPE_CHECKING:
    from .schemas import Check

Path: TypeAlias = tuple[str | int, ...]


class Finding(NamedTuple):
    """A broken *keyword*; *path* leads from the value that was checked to *value*."""

    path: Path
    keyword: str
    message: str
    value: object


class Outcome(NamedTuple):
    """What is wrong with a value, and which keys or items were looked at."""

    findings: list[Finding]
    seen: set[str | int]


Keyword: TypeAlias = "Callable[[Check, object], Iterator[Finding]]"
"""Yields what breaks the keyword, which has the value it is given."""

_KINDS: Final[dict[str, Callable[[object], bool]]] = {
    "null": lambda value: value is None,
    "boolean": lambda value: isinstance(value, bool),
    "integer": is_whole,
    "number": is_number,
    "string": lambda value: isinstance(value, str),
    "array": is_list,
    "object": is_object,
}


def _type(at: Check, argument: object) -> Iterator[Finding]:
    names = argument if is_list(argument) else [argument]
    if not any(_KINDS[str(name)](at.value) for name in names):
        kinds = " or ".join(map(str, names))
        yield at.broken("type", f"Input should be a value of the type {kinds}")


def _enum(at: Check, argument: object) -> Iterator[Finding]:
    values = argument if is_list(argument) else []
    if identity(at.value) not in set(map(identity, values)):
        expected = " or ".join(map(json_text, values))
        yield at.broken("enum", f"Input should be {expected}")


def _const(at: Check, argument: object) -> Iterator[Finding]:
    if identity(at.value) != identity(argument):
        yield at.broken("const", f"Input should be {json_text(argument)}")


def _compared(
    keyword: str, holds: Callable[[float, float], bool], words: str
) -> Keyword:
    def check(at: Check, argument: object) -> Iterator[Finding]:
        value = at.value
        if not is_number(value) or not is_number(argument) or holds(value, argument):
            return
        yield at.broken(keyword, f"Input should be {words} {argument}")

    return check


def _counted(
    keyword: str,
    kind: Callable[[object], TypeGuard[Sized]],
    holds: Callable[[float, float], bool],
    words: str,
) -> Keyword:
    def check(at: Check, argument: object) -> Iterator[Finding]:
        value = at.value
        if not kind(value) or not is_number(argument) or holds(len(value), argument):
            return
        yield at.broken(keyword, f"Input should be of {words.format(argument)}")

    return check


def _pattern(at: Check, argument: object) -> Iterator[Finding]:
    if isinstance(at.value, str) and not re.search(str(argument), at.value):
        yield at.broken("pattern", f"Input should match pattern '{argument}'")


def _unique_items(at: Check, argument: object) -> Iterator[Finding]:
    items = at.value if is_list(at.value) and argument is True else []
    if len(set(map(identity, items))) < len(items):
        yield at.broken("uniqueItems", "Items should be unique")


def _required(at: Check, argument: object) -> Iterator[Finding]:
    if is_object(at.value) and is_list(argument):
        for name in map(str, argument):
            if name not in at.value:
                yield at.broken("required", "Field required", name)


def _dependent_required(at: Check, argument: object) -> Iterator[Finding]:
    if not is_object(at.value) or not is_object(argument):
        return
    for name, needed in argument.items():
        if name in at.value and is_list(needed):
            for other in map(str, needed):
                if other not in at.value:
                    message = f"Field required beside '{name}'"
                    yield at.broken("dependentRequired", message, other)


ASSERTIONS: Final[dict[str, Keyword]] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "minimum": _compared("minimum", ge, "at least"),
    "maximum": _compared("maximum", le, "at most"),
    "exclusiveMinimum": _compared("exclusiveMinimum", gt, "more than"),
    "exclusiveMaximum": _compared("exclusiveMaximum", lt, "less than"),
    "multipleOf": _compared("multipleOf", is_multiple, "a multiple of"),
    "minLength": _counted("minLength", is_text, ge, "at least {} characters"),
    "maxLength": _counted("maxLength", is_text, le, "at most {} characters"),
    "minItems": _counted("minItems", is_list, ge, "at least {} items"),
    "maxItems": _counted("maxItems", is_list, le, "at most {} items"),
    "minProperties": _counted("minProperties", is_object, ge, "at least {} keys"),
    "maxProperties": _counted("maxProperties", is_object, le, "at most {} keys"),
    "pattern": _pattern,
    "uniqueItems": _unique_items,
    "required": _required,
    "dependentRequired": _dependent_required,
}
"""The keywords that say something without the help of other schemas."""
