"""Pages to documents: each page by the first lifter that can make something of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from specpress.config.lifting import LiftConfig
from specpress.diagnostics import Report, Severity
from specpress.diagnostics.codes.crawl import NOTHING_SHOWN, SAME_TEXT
from specpress.diagnostics.codes.embedded import RENDERED
from specpress.diagnostics.codes.html import (
    NO_PAGES,
    NOT_HTML,
    NOT_RECOGNISED,
    UNKNOWN_LIFTER,
)
from specpress.lift.base import Lifter, Page
from specpress.lift.builtin import installed
from specpress.lift.contents import check_contents, is_contents
from specpress.lift.embedded import Embedded
from specpress.lift.merge import merge
from specpress.lift.together import Lifted
from specpress.source import Source
from specpress.store import Store
from specpress.tree import Node

_OPERATION: Final = re.compile(
    r"\b(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|TRACE)\b(?:\s|<[^<>]*>|&nbsp;){1,20}"
    r"(?:https?://|/)[\w{]"
)
_ASIDE: Final = re.compile(
    r"(?:^|/)(?:(?:readme|license|licence|changelog|contributing|security|notice)\.(?:md|txt)"
    r"|(?:robots|humans|ads|llms|security)\.txt)$",
    re.IGNORECASE,
)
"""The names of files that stand beside pages and are none."""


def lift_pages(
    store: Store,
    sources: Mapping[str, Source],
    names: Sequence[str],
    report: Report,
    lifter: str | None = None,
    *,
    alone: bool = True,
    lifting: LiftConfig | None = None,
) -> list[Lifted]:
    """Return what the pages among *sources* show; one document for each documentation
    tool, and the descriptions that are in or beside them.

    *names* are those of all inputs. *lifter* is the name of the tool that made the
    pages; None to recognise it. What is wrong is reported; a page that shows nothing is
    no fault unless the pages stand *alone* and none shows anything. *lifting* tells how
    hand-made pages are to be read.
    """
    lifters = _chosen(installed(), lifter, report)
    pages = {n: source for n, source in sources.items() if not is_contents(n)}
    if (lifters and not names) or (sources and not pages):
        report.add(NO_PAGES.at())
    reading = _Reading(store, lifters, report, lifting)
    for source in pages.values() if lifters else ():
        reading.read(source)
    reading.settle(alone=alone)
    lifted = list(reading.stated)
    for each, documents in reading.shown:
        whole = each.finish(merge(documents, pages, report), report)
        for name in filter(is_contents, sources):
            check_contents(sources[name], names, whole, report)
        lifted.append(Lifted(each.name, whole, False))
    return lifted


class _Reading:
    """One run over pages: the descriptions *stated*, and what pages have *shown* to
    each lifter."""

    def __init__(
        self,
        store: Store,
        lifters: list[Lifter],
        report: Report,
        lifting: LiftConfig | None,
    ) -> None:
        self._lifting = lifting or LiftConfig()
        self.stated: list[Lifted] = []
        self.shown: list[tuple[Lifter, list[Node]]] = []
        self._store = store
        self._lifters = lifters
        self._report = report
        self._unknown: list[tuple[Page, Report]] = []
        self._texts: dict[str, str] = {}

    def read(self, source: Source) -> None:
        """Read the page *source*, with the first lifter that gets a document of it."""
        first = self._texts.setdefault(source.text, source.name)
        if first != source.name:
            place = source.span(0, min(len(source.text), 80))
            self._report.add(SAME_TEXT.at(place, first=first))
            return
        read = Report()
        page = Page(source, read, self._store, self._lifting)
        failed: Report | None = None
        for lifter in self._lifters:
            if not lifter.accepts(page):
                continue
            own = Report()
            if self._lifted(lifter, page, own) or not isinstance(lifter, Embedded):
                read.diagnostics = [d for d in read if d.code is not NOT_HTML]
                self._tell(failed, read, own)
                return
            failed = own
        if failed is not None:
            for diagnostic in failed:
                self._report.add(diagnostic)
        else:
            self._unknown.append((page, read))

    def settle(self, *, alone: bool) -> None:
        """Report the pages that no lifter knows."""
        known = self.stated or self.shown or not alone
        for page, read in self._unknown:
            source = page.source
            span = source.span(0, min(len(source.text), 80))
            plain = all(each.code is NOT_HTML for each in read)
            fine = page.readable or (plain and _ASIDE.search(page.name) is not None)
            if known and fine and not _OPERATION.search(source.text):
                self._report.add(NOTHING_SHOWN.at(span))
                continue
            for each in read:
                self._report.add(each)
            if page.readable:
                self._report.add(NOT_RECOGNISED.at(span, name=source.name))

    def _lifted(self, lifter: Lifter, page: Page, report: Report) -> bool:
        """Take what *lifter* makes of *page*; return whether that is anything."""
        if isinstance(lifter, Embedded):
            found = lifter.descriptions(page, report)
            known = {each.name for each in self.stated}
            self.stated += [
                Lifted(name, node, True)
                for name, node in found
                if name == page.name or name not in known
            ]
            return bool(found)
        document = lifter.lift(page, report)
        if document is not None:
            documents = next((d for each, d in self.shown if each is lifter), None)
            if documents is None:
                self.shown.append((lifter, [document]))
            else:
                documents.append(document)
        return document is not None

    def _tell(self, failed: Report | None, *own: Report) -> None:
        """Report what *own* have, and of what *failed* before, that it did."""
        for each in failed or ():
            if each.code.severity is Severity.ERROR:
                self._report.add(RENDERED.at(each.span, reason=each.message))
        for report in own:
            for each in report:
                self._report.add(each)


def _chosen(lifters: list[Lifter], name: str | None, report: Report) -> list[Lifter]:
    """Return the lifters to ask: all, or the one called *name*."""
    if name is None:
        return lifters
    asked = [lifter for lifter in lifters if lifter.name == name]
    if not asked:
        known = ", ".join(lifter.name for lifter in lifters)
        report.add(UNKNOWN_LIFTER.at(name=name, known=known))
    return asked
