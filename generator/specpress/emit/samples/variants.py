"""Objects made of the same fields in different ways, for types that have rules."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import combinations
from typing import Final, TypeAlias, cast

from specpress.emit.samples.patterns import matching
from specpress.ir.types import Rule

Members: TypeAlias = Mapping[str, object]

_MOST: Final = 12
"""No more optional fields than this are combined in pairs."""


def variants(
    every: Members, required: Collection[str], rules: tuple[Rule, ...], *, full: bool
) -> Iterator[dict[str, object]]:
    """Yield objects of the members *every*: most of them first with *full*, else few.

    Members that a rule tells the value of come with that value, too.
    """
    sizes = list(_sizes(every, required))
    yield from reversed(sizes) if full else sizes
    pairs = [pair for rule in rules for pair in _stated(rule.schema.value)]
    for name, value in pairs:
        yield {**every, name: value}
        yield from ({**members, name: value} for members in sizes)
    yield {**every, **dict(pairs)}


def key_names(rules: tuple[Rule, ...]) -> Iterator[str]:
    """Yield keys that an object might have, by what *rules* say of keys."""
    for rule in rules:
        yield from _keys(rule.schema.value)


def _sizes(every: Members, required: Collection[str]) -> Iterator[dict[str, object]]:
    """Yield the required members, alone and with more and more of the others."""
    least = {name: value for name, value in every.items() if name in required}
    others = [name for name in every if name not in required]
    yield least
    for name in others:
        yield {**least, name: every[name]}
    for pair in combinations(others[:_MOST], 2):
        yield {**least, **{name: every[name] for name in pair}}
    for name in others:
        yield {key: value for key, value in every.items() if key != name}
    yield dict(every)


def _stated(schema: object) -> Iterator[tuple[str, object]]:
    """Yield the properties that *schema* gives one or more values, with each of them."""
    if isinstance(schema, list):
        for item in cast("list[object]", schema):
            yield from _stated(item)
    if not isinstance(schema, dict):
        return
    members = cast("dict[str, object]", schema)
    properties = members.get("properties")
    if isinstance(properties, dict):
        for name, part in cast("dict[str, object]", properties).items():
            known = cast("dict[str, object]", part) if isinstance(part, dict) else {}
            values = cast("list[object]", known.get("enum", []))
            if "const" in known:
                values = [known["const"]]
            yield from ((name, each) for each in values)
    for key, value in members.items():
        if key not in ("const", "enum"):
            yield from _stated(value)


def _keys(schema: object) -> Iterator[str]:
    if isinstance(schema, list):
        for item in cast("list[object]", schema):
            yield from _keys(item) if not isinstance(item, str) else (item,)
    if not isinstance(schema, dict):
        return
    members = cast("dict[str, object]", schema)
    if isinstance(keyed := members.get("patternProperties"), dict):
        patterns = cast("dict[str, object]", keyed)
        yield from (text for p in patterns if (text := matching(p, 0, None)))
    pattern, constant = members.get("pattern"), members.get("const")
    if isinstance(pattern, str) and (text := matching(pattern, 0, None)):
        yield text
    if isinstance(constant, str):
        yield constant
    for value in members.values():
        yield from _keys(value)
