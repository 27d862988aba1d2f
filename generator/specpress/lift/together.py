"""The documents of pages and of descriptions to one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from specpress.diagnostics import Report
from specpress.document.combine import combine
from specpress.source import Source
from specpress.tree import Node


@dataclass(frozen=True, slots=True)
class Lifted:
    """The document of the file *name*; *stated* when it is a description that was read,
    not what pages show."""

    name: str
    document: Node
    stated: bool


def together(
    lifted: Iterable[Lifted], sources: Mapping[str, Source], report: Report
) -> Node:
    """Return one document with all of *lifted*, of which the first ones win."""
    named = dict(_named(lifted))
    if len(named) == 1:
        return next(iter(named.values())).document
    documents = [(name, each.document) for name, each in named.items()]
    shown = frozenset(name for name, each in named.items() if not each.stated)
    return combine(documents, sources, report, shown)


def _named(lifted: Iterable[Lifted]) -> Iterator[tuple[str, Lifted]]:
    """Yield each of *lifted* with a name that no other has."""
    taken: dict[str, int] = {}
    for each in lifted:
        count = taken[each.name] = taken.get(each.name, 0) + 1
        stem, suffix = posixpath.splitext(each.name)
        yield each.name if count == 1 else f"{stem}-{count}{suffix}", each
