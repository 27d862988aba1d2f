"""Reading overlay files, JSON or YAML."""

from __future__ import annotations

from collections.abc import Sequence

from specpress.diagnostics import Report
from specpress.document.tree import read_tree
from specpress.readers.text import read_source
from specpress.store import Store
from specpress.tree import Node


def read_overlays(store: Store, names: Sequence[str], report: Report) -> list[Node]:
    """Return the overlays in the files *names*, in that order; one that can't be read
    is reported and left out."""
    sources = [s for name in names if (s := read_source(store.read, name, report))]
    return [n for source in sources if (n := read_tree(source, report)) is not None]
