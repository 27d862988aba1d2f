"""Source texts and the places inside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

import msgspec

_LINE_END: Final = re.compile(r"\r\n?|\n")  # not splitlines(): it also breaks at U+2028


class Span(msgspec.Struct, frozen=True, array_like=True):
    """A half-open range of character offsets, *start* to *end*, into one `Source`.

    *file* is the source's name. Lines and columns are worked out only when printed.
    """

    file: str
    start: int
    end: int


NOWHERE: Final = Span("", 0, 0)
"""The span of what was made by specpress and stands in no source."""


@dataclass(frozen=True, slots=True)
class Source:
    """A spec document: its display name, its text, and where its lines begin."""

    name: str
    text: str
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(m.end() for m in _LINE_END.finditer(self.text)))
        object.__setattr__(self, "_starts", starts)

    def line_col(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of *offset*."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Return the offset of the 1-based *line* and *column*."""
        return self._starts[line - 1] + column - 1

    def line(self, number: int) -> str:
        """Return the text of the 1-based line *number*, without its line end."""
        start = self._starts[number - 1]
        last = number == len(self._starts)
        end = len(self.text) if last else self._starts[number]
        return self.text[start:end].rstrip("\r\n")

    def span(self, start: int, end: int) -> Span:
        """Return the span of this source from *start* to *end*."""
        return Span(self.name, start, end)
