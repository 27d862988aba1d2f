"""Hand-made reference pages: what no other lifter knows."""

from __future__ import annotations

from specpress.diagnostics import Report
from specpress.lift.base import Page
from specpress.lift.generic.blocks import Section
from specpress.lift.generic.context import Context
from specpress.lift.generic.objects import read_objects
from specpress.lift.generic.page import read_page
from specpress.lift.generic.reading import outline_of
from specpress.lift.generic.references import resolve
from specpress.lift.generic.rpc import find_named
from specpress.lift.generic.settings import context_of
from specpress.lift.generic.survey import survey
from specpress.lift.generic.unstated import unstated_candidates
from specpress.tree import Node

__all__ = ["Generic"]


class Generic:
    """The lifter of last resort."""

    name = "generic"

    def __init__(self) -> None:
        self._read: tuple[Page, Section | None, Report] | None = None

    def accepts(self, page: Page) -> bool:
        """Return whether anything on *page* names an operation, or describes objects."""
        self._read = (page, None, Report())
        root = outline_of(page, self._read[2])
        if root is None:
            return False
        self._read = (page, root, self._read[2])
        found = survey(root, Context()) or find_named(root)
        if found or unstated_candidates(root, Context()):
            return True
        objects = read_objects(root, set(), Context())
        return any(len(each.facts) > 1 for each in objects)

    def lift(self, page: Page, report: Report) -> Node | None:
        """Return the document that *page* shows, or None with the reason reported."""
        read = self._read
        if read is not None and read[0] is page and read[1] is not None:
            root: Section | None = read[1]
            said = read[2]
            for each in said:
                report.add(each)
        else:
            root = outline_of(page, report)
        if root is None:
            return None
        return read_page(page.source, root, context_of(page), report)

    def finish(self, document: Node, report: Report) -> Node:
        """Return *document* with references to objects spelled as the objects are."""
        return resolve(document, report)
