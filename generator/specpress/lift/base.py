"""What a lifter is, and the page that it is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Protocol

from specpress.config.lifting import LiftConfig
from specpress.diagnostics import Report
from specpress.readers.element import Element
from specpress.readers.html import read_html
from specpress.readers.raw import Markup
from specpress.source import Source
from specpress.store import DictStore, Store
from specpress.tree import Node

GROUP: Final = "specpress.lifters"
"""The entry-point group through which lifters of third parties are found."""


@dataclass(slots=True)
class Page:
    """A page, parsed when a lifter first asks for it.

    *store* is where the files beside it are read from, *lifting* how pages are to be
    read that no tool made.
    """

    source: Source
    report: Report
    store: Store = field(default_factory=lambda: DictStore({}))
    lifting: LiftConfig = field(default_factory=LiftConfig)
    _roots: dict[Markup, Element | None] = field(
        default_factory=dict[Markup, "Element | None"]
    )

    @property
    def name(self) -> str:
        """The page's uri."""
        return self.source.name

    def root(self, markup: Markup) -> Element | None:
        """Return the page read in the way of *markup*; None when it is no HTML."""
        if markup not in self._roots:
            self._roots[markup] = read_html(self.source, self.report, markup)
        return self._roots[markup]

    @property
    def readable(self) -> bool:
        """Whether every reading asked for so far succeeded."""
        return None not in self._roots.values()


class Lifter(Protocol):
    """One documentation tool: it knows the pages that the tool writes."""

    @property
    def name(self) -> str:
        """The tool's name, lower case."""
        ...

    def accepts(self, page: Page) -> bool:
        """Return whether the tool made *page*."""
        ...

    def lift(self, page: Page, report: Report) -> Node | None:
        """Return the OpenAPI 3.0.3 document that *page* shows.

        None, with the reason reported, when no operation can be made of it.
        """
        ...

    def finish(self, document: Node, report: Report) -> Node:
        """Return the document of all pages together, with what pages can't say added.

        Reports once what no page of the tool says.
        """
        ...
