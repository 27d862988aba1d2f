"""From files to the one OpenAPI document that they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from specpress.diagnostics import Report
from specpress.diagnostics.codes.document import NO_DESCRIPTION, NOT_A_DESCRIPTION
from specpress.document.bundle import bundle
from specpress.document.combine import combine
from specpress.document.kind import is_entry
from specpress.document.opening import Opener
from specpress.document.tree import read_tree
from specpress.readers.text import read_source
from specpress.source import Source
from specpress.store import Store
from specpress.tree import Node


def load(store: Store, names: Sequence[str], report: Report) -> Node | None:
    """Return the document that the files *names* make, or None, the reason reported.

    Those with ``openapi`` or ``swagger`` at their top are whole descriptions. What they
    refer to is read with them, and is part of them even when it is one by itself; all
    that are left are put together.
    """
    sources = [s for name in names if (s := read_source(store.read, name, report))]
    opener = Opener(store, report)
    entries = dict(_entries(sources, opener, report))
    if not entries:
        if len(sources) > 1:
            told = ", ".join(source.name for source in sources)
            report.add(NO_DESCRIPTION.at(names=told))
        return None
    bundled = [
        _bundled(uri, entry, opener, _own(report, len(entries) == 1))
        for uri, entry in entries.items()
    ]
    whole = [each for each in bundled if each.uri in _first_ones(bundled)]
    for each in whole if len(bundled) > 1 else ():
        for diagnostic in each.report:
            report.add(diagnostic)
    if len(whole) == 1:
        return whole[0].document
    texts = {source.name: source for source in sources}
    return combine([(each.uri, each.document) for each in whole], texts, report)


class _Bundled(NamedTuple):
    """A description, and the files that were read for it."""

    uri: str
    document: Node
    used: frozenset[str]
    report: Report


def _entries(
    sources: Sequence[Source], opener: Opener, report: Report
) -> Iterator[tuple[str, Node]]:
    """Yield the descriptions among *sources*, by name; a file that stands alone has to
    be one."""
    alone = len(sources) == 1
    for source in sources:
        if not alone and not is_entry(source):
            continue
        if (tree := read_tree(source, report)) is None:
            continue
        opener.add(source.name, tree)
        if not {"openapi", "swagger", "paths"}.isdisjoint(tree.map):
            yield source.name, tree
        elif alone:
            report.add(NOT_A_DESCRIPTION.at(tree.span, name=source.name))


def _own(report: Report, alone: bool) -> Report:
    """Return where to report on one description: apart while it may yet be a part."""
    return report if alone else Report()


def _bundled(uri: str, entry: Node, opener: Opener, report: Report) -> _Bundled:
    """Return the description *entry* with the names of the files it is made of."""
    used: set[str] = set()

    def open_(name: str) -> Node:
        used.add(name)
        return opener.open(name)

    document = bundle(entry, uri, open_, report)
    return _Bundled(uri, document, frozenset(used), report)


def _first_ones(bundled: Sequence[_Bundled]) -> frozenset[str]:
    """Return the names of those that no other one is made of; of a circle, the first."""
    uses = {each.uri: each.used & {b.uri for b in bundled} for each in bundled}
    used = {name for mine, others in uses.items() for name in others - {mine}}
    first = [name for name in uses if name not in used]
    reached = _reached(first, uses)
    for name in uses:
        if name not in reached:
            first.append(name)
            reached |= _reached([name], uses)
    return frozenset(first)


def _reached(first: Sequence[str], uses: Mapping[str, frozenset[str]]) -> set[str]:
    reached: set[str] = set()
    queue = list(first)
    while queue:
        if (name := queue.pop()) not in reached:
            reached.add(name)
            queue += uses[name]
    return reached
