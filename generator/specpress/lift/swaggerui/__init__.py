"""Pages of Swagger UI that were saved from a browser, after rendering."""

from __future__ import annotations

from specpress.diagnostics import Report
from specpress.lift.base import Page
from specpress.lift.httpdoc.account import is_whole
from specpress.lift.httpdoc.gaps import report_gaps
from specpress.lift.swaggerui.page import read_page
from specpress.readers.raw import PLAIN
from specpress.tree import Node

__all__ = ["SwaggerUi"]


class SwaggerUi:
    """The lifter of what Swagger UI (3 to 5) draws."""

    name = "swagger-ui-saved"

    def accepts(self, page: Page) -> bool:
        """Return whether *page* has blocks of operations with their methods."""
        root = page.root(PLAIN)
        if root is None:
            return False
        found = {name for each in root.walk() for name in each.classes}
        return {"opblock", "opblock-summary-method"} <= found

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
