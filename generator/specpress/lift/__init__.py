"""HTML reference pages to one OpenAPI 3.0.3 document."""

from __future__ import annotations

from collections.abc import Sequence

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import NO_PAGES, NOT_RECOGNISED, UNKNOWN_LIFTER
from specpress.lift.base import Lifter, Page
from specpress.lift.builtin import installed
from specpress.lift.contents import check_contents, is_contents
from specpress.lift.merge import merge
from specpress.readers.html import MAX_BYTES
from specpress.readers.text import read_source
from specpress.store import Store
from specpress.tree import Node

__all__ = ["lift"]


def lift(
    store: Store, names: Sequence[str], report: Report, lifter: str | None = None
) -> Node | None:
    """Return the document that the pages *names* show together.

    None, with the reasons reported, when no page shows an operation. *lifter* is the
    name of the documentation tool that made the pages; None to recognise it.
    """
    lifters = _chosen(installed(), lifter, report)
    sources = [
        source
        for name in sorted(set(names))
        if (source := read_source(store.read, name, report, MAX_BYTES))
    ]
    pages = [source for source in sources if not is_contents(source.name)]
    if (lifters and not names) or (sources and not pages):
        report.add(NO_PAGES.at())
    documents: list[Node] = []
    used: list[Lifter] = []
    for source in pages if lifters else ():
        page = Page(source, report, store)
        if (chosen := _accepting(page, lifters, report)) is None:
            continue
        if chosen not in used:
            used.append(chosen)
        if (document := chosen.lift(page, report)) is not None:
            documents.append(document)
    if not documents:
        return None
    whole = merge(documents, {source.name: source for source in pages}, report)
    for each in used:
        whole = each.finish(whole, report)
    for source in sources:
        if is_contents(source.name):
            check_contents(source, names, whole, report)
    return whole


def _chosen(lifters: list[Lifter], name: str | None, report: Report) -> list[Lifter]:
    """Return the lifters to ask: all, or the one called *name*."""
    if name is None:
        return lifters
    asked = [lifter for lifter in lifters if lifter.name == name]
    if not asked:
        known = ", ".join(lifter.name for lifter in lifters)
        report.add(UNKNOWN_LIFTER.at(name=name, known=known))
    return asked


def _accepting(page: Page, lifters: list[Lifter], report: Report) -> Lifter | None:
    """Return the first lifter that knows *page*, or None with the reason reported."""
    for lifter in lifters:
        if lifter.accepts(page):
            return lifter
    if page.readable:
        asked = ", ".join(lifter.name for lifter in lifters)
        span = page.source.span(0, min(len(page.source.text), 80))
        report.add(NOT_RECOGNISED.at(span, name=page.name, asked=asked))
    return None
