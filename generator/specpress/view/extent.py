"""How far what stands under a key of a description reaches, or what a page says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.source import Source, Span

_OPENS: Final = re.compile(r"[\"']?\s*:\s*([{\[])")
_TOKEN: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[{}\[\]]", re.DOTALL)
_LONGEST: Final = 1_000_000  # characters that are looked at for one extent


def is_page(source: Source) -> bool:
    """Tell whether *source* is a reference page and not a description."""
    return source.text.lstrip("\ufeff \t\r\n").startswith("<")


def extent(source: Source, spans: Sequence[Span]) -> Span:
    """Return how far that reaches which begins at the first of *spans*.

    In a description that is a key: what stands under it goes on to the closing bracket,
    or, in YAML, as long as lines are indented more than the key is (YAML 1.2.2, 8.2). In
    a page it is all from the first to the last of *spans* in that page.
    """
    first = spans[0]
    if is_page(source):
        here = [span for span in spans if span.file == first.file]
        start, end = min(span.start for span in here), max(span.end for span in here)
        return Span(first.file, start, end)
    if match := _OPENS.match(source.text, first.end):
        return Span(first.file, first.start, _closing(source.text, match.start(1)))
    return Span(first.file, first.start, _dedent(source, first))


def _closing(text: str, opening: int) -> int:
    """Return the end of the bracket that opens at *opening*; outside quotes only."""
    depth = 0
    for token in _TOKEN.finditer(text, opening, opening + _LONGEST):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(token[0], 0)
        if depth == 0 and token[0] in "}]":
            return token.end()
    return opening + 1


def _dedent(source: Source, key: Span) -> int:
    """Return where the lines end that are indented more than *key* is."""
    line, column = source.line_col(key.start)
    end = key.end
    last, _ = source.line_col(min(len(source.text), key.start + _LONGEST))
    for number in range(line, last + 1):
        text = source.line(number)
        indent = len(text) - len(text.lstrip())
        if number > line and text.strip() and indent < column:
            break
        if text.strip():
            end = source.offset(number, 1) + len(text)
    return end
