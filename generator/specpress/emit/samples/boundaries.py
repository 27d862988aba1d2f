"""Values at the edges of a type, which must pass."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from specpress.emit.samples import numbers
from specpress.emit.samples.check import accepts, canonical
from specpress.emit.samples.make import NoSample, Sampler
from specpress.emit.samples.patterns import matching
from specpress.emit.samples.unions import choices
from specpress.ir.types import (
    Boolean,
    Enum,
    Integer,
    List,
    Number,
    Ref,
    String,
    Type,
    Union,
)

LONGEST: Final = 10_000
"""No text longer than this is written as a literal."""
MOST_ITEMS: Final = 100
"""No list longer than this is written as a literal."""


def boundaries(type_: Type, sampler: Sampler, name: str = "") -> list[object]:
    """Return the values at the edges of *type_*, each of which satisfies it."""
    found = dict[str, object]()
    for value in _edges(type_, sampler, name):
        if accepts(value, type_, sampler.types):
            found.setdefault(canonical(value), value)
    return list(found.values())


def _edges(type_: Type, sampler: Sampler, name: str) -> Iterator[object]:
    match type_:
        case Boolean():
            yield from (False, True)
        case Integer() | Number():
            edges = (numbers.lowest(type_), numbers.highest(type_))
            yield from (edge for edge in edges if edge is not None)
        case String():
            yield from _texts(type_)
        case Enum(values=values):
            yield from (value.value for value in values)
        case List():
            yield from _lists(type_, sampler, name)
        case Union():
            for choice in choices(type_, sampler.types):
                for value in (
                    *_edges(choice.type, sampler, name),
                    *some(choice.type, sampler, name, 1),
                ):
                    yield choice.told(value, type_, sampler.types)
        case Ref(target=target):
            yield from _edges(sampler.types[target], sampler, name)
        case _:
            return


def some(type_: Type, sampler: Sampler, name: str, count: int) -> list[object]:
    """Return up to *count* values of *type_* that differ."""
    try:
        return list(islice(sampler.samples(type_, name), count))
    except NoSample:
        return []


def _texts(type_: String) -> Iterator[str]:
    for length in (type_.min_length, type_.max_length):
        if length is None or length > LONGEST:
            continue
        if type_.pattern is None:
            yield "a" * length
        elif (text := matching(type_.pattern, length, length)) is not None:
            yield text


def _lists(type_: List, sampler: Sampler, name: str) -> Iterator[object]:
    for count in (type_.min_items, type_.max_items):
        if count is not None and count <= MOST_ITEMS:
            yield items(type_, sampler, name, count)
    for item in _edges(type_.item, sampler, name):
        least = max(type_.min_items or 1, 1)
        others = items(type_, sampler, name, least - 1)
        yield [item, *others]


def items(type_: List, sampler: Sampler, name: str, count: int) -> list[object]:
    """Return *count* items for *type_*, repeating the first unless they must differ."""
    found = some(type_.item, sampler, name, count)
    if found and not type_.unique:
        found.extend(found[0] for _ in range(count - len(found)))
    return found
