"""Diagnostics as text for people: a line a compiler would print, and an excerpt."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

from specpress.diagnostics.model import Diagnostic, Severity
from specpress.source import Source, Span

WIDTH: Final = 80
"""How many columns of a source line an excerpt shows, its dots included."""

_COLORS: Final = {
    Severity.NOTE: "\x1b[36m",
    Severity.WARNING: "\x1b[33m",
    Severity.ERROR: "\x1b[31m",
}
_BOLD: Final = "\x1b[1m"
_RESET: Final = "\x1b[0m"
_LEAD: Final = 24  # columns left for what stands before the span in a line that is cut
_CUT: Final = "..."


def render(
    diagnostic: Diagnostic,
    sources: Mapping[str, Source],
    prefix: str = "",
    *,
    color: bool = False,
) -> str:
    """Return *diagnostic* as ``file:line:col: severity[CODE]: message`` and excerpt.

    *prefix* stands before the file's name, so that the place can be opened from the
    current folder. Without a source of that name there is no line and no excerpt.
    """
    severity, code = diagnostic.code.severity, diagnostic.code.id
    tag = f"{severity}[{code}]:"
    if color:
        tag = f"{_COLORS[severity]}{_BOLD}{tag}{_RESET}"
    span = diagnostic.span
    head = f"{tag} {printable(diagnostic.message)}"
    if not span.file:
        return head
    source = sources.get(span.file)
    name = printable(prefix + span.file)
    if source is None or span.end > len(source.text):
        return f"{name}: {head}"
    line, column = source.line_col(span.start)
    text = source.line(line)
    if not text.strip():
        return f"{name}:{line}:{column}: {head}"
    return f"{name}:{line}:{column}: {head}\n{_excerpt(source, span, line, column)}"


def printable(text: str) -> str:
    """Return *text* with everything that could steer a terminal escaped.

    >>> printable("a\\x1b[2Jb\\u202ec")
    'a\\\\x1b[2Jb\\\\u202ec'
    """
    return "".join(_visible(c) for c in text)


def _visible(char: str) -> str:
    """Return *char*, or its escape when it is a control, format or line separator."""
    if char.isascii() and char.isprintable():
        return char
    if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}:
        return char.encode("unicode_escape").decode("ascii")
    return char


def _excerpt(source: Source, span: Span, line: int, column: int) -> str:
    """Return the source line *line*, cut around *span*, with carets below."""
    text = source.line(line)
    start = min(column - 1, len(text))
    size = max(1, min(span.end - span.start, len(text) - start))
    first, last = max(0, start - WIDTH), min(len(text), start + WIDTH)
    before = [_cell(c) for c in text[first:start]]
    rest = [_cell(c) for c in text[start:last]]
    whole = first == 0 and last == len(text)
    if not whole or sum(map(_columns, (*before, *rest))) > WIDTH:
        room = WIDTH - 2 * len(_CUT)
        kept = _fitting(rest, room - min(_LEAD, sum(map(_columns, before))))
        back = _fitting(before[::-1], room - sum(map(_columns, rest[:kept])))
        first += len(before) - back
        last -= len(rest) - kept
        before, rest = before[len(before) - back :], rest[:kept]
    left = _CUT if first > 0 else ""
    right = _CUT if last < len(text) else ""
    gutter = f"{line:5} | "
    indent = " " * (len(gutter) + len(left) + sum(map(_columns, before)))
    carets = "^" * max(1, sum(map(_columns, rest[:size])))
    shown = "".join(before) + "".join(rest)
    return f"{gutter}{left}{shown}{right}".rstrip() + f"\n{indent}{carets}"


def _fitting(cells: list[str], room: int) -> int:
    """Return how many of *cells*, from the first on, take at most *room* columns."""
    for count, cell in enumerate(cells):
        room -= _columns(cell)
        if room < 0:
            return count
    return len(cells)


def _cell(char: str) -> str:
    return " " if char == "\t" else printable(char)


def _columns(text: str) -> int:
    """Return how many columns *text* takes in a terminal."""
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )
