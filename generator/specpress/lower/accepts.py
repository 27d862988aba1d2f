"""Whether a JSON value is of a type, as far as enums need it."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

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


def accepts(type_: Type, value: object, resolve: Callable[[Ref], Type]) -> bool:
    """Return whether *value* is of *type_*.

    Patterns and formats are not looked at, nor what is inside arrays and objects.
    """
    match type_:
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
        case String(min_length=low, max_length=high):
            return isinstance(value, str) and (
                len(value) >= (low or 0) and (high is None or len(value) <= high)
            )
        case Enum(values=values):
            return any(_same(each.value, value) for each in values)
        case List():
            return isinstance(value, list)
        case Map() | Object():
            return isinstance(value, dict)
        case Union(members=members):
            return any(accepts(member, value, resolve) for member in members)
        case Ref():
            return accepts(resolve(type_), value, resolve)
        case _:
            assert_never(type_)


def _number(type_: Integer | Number, value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    if isinstance(type_, Integer) and value != int(value):
        return False
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
