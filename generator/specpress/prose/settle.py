"""Settling: one description says each thing once, and nothing that it contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from specpress.prose.facts import Fact, as_list, as_members

_ONE: Final = frozenset(("values", "default", "deprecated", "read-only"))
_SURE: Final = 95
_AGAINST: Final = object()


def settled(facts: Sequence[Fact]) -> list[Fact]:
    """Return *facts* in their order, each said once.

    Of what there can be only one of, the surer is taken; two that are as sure and
    differ are none. Bounds are put together.
    """
    found = [*_settled(facts)]
    return sorted(found, key=lambda fact: (fact.start, fact.kind))


def _settled(facts: Iterable[Fact]) -> Iterator[Fact]:
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        single = fact.kind in (*_ONE, "range", "length")
        key = (fact.kind, "" if single else repr(fact.value))
        groups.setdefault(key, []).append(fact)
    for (kind, _), group in groups.items():
        group.sort(key=lambda fact: -fact.confidence)
        if kind in ("range", "length"):
            yield from _bounds(group)
        elif not _contradicted(group):
            yield group[0]


def _contradicted(group: Sequence[Fact]) -> bool:
    """Return whether another of *group*, the surest first, is as sure and differs."""
    first = group[0]
    if first.kind == "values":
        sets = [{*map(repr, as_list(f.value))} for f in group]
        return any(not each <= sets[0] for each in sets)
    rivals = (f for f in group[1:] if _rivals(first, f))
    return any(repr(rival.value) != repr(first.value) for rival in rivals)


def _rivals(first: Fact, other: Fact) -> bool:
    both = first.confidence >= _SURE and other.confidence >= _SURE
    return both or other.confidence == first.confidence


def _bounds(group: Sequence[Fact]) -> Iterator[Fact]:
    """Yield what *group*, the surest first, says of bounds, but for contradictions."""
    value: dict[str, object] = {}
    by: dict[str, Fact] = {}
    for fact in group:
        for key, bound in as_members(fact.value).items():
            if key not in by:
                value[key], by[key] = bound, fact
            elif _rivals(by[key], fact) and bound != value[key]:
                value[key] = _AGAINST
    value = {key: bound for key, bound in value.items() if bound is not _AGAINST}
    if value:
        used = [by[key] for key in value]
        least = min(fact.confidence for fact in used)
        yield used[0]._replace(value=value, confidence=least)
