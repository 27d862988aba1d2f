"""Pages of Redoc that were saved from a browser, after rendering."""

from __future__ import annotations

from specpress.diagnostics import Report
from specpress.lift.base import Page
from specpress.lift.httpdoc.account import is_whole
from specpress.lift.httpdoc.gaps import report_gaps
from specpress.lift.redoc.page import blocks, read_page
from specpress.readers.raw import PLAIN
from specpress.tree import Node

__all__ = ["Redoc"]


class Redoc:
    """The lifter of what Redoc 2 draws.

    Its classes are made anew with each version; recognised are attributes
    (``data-section-id``, ``kind``), the few classes with a name, and the structure.
    """

    name = "redoc-saved"

    def accepts(self, page: Page) -> bool:
        """Return whether *page* has sections of operations with their methods."""
        root = page.root(PLAIN)
        return root is not None and bool(blocks(root))

    def lift(self, page: Page, report: Report) -> Node | None:
        """Return the document that *page* shows, or None with the reason reported."""
        root = page.root(PLAIN)
        if root is None or not is_whole(root, report):
            return None
        return read_page(root, page.source, report)

    def finish(self, document: Node, report: Report) -> Node:
        """Return *document*; report what no page of the tool says."""
        report_gaps(document, report, host_only=False)
        return document
