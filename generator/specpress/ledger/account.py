"""The ledger of a run, made from its document, its report and the files that were read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from specpress.diagnostics.model import Report
from specpress.document.kind import kind
from specpress.document.tree import read_tree
from specpress.ledger.fidelity import fidelity
from specpress.ledger.model import Fidelity
from specpress.readers.text import read_source
from specpress.store import Store
from specpress.tree import Node


def account(
    document: Node,
    report: Report,
    store: Store,
    names: Sequence[str],
    *,
    laid_over: bool = False,
) -> Fidelity:
    """Return what became of *document*, made of the files *names* in *store*.

    *document* is what was made of them before it is upgraded. Where it is more than
    one file as it was read, by repairs, overlays (*laid_over*) or references to others,
    the files are read once more, to tell where each part stands in them.
    """
    changed = laid_over or any(d.code.fidelity == "repaired" for d in report)
    is_whole = not changed and tuple(names) == (document.span.file,)

    @cache
    def tree(name: str) -> Node | None:
        if is_whole and name == document.span.file:
            return document
        source = read_source(store.read, name, Report())
        return None if source is None else read_tree(source, Report())

    sources = {
        name: source
        for name in names
        if kind(store, name) == "page"
        and (source := read_source(store.read, name, Report())) is not None
    }
    files = () if sources else tuple(names)
    return fidelity(
        document,
        report,
        tree=tree,
        files=files,
        pages=sources,
        laid_over=laid_over and not sources,
    )
