"""Places in sources, and what stands there, for people."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final

from bs4 import BeautifulSoup

from specpress.diagnostics.render import printable
from specpress.source import Source, Span
from specpress.view.extent import extent, is_page
from specpress.view.model import Excerpt

LINES: Final = 60
"""The most lines of an excerpt."""

_WIDEST: Final = 240  # characters of what stands at the place of one fact
_LONGEST: Final = 20_000  # characters of a source that are looked at for that
_WIDE: Final = 2_000  # characters of one line of an excerpt
_PAGE: Final = 400_000  # characters of a page that are looked at for one excerpt
_BLOCKS: Final = (
    *("address article aside blockquote br dd div dl dt figure footer form".split()),
    *("h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th".split()),
    *("tr ul".split()),
)
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Places:
    """The *sources* by name; *prefix* stands before their names, as in diagnostics."""

    sources: Mapping[str, Source]
    prefix: str = ""

    def place(self, span: Span) -> str:
        """Return where *span* begins, as ``file:line:column``; empty for nowhere."""
        source = self.sources.get(span.file)
        if source is None or span.end > len(source.text):
            return ""
        line, column = source.line_col(span.start)
        return f"{printable(self.prefix + span.file)}:{line}:{column}"

    def said(self, span: Span) -> str:
        """Return what stands at *span* on one line, without markup, cut to fit a row."""
        source = self.sources.get(span.file)
        if source is None:
            return ""
        text = source.text[span.start : min(span.end, span.start + _LONGEST)]
        text = _SPACE.sub(" ", _plain(text, source)).strip()
        cut = text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
        return printable(cut)

    def excerpt(self, spans: Sequence[Span]) -> Excerpt | None:
        """Return the lines of a description in which the first of *spans* lies, or the
        text of a page from the first to the last of them; None where there is nothing.
        """
        first = spans[0]
        source = self.sources.get(first.file)
        if source is None or first.end > len(source.text) or first.start == first.end:
            return None
        whole, place = extent(source, spans), self.place(first)
        if is_page(source):
            lines = _lines(source.text[whole.start : whole.end])
            return _cut(place, [(0, line) for line in lines])
        top, _ = source.line_col(whole.start)
        last, _ = source.line_col(whole.end - 1)
        return _cut(place, [(n, source.line(n)) for n in range(top, last + 1)])


def _cut(place: str, lines: Sequence[tuple[int, str]]) -> Excerpt:
    """Return the excerpt of *lines* that begins at *place*, not longer than is shown."""
    shown = tuple((n, printable(line[:_WIDE])) for n, line in lines[:LINES])
    return Excerpt(place, shown, max(0, len(lines) - LINES))


def _lines(markup: str) -> list[str]:
    """Return the text of *markup*, a line a block."""
    soup = BeautifulSoup(markup[:_PAGE], "html.parser")
    for block in soup.find_all(_BLOCKS):
        block.insert_before("\n")
        block.append("\n")
    lines = (_SPACE.sub(" ", line).strip() for line in soup.get_text().split("\n"))
    return [line for line in lines if line]


def _plain(text: str, source: Source) -> str:
    """Return *text* without its markup where *source* is a page."""
    if not is_page(source):
        return text
    return (
        BeautifulSoup(text, "html.parser").get_text(" ")
        if "<" in text
        else unescape(text)
    )
