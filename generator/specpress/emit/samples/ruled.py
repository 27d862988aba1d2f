"""Values for types with rules: of many shapes, so that some of them meet the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from specpress.emit.samples.rules import told
from specpress.emit.samples.variants import key_names, variants
from specpress.ir.types import List, Map, Object, Type

_MOST_KEYS: Final = 5
_OF_ALL_KINDS: Final[tuple[object, ...]] = (
    *(False, None, 0, -1, 1.5, 12, 1200, "", "a", "example" * 5),
    *([], [1], ["a"], ["a", 1], {}, {"a": 1}, {"a": "b", "c": 1}),
)


def by_rules(type_: Type) -> Iterator[object]:
    """Yield values of all kinds, those that the rules of *type_* tell first."""
    for rule in type_.rules:
        yield from told(rule.schema.value)
    yield from _OF_ALL_KINDS


def ruled_lists(type_: List, first: Callable[[Type], list[object]]) -> Iterator[object]:
    """Yield lists that may meet the prefix and the rules of *type_*: long ones first.

    *first* finds one value of a type, or none.
    """
    items = [value for part in type_.prefix for value in first(part)]
    more = first(type_.item)
    for rule in type_.rules:
        more += told(rule.schema.value)
    if len(items) == len(type_.prefix):
        yield [*items, *more[:1]]
        yield items
        yield [*items, *more * (type_.min_items or 2)][: type_.max_items]
        yield from ([*items, value] for value in more)
    yield from (items[:count] for count in range(len(items)))


def ruled_objects(
    type_: Map | Object,
    members: Mapping[str, object],
    found: Sequence[object],
    *,
    full: bool,
) -> Iterator[object]:
    """Yield objects of some of *members* and of keys that the rules of *type_* tell.

    *found* holds what such keys may hold; with *full* the largest objects come first.
    """
    fields = type_.fields if isinstance(type_, Object) else ()
    needed = {field.name for field in fields if field.required}
    yield from variants(members, needed, type_.rules, full=full)
    names = (name for name in key_names(type_.rules) if name not in members)
    keys = list(dict.fromkeys(names))[:_MOST_KEYS]
    for value in found:
        yield from ({**members, key: value} for key in keys)
        yield {**members, **dict.fromkeys(keys, value)}
