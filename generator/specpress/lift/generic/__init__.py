"""Hand-made reference pages: what no other lifter knows."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics import Report
from specpress.lift.base import Page
from specpress.lift.generic.context import Context
from specpress.lift.generic.page import read_page
from specpress.lift.generic.reading import outline_of
from specpress.lift.generic.references import resolve
from specpress.lift.generic.rpc import find_named
from specpress.lift.generic.survey import survey
from specpress.tree import Node

__all__ = ["Generic"]


class Generic:
    """The lifter of last resort."""

    name: Final = "generic"

    def accepts(self, page: Page) -> bool:
        """Return whether anything on *page* names an operation."""
        root = outline_of(page, Report())
        if root is None:
            return False
        return bool(survey(root, Context())) or find_named(root) is not None

    def lift(self, page: Page, report: Report) -> Node | None:
        """Return the document that *page* shows, or None with the reason reported."""
        root = outline_of(page, report)
        if root is None:
            return None
        return read_page(page.source, root, Context(), report)

    def finish(self, document: Node, report: Report) -> Node:
        """Return *document* with references to objects spelled as the objects are."""
        return resolve(document, report)
