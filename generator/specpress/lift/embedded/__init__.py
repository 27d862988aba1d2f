"""Pages that hold the description they show, or say where it is."""

from __future__ import annotations

from collections.abc import Sequence

from specpress.diagnostics import Report
from specpress.document.bundle import bundle
from specpress.document.combine import combine
from specpress.document.opening import Opener
from specpress.lift.base import Page
from specpress.lift.embedded.find import Finding, find
from specpress.tree import Node

__all__ = ["Embedded"]


class Embedded:
    """The lifter of pages with a description in them or next to them, by any tool."""

    name = "embedded"

    def __init__(self) -> None:
        self._last: tuple[Page, Finding] | None = None

    def accepts(self, page: Page) -> bool:
        """Return whether *page* holds a description, or says where one is."""
        finding = self._find(page)
        return bool(finding.descriptions or finding.problems)

    def lift(self, page: Page, report: Report) -> Node | None:
        """Return the description of *page*, in the version of OpenAPI that it has.

        Several are put together. None, with the reason reported, when none can be read.
        """
        found = self.descriptions(page, report)
        if len(found) < 2:
            return found[0][1] if found else None
        return combine(found, {page.name: page.source}, report)

    def descriptions(self, page: Page, report: Report) -> Sequence[tuple[str, Node]]:
        """Return the descriptions of *page* with all they refer to, by their files.

        Those that are in the page have its name. What is wrong is reported.
        """
        finding = self._find(page)
        for diagnostic in (*finding.report, *finding.problems):
            report.add(diagnostic)
        return [
            (uri, bundle(node, uri, Opener(page.store, report).open, report))
            for uri, node in finding.descriptions
        ]

    def finish(self, document: Node, report: Report) -> Node:
        """Return *document*: a description says all that its pages say."""
        return document

    def _find(self, page: Page) -> Finding:
        """Return what there is in *page*; it is asked for twice in a row."""
        if self._last is None or self._last[0] is not page:
            self._last = page, find(page.source, page.store)
        return self._last[1]
