"""Pages of MkDocs with neoteroi's plugin (essentials-openapi), in both its styles."""

from __future__ import annotations

from specpress.diagnostics import Report
from specpress.lift.base import Page
from specpress.lift.httpdoc.account import is_whole
from specpress.lift.httpdoc.gaps import report_gaps
from specpress.lift.neoteroi import texts
from specpress.lift.neoteroi.overview import is_operation
from specpress.lift.neoteroi.reading import read_page
from specpress.lift.neoteroi.stream import stream
from specpress.readers.element import Element
from specpress.readers.raw import PLAIN
from specpress.tree import Node

__all__ = ["Neoteroi"]

_HEADINGS = frozenset("h2 h3 h4".split())


class Neoteroi:
    """The lifter of the pages that neoteroi's plugin for MkDocs makes."""

    name = "neoteroi"

    def accepts(self, page: Page) -> bool:
        """Return whether *page* has the headings and labels that the tool writes."""
        root = page.root(PLAIN)
        if root is None:
            return False
        parts = list(stream(_scope(root)))
        labels = {part.text.lower() for part in parts if part.kind == "label"}
        answers = any(
            part.kind == "heading"
            and part.text.startswith("Response ")
            and texts.status_of(part.text) is not None
            for part in parts
        )
        marks = texts.LABELS - {texts.DESCRIPTION, texts.RESPONSES}
        return any(map(is_operation, parts)) and (answers or len(labels & marks) > 1)

    def lift(self, page: Page, report: Report) -> Node | None:
        """Return the document that *page* shows, or None with the reason reported."""
        root = page.root(PLAIN)
        if root is None:
            return None
        scope = _scope(root)
        if not is_whole(scope, report):
            return None
        return read_page(list(stream(scope)), page.source, report)

    def finish(self, document: Node, report: Report) -> Node:
        """Return *document*; report what no page of the tool says."""
        report_gaps(document, report, host_only=False)
        return document


def _scope(root: Element) -> Element:
    """Return the innermost element that holds all headings of operations."""
    scope = root
    while len(inner := [each for each in scope.children if _holds(each)]) == 1:
        if inner[0].tag in _HEADINGS:
            break
        scope = inner[0]
    return scope


def _holds(element: Element) -> bool:
    return any(
        each.tag in _HEADINGS and texts.OPERATION.match(each.text.text.strip())
        for each in element.walk()
    )
