"""Text taken out of HTML, each character of which knows its offset in the page."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from specpress.source import Source, Span

_NOT_TEXT: Final = re.compile(
    r"(?P<reference>&(?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{1,31});?)"
    r"|(?P<line>\r\n?)"
    r"|<!--.*?-->|</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<![^>]*>|<\?[^>]*>",
    re.DOTALL,
)
_SPELLING: Final = re.compile(
    r"(?P<reference>&(?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<line>\r\n?)|<!--.*?-->",
    re.DOTALL,
)
_IN_ATTRIBUTE: Final = re.compile(
    r"(?P<reference>&(?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{1,31})"
    r"(?:;|(?![=A-Za-z0-9])))|(?P<line>\r\n?)"
)
_KEPT: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


@dataclass(frozen=True, slots=True)
class Text:
    """The text that a slice of a page stands for: references decoded, tags left out."""

    source: Source
    text: str
    indices: Sequence[int]
    """Where in *text* a run begins that stands in the page as it is."""
    offsets: Sequence[int]
    """Where in the page each of these runs begins."""

    def offset(self, index: int) -> int:
        """Return the offset in the page of the character *index*."""
        run = bisect_right(self.indices, index) - 1
        return self.offsets[run] + index - self.indices[run]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return the place in the page of the characters from *start* to *end*."""
        end = len(self.text) if end is None else end
        begin = self.offset(start)
        return self.source.span(begin, self._end(end) if end > start else begin)

    def _end(self, index: int) -> int:
        """Return the offset after the character before *index*."""
        run = bisect_left(self.indices, index)
        if run < len(self.indices) and self.indices[run] == index:
            return self.offsets[run]
        return self.offsets[run - 1] + index - self.indices[run - 1]

    def trimmed(self) -> tuple[str, Span]:
        """Return the text without white space around it, and its place."""
        inner = self.text.strip()
        if not inner:
            return "", self.span()
        start = self.text.index(inner)
        return inner, self.span(start, start + len(inner))


def decoded(source: Source, start: int, end: int) -> Text:
    """Return the text of the HTML from *start* to *end*."""
    return _decoded(source, start, end, _NOT_TEXT)


def attribute(source: Source, start: int, end: int) -> Text:
    """Return the attribute's value that stands from *start* to *end*.

    What looks like a tag is part of it (WHATWG HTML, 13.2.5.36 to 13.2.5.38).
    """
    return _decoded(source, start, end, _IN_ATTRIBUTE)


def verbatim(source: Source, start: int, end: int) -> Text:
    """Return what stands from *start* to *end*, as it stands."""
    return Text(source, source.text[start:end], (0,), (start,))


def _decoded(source: Source, start: int, end: int, other: re.Pattern[str]) -> Text:
    parts: list[str] = []
    indices = [0]
    offsets = [start]
    index, at = 0, start
    for found in other.finditer(source.text, start, end):
        begin, stop = found.span()
        parts.append(source.text[at:begin])
        index += begin - at
        if found.lastgroup == "reference":
            replaced = _character(found[0])
        else:
            replaced = "\n" if found.lastgroup == "line" else ""
        parts.append(replaced)
        indices += (index, index + len(replaced))
        offsets += (begin, stop)
        index += len(replaced)
        at = stop
    parts.append(source.text[at:end])
    return Text(source, "".join(parts), indices, offsets)


def raw(source: Source, start: int, end: int) -> str:
    """Return the HTML from *start* to *end* as markup, spelled in one way.

    It stays undecoded, tags and all. What HTML allows to spell differently and no
    reader sees is evened out: line ends, comments, and references, of which only
    those to markup's own characters remain.
    """
    return _SPELLING.sub(_respelled, source.text[start:end])


def _respelled(found: re.Match[str]) -> str:
    if found.lastgroup is None:
        return ""
    if found.lastgroup == "line":
        return "\n"
    character = _character(found[0])
    return _KEPT.get(character, character)


@lru_cache(maxsize=4096)
def _character(reference: str) -> str:
    return html.unescape(reference)
