"""Whether a JSON value is of a type, as far as enums and defaults need it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain, repeat
from math import isfinite
from typing import Final, assert_never, cast

from msgspec.structs import replace

from specpress.ir.formats import bounded, text_format
from specpress.ir.texts import fits
from specpress.ir.types import (
    Anything,
    Boolean,
    Enum,
    Integer,
    List,
    Map,
    Nothing,
    Null,
    Number,
    Object,
    Ref,
    String,
    Type,
    Union,
)

_CLASSES: Final[Mapping[type, type]] = {
    String: str,
    List: list,
    Map: dict,
    Object: dict,
}


def accepts(type_: Type, value: object, resolve: Callable[[Ref], Type]) -> bool:
    """Return whether *value* is of *type_*.

    Patterns and rules are not looked at.
    """
    match type_:
        case String() | List() | Map() | Object() if type_.implied:
            plain, kind = replace(type_, implied=False), _CLASSES[type(type_)]
            return not _is(value, kind) or accepts(plain, value, resolve)
        case Anything():
            return True
        case Nothing():
            return False
        case Null():
            return value is None
        case Boolean():
            return isinstance(value, bool)
        case Integer() | Number():
            return _number(type_, value)
        case String():
            return isinstance(value, str) and _string(type_, value)
        case Enum(values=values):
            return any(_same(each.value, value) for each in values)
        case List(item=item, prefix=prefix):
            return isinstance(value, list) and all(
                accepts(type_, each, resolve)
                for type_, each in zip(
                    chain(prefix, repeat(item)),
                    cast("list[object]", value),
                    strict=False,
                )
            )
        case Map() | Object():
            return isinstance(value, dict) and _object(
                type_, cast("dict[str, object]", value), resolve
            )
        case Union(members=members):
            return any(accepts(member, value, resolve) for member in members)
        case Ref():
            return accepts(resolve(type_), value, resolve)
        case _:
            assert_never(type_)


def _is(value: object, kind: type) -> bool:
    return type(value) is kind


def _string(type_: String, value: str) -> bool:
    low, high = type_.min_length or 0, type_.max_length
    if len(value) < low or (high is not None and len(value) > high):
        return False
    return fits(value, text_format(type_))


def _object(
    type_: Map | Object, value: dict[str, object], resolve: Callable[[Ref], Type]
) -> bool:
    if type_.patterns:
        return True  # which keys they are about is not looked at
    if isinstance(type_, Map):
        return all(accepts(type_.value, each, resolve) for each in value.values())
    known = {field.name: field for field in type_.fields}
    if any(field.required and name not in value for name, field in known.items()):
        return False
    return all(
        accepts(known[name].type if name in known else type_.additional, each, resolve)
        for name, each in value.items()
    )


def _number(type_: Integer | Number, value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    if not isfinite(value):
        return False
    if isinstance(type_, Integer):
        if value != int(value):
            return False
        type_ = bounded(type_)
    low, above = type_.minimum, type_.exclusive_minimum
    high, below = type_.maximum, type_.exclusive_maximum
    return (
        (low is None or value >= low)
        and (above is None or value > above)
        and (high is None or value <= high)
        and (below is None or value < below)
    )


def _same(left: object, right: object) -> bool:
    return isinstance(left, bool) == isinstance(right, bool) and left == right
