"""Pages changed as tools and authors change them: what a lifter must not miss.

Each mutation is one change in one place. `Change.removed` tells those that take something
off the page; the others leave every fact on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

_HEADING: Final = re.compile(r"(<(h[2-6]|th)\b[^>]*>)([^<>]+)(</\2>)")
_DIV_HEADING: Final = re.compile(
    r"(<(div|span|dt)\s[^>]*class=\"(?:methodsubtabletitle|param-in|security-property-name)"
    r"\"[^>]*>)([^<>]+)(</\2>)"
)
_CLASS: Final = re.compile(r"class=[\"']([^\"']+)[\"']")
_TABLE: Final = re.compile(r"<table\b.*?</table>", re.DOTALL)
_ROW: Final = re.compile(r"<tr\b[^>]*>.*?</tr>", re.DOTALL)
_SECTION: Final = re.compile(
    r"<(h[34])\b[^>]*>.*?(?=<h[1-4]\b|</div> <!-- method)", re.DOTALL
)
_FENCED: Final = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_NEW: Final = "Whatsoever"


@dataclass(frozen=True, slots=True)
class Change:
    """A changed page: what was done, the text, and whether something was *removed*."""

    what: str
    text: str
    removed: bool = False


def changes(text: str, *, markdown: bool) -> Iterator[Change]:
    """Yield every change of the page *text*."""
    makers: tuple[Callable[[str], Iterator[Change]], ...] = (
        (_md_headings, _md_heads, _md_columns, _md_sections, _md_rows)
        if markdown
        else (_headings, _classes, _columns, _nested, _sections, _rows)
    )
    for make in makers:
        yield from make(text)


def _cut(text: str, start: int, end: int, new: str) -> str:
    return f"{text[:start]}{new}{text[end:]}"


def _headings(text: str) -> Iterator[Change]:
    for pattern in (_HEADING, _DIV_HEADING):
        for found in pattern.finditer(text):
            changed = _cut(text, *found.span(3), _NEW)
            yield Change(f"rename {found[2]} {found[3].strip()!r}", changed)


def _classes(text: str) -> Iterator[Change]:
    names = sorted({name for held in _CLASS.findall(text) for name in held.split()})
    for name in names:
        pattern = re.compile(
            rf"(class=[\"'][^\"']*(?<![\w-])){re.escape(name)}(?![\w-])"
        )
        yield Change(f"rename class {name}", pattern.sub(r"\1x-other", text))


def _columns(text: str) -> Iterator[Change]:
    for number, table in enumerate(_TABLE.finditer(text)):
        head = True

        def wider(row: re.Match[str]) -> str:
            nonlocal head
            tag = "th" if head and "<th" in row[0] else "td"
            head = False
            cell = f"<{tag}>{'Wherefore' if tag == 'th' else 'because'}</{tag}>"
            return row[0].replace("</tr>", f"{cell}</tr>")

        inner = _ROW.sub(wider, table[0])
        yield Change(
            f"add a column to table {number}", _cut(text, *table.span(), inner)
        )


def _nested(text: str) -> Iterator[Change]:
    for number, table in enumerate(_TABLE.finditer(text)):
        inner = f"<table><tr><td>{table[0]}</td></tr></table>"
        yield Change(f"nest table {number}", _cut(text, *table.span(), inner))


def _rows(text: str) -> Iterator[Change]:
    for number, row in enumerate(_ROW.finditer(text)):
        if "<td" in row[0]:
            cells = re.sub(
                r"<td\b[^>]*>.*?</td>", "<td></td>", row[0], count=1, flags=16
            )
            yield Change(f"empty row {number}", _cut(text, *row.span(), cells))


def _sections(text: str) -> Iterator[Change]:
    for found in _SECTION.finditer(text):
        title = re.sub(r"<[^>]*>", "", found[0])[:30].strip().partition("\n")[0]
        yield Change(f"drop section {title!r}", _cut(text, *found.span(), ""), True)


def _outside_code(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    code = [found.span() for found in _FENCED.finditer(text)]
    for found in pattern.finditer(text):
        if not any(start <= found.start() < end for start, end in code):
            yield found


def _md_headings(text: str) -> Iterator[Change]:
    pattern = re.compile(r"^(#{2,6} |<h\d[^>]*>)([^<\n]+)", re.MULTILINE)
    for found in _outside_code(text, pattern):
        changed = _cut(text, *found.span(2), _NEW)
        yield Change(f"rename heading {found[2]!r}", changed)


def _md_heads(text: str) -> Iterator[Change]:
    pattern = re.compile(r"^\|(.+)\|\n\|---", re.MULTILINE)
    for found in _outside_code(text, pattern):
        start = found.start(1)
        for cell in re.finditer(r"[^|]+", found[1]):
            changed = _cut(text, start + cell.start(), start + cell.end(), _NEW)
            yield Change(f"rename column {cell[0]!r}", changed)


def _md_columns(text: str) -> Iterator[Change]:
    pattern = re.compile(r"(?:^\|.*\|\n)+", re.MULTILINE)
    for number, found in enumerate(_outside_code(text, pattern)):
        lines = found[0].rstrip("\n").split("\n")
        cells = ["Wherefore", "---", *(["because"] * len(lines))]
        wider = [f"{line}{cell}|" for line, cell in zip(lines, cells, strict=False)]
        changed = _cut(text, *found.span(), "\n".join(wider) + "\n")
        yield Change(f"add a column to table {number}", changed)


def _md_sections(text: str) -> Iterator[Change]:
    pattern = re.compile(
        r"^(?:#{3,4} |<h3[^>]*>).*?(?=^#{1,4} |^<h\d|^<aside|\Z)",
        re.MULTILINE | re.DOTALL,
    )
    for found in _outside_code(text, pattern):
        title = found[0].partition("\n")[0]
        yield Change(f"drop section {title!r}", _cut(text, *found.span(), ""), True)


def _md_rows(text: str) -> Iterator[Change]:
    pattern = re.compile(r"^\|(?!---)([^|\n]+)\|(?=.*\|$)", re.MULTILINE)
    for found in _outside_code(text, pattern):
        changed = _cut(text, *found.span(1), "")
        yield Change(f"empty the name of row {found[1]!r}", changed)
