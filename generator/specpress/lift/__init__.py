"""Reference pages, and descriptions beside or in them, to one OpenAPI document."""

from __future__ import annotations

from collections.abc import Sequence

from specpress.diagnostics import Report
from specpress.lift.pages import lift_pages
from specpress.lift.together import together
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
    sources = {
        name: source
        for name in sorted(set(names))
        if (source := read_source(store.read, name, report, MAX_BYTES))
    }
    lifted = lift_pages(store, sources, names, report, lifter)
    return together(lifted, sources, report) if lifted else None
