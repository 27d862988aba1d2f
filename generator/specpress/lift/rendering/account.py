"""Accounts for every element of a page: what no lifter took is reported."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import UNKNOWN_SECTION, UNKNOWN_TEXT
from specpress.lift.rendering.selectors import selector
from specpress.readers.element import Element
from specpress.source import Span

SILENT: Final = frozenset(
    "head script style link meta template noscript svg title nav br hr wbr".split()
)
"""Elements that say nothing about the API, whatever stands in them."""
_GRAVE: Final = frozenset("table tbody tr dl ul ol form details fieldset".split())
"""Elements that hold rows: parameters and fields may be among them."""


class Account:
    """The parts of a page that are understood, or ignored on purpose."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._taken: list[tuple[int, int]] = []

    def take(self, *parts: Element | Span | None) -> None:
        """Count *parts*, with all inside, as understood (or ignored on purpose)."""
        for part in parts:
            if part is not None:
                span = part if isinstance(part, Span) else part.span
                self._taken.append((span.start, span.end))

    def settle(self, scope: Element, trail: Sequence[Element] = ()) -> None:
        """Report each element and each text in *scope* that nobody took.

        An element of which nothing was taken is reported once, as a whole. *trail*
        are the elements around *scope*.
        """
        _Rest(_merged(self._taken), self._report).read(scope, (*trail, scope))


class _Rest:
    """What is left of a page when all that was taken is taken away."""

    def __init__(self, taken: Sequence[tuple[int, int]], report: Report) -> None:
        self._taken = taken
        self._starts = [start for start, _ in taken]
        self._report = report

    def read(self, element: Element, trail: tuple[Element, ...]) -> None:
        """Report what is left in *element*, which is the last of *trail*."""
        for child in element.children:
            if child.tag in SILENT or self._covers(child.span):
                continue
            whole = child.text.text.strip()
            if not whole:
                continue
            below = (*trail, child)
            if self._touches(child.span):
                self.read(child, below)
            else:
                code = UNKNOWN_SECTION if _is_grave(child) else UNKNOWN_TEXT
                self._report.add(
                    code.at(child.span, path=selector(below), text=_short(whole))
                )
        for gap in element.gaps():
            text, span = gap.trimmed()
            if any(char.isalnum() for char in text) and not self._covers(span):
                path = selector(trail)
                self._report.add(UNKNOWN_TEXT.at(span, path=path, text=_short(text)))

    def _covers(self, span: Span) -> bool:
        """Return whether one part that was taken holds *span*."""
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and self._taken[index][1] >= span.end

    def _touches(self, span: Span) -> bool:
        """Return whether something in *span* was taken."""
        index = bisect_right(self._starts, span.end - 1) - 1
        return index >= 0 and self._taken[index][1] > span.start


def _is_grave(element: Element) -> bool:
    return any(each.tag in _GRAVE for each in element.walk())


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:57]}..."


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return *ranges* sorted, with those that meet made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
