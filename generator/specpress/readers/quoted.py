"""Strings of JavaScript (ECMA-262, 12.9.4 and 12.9.6), each character with its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Final

from specpress.readers.slices import Text

_BODIES: Final = {
    '"': re.compile(r'"([^"\\\r\n]*(?:\\(?:\r\n|[\s\S])[^"\\\r\n]*)*)"'),
    "'": re.compile(r"'([^'\\\r\n]*(?:\\(?:\r\n|[\s\S])[^'\\\r\n]*)*)'"),
    "`": re.compile(r"`([^`\\]*(?:\\(?:\r\n|[\s\S])[^`\\]*)*)`"),
}
_ESCAPE: Final = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
    r"|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})"
    r"|(\r\n|[\s\S]))|(\r\n?)"
)
_LETTERS: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v"}
_ENDS: Final = ("\n", "\r", "\r\n", "\u2028", "\u2029")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A string that stands in a script, from *start* to *end*; *inner* is what it means."""

    inner: Text
    start: int
    end: int

    @property
    def text(self) -> str:
        """What the string means, its escapes undone."""
        return self.inner.text

    def joined(self, *more: Quoted) -> Quoted:
        """Return this string with *more* added behind it, which stand in one file."""
        whole = (self, *more)
        made = _Made()
        for each in whole:
            made.add(each.inner, 0, len(each.text))
        text = Text(self.inner.source, "".join(made.parts), made.indices, made.offsets)
        return Quoted(text, self.start, whole[-1].end)


def end_of_quoted(text: str, at: int) -> int | None:
    """Return where the string that begins at *at* ends, or None when none does."""
    body = _BODIES.get(text[at : at + 1])
    found = body.match(text, at) if body else None
    return found.end() if found else None


def read_quoted(text: Text, at: int) -> Quoted | None:
    """Return the string that begins at *at*, or None when none does.

    One between backquotes in which something is put (``${...}``) is code, and none.
    """
    body = _BODIES.get(text.text[at : at + 1])
    if body is None or (found := body.match(text.text, at)) is None:
        return None
    start, end = found.span(1)
    if text.text[at] == "`" and _puts_in(text.text, start, end):
        return None
    return Quoted(_undone(text, start, end), at, found.end())


def _puts_in(text: str, start: int, end: int) -> bool:
    return re.search(r"(?<!\\)(?:\\\\)*\$\{", text[start:end]) is not None


def _undone(text: Text, start: int, end: int) -> Text:
    """Return what the text from *start* to *end* means, escapes undone."""
    made = _Made()
    at = start
    for found in _ESCAPE.finditer(text.text, start, end):
        made.add(text, at, found.start())
        made.put(_meant(found), text.offset(found.start()))
        at = found.end()
    made.add(text, at, end)
    return Text(text.source, "".join(made.parts), made.indices, made.offsets)


@dataclass(slots=True)
class _Made:
    """A text in the making: what is in it, and where its runs begin."""

    parts: list[str] = field(default_factory=list[str])
    indices: list[int] = field(default_factory=list[int])
    offsets: list[int] = field(default_factory=list[int])
    length: int = 0

    def put(self, meant: str, offset: int) -> None:
        """Add *meant*, which is written otherwise at *offset*."""
        self.indices.append(self.length)
        self.offsets.append(offset)
        self.parts.append(meant)
        self.length += len(meant)

    def add(self, text: Text, start: int, end: int) -> None:
        """Add what stands in *text* from *start* to *end*, run by run."""
        at = start
        for run in range(
            bisect_right(text.indices, start), bisect_left(text.indices, end)
        ):
            self.put(text.text[at : text.indices[run]], text.offset(at))
            at = text.indices[run]
        self.put(text.text[at:end], text.offset(at))


def _meant(escape: re.Match[str]) -> str:
    """Return what *escape* stands for."""
    high, low, four, braced, two, other, line = escape.groups()
    if high:
        code = 0x10000 + (int(high, 16) - 0xD800) * 0x400 + int(low, 16) - 0xDC00
        return chr(code)
    if number := four or braced or two:
        code = int(number, 16)
        return (
            chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        )
    if line is not None:
        return "\n"
    if other in _ENDS:
        return ""
    return "\0" if other == "0" else _LETTERS.get(other, other)
