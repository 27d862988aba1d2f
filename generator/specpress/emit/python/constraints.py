"""Constraints in words, for docstrings of arguments."""

from __future__ import annotations

from collections.abc import Iterator
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


def spoken(type_: Type) -> str:
    """Return what *type_* asks of a value beyond its kind, as a phrase; often empty."""
    return ", ".join(_phrases(type_))


def _phrases(type_: Type) -> Iterator[str]:
    match type_:
        case Integer() | Number():
            yield from _bound("at least", type_.minimum)
            yield from _bound("more than", type_.exclusive_minimum)
            yield from _bound("at most", type_.maximum)
            yield from _bound("less than", type_.exclusive_maximum)
            yield from _bound("a multiple of", type_.multiple_of)
        case String():
            yield from _span(type_.min_length, type_.max_length, "characters")
            if type_.pattern is not None:
                yield f"matching `{type_.pattern}`"
            if type_.format is not None:
                yield f"format `{type_.format}`"
        case Enum():
            shown = ", ".join(f"`{value.text}`" for value in type_.values)
            yield f"one of {shown}"
        case List():
            yield from _span(type_.min_items, type_.max_items, "items")
            if inner := spoken(type_.item):
                yield f"each {inner}"
        case Map():
            yield from _span(type_.min_properties, type_.max_properties, "keys")
        case Anything() | Nothing() | Null() | Boolean() | Object() | Union() | Ref():
            return
        case _:
            assert_never(type_)


def _bound(words: str, value: float | None) -> Iterator[str]:
    if value is not None:
        yield f"{words} {value}"


def _span(least: int | None, most: int | None, unit: str) -> Iterator[str]:
    if least is not None and least == most:
        yield f"exactly {least} {unit}"
    elif least is not None and most is not None:
        yield f"{least} to {most} {unit}"
    elif least is not None:
        yield f"at least {least} {unit}"
    elif most is not None:
        yield f"at most {most} {unit}"
