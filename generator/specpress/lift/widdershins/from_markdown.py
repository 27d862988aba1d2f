"""The blocks of a page that is still Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from specpress.lift.rendering.tables import Cell, Row, Table
from specpress.lift.widdershins.blocks import Block, Kind
from specpress.source import Source, Span

_FRONT: Final = re.compile(r"\A---\r?\n.*?\r?\n---\r?\n", re.DOTALL)
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*")
_TAG_HEADING: Final = re.compile(r"<h([1-6])([^>]*)>(.*)</h\1>\s*", re.IGNORECASE)
_ANCHOR: Final = re.compile(r"<a\s+(?:id|name)=\"([^\"]*)\"\s*>\s*</a>", re.IGNORECASE)
_ID: Final = re.compile(r"\bid=\"([^\"]*)\"", re.IGNORECASE)
_ITEM: Final = re.compile(r"(?:[*+-]|\d{1,9}[.)])\s+")
_FENCE: Final = re.compile(r"\s{0,3}(```+|~~~+)\s*([^`\s]*).*")
_LINK: Final = re.compile(r"<a\s+href=\"([^\"]*)\"\s*>(.*?)</a>", re.IGNORECASE)
_UNIT: Final = re.compile(r"<(aside|script|section|div)\b", re.IGNORECASE)
_RULE: Final = re.compile(r"\|(?:\s*:?-+:?\s*\|)+\s*")
_STOPS: Final = re.compile(r"<h\d|#{1,6} |```|<aside|> ")


def blocks_of_markdown(source: Source) -> list[Block]:
    """Return the blocks of the Markdown page *source*."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        front = _FRONT.match(source.text)
        at = front.end() if front else 0
        self._lines = [found for found in _LINE.finditer(source.text, at) if found[0]]
        self._at: int = 0
        self._headings: list[tuple[int, str]] = []

    def read(self) -> list[Block]:
        """Return all blocks."""
        blocks: list[Block] = []
        while self._at < len(self._lines):
            line = self._line().strip()
            if not line:
                self._at += 1
            elif line.startswith("<!--"):
                self._until(lambda text: "-->" in text)
            elif line.lower() in ("<section>", "</section>"):
                self._at += 1
            else:
                blocks.append(self._block(line))
        return blocks

    def _line(self) -> str:
        return self._lines[self._at][0]

    def _block(self, line: str) -> Block:
        if heading := _HEADING.fullmatch(line):
            return self._heading(len(heading[1]), heading[2], ())
        if tagged := _TAG_HEADING.fullmatch(line):
            ids = tuple(_ID.findall(tagged[2]))
            return self._heading(int(tagged[1]), tagged[3], ids)
        if fence := _FENCE.fullmatch(line):
            return self._code(fence[1], fence[2])
        if line.startswith("|"):
            return self._table()
        if line.startswith(">"):
            return self._made("quote", self._while(lambda text: text.startswith(">")))
        if unit := _UNIT.match(line):
            name = unit[1].lower()
            span = self._until(lambda text: f"</{name}>" in text.lower())
            return self._made("aside" if name == "aside" else "other", span)
        if _ITEM.match(line):
            return self._made("list", self._list())
        return self._made("text", self._while(self._goes_on))

    def _goes_on(self, text: str) -> bool:
        """Return whether the line *text* belongs to the paragraph before it."""
        ends = (_HEADING.fullmatch, _TAG_HEADING.fullmatch, _FENCE.fullmatch)
        return bool(text) and not any(end(text) for end in ends)

    def _until(self, ends: Callable[[str], bool]) -> Span:
        """Pass the lines up to and with the first that *ends*; return their place."""
        first = self._at
        while self._at < len(self._lines) - 1 and not ends(self._line().strip()):
            self._at += 1
        self._at += 1
        return self._span(first)

    def _while(self, belongs: Callable[[str], bool]) -> Span:
        """Pass the line here and those after it that *belong*; return their place."""
        first = self._at
        self._at += 1
        while self._at < len(self._lines) and belongs(self._line().strip()):
            self._at += 1
        return self._span(first)

    def _list(self) -> Span:
        first = self._at
        self._at += 1
        while self._at < len(self._lines):
            text = self._line()
            after = (
                self._lines[self._at + 1][0] if self._at + 1 < len(self._lines) else ""
            )
            inside = text.startswith((" ", "\t")) or _ITEM.match(text)
            blank = not text.strip() and bool(_ITEM.match(after) or after[:2] == "  ")
            lazy = (
                bool(text.strip())
                and self._goes_on(text.strip())
                and text[0] not in "|<>`"
            )
            if not (inside or blank or lazy):
                break
            self._at += 1
        return self._span(first)

    def _span(self, first: int) -> Span:
        end = self._lines[min(self._at, len(self._lines)) - 1].end()
        begin = self._lines[min(first, len(self._lines) - 1)].start()
        return self._source.span(begin, end)

    def _text(self, span: Span) -> str:
        return self._source.text[span.start : span.end].strip()

    def _heading(self, level: int, text: str, ids: tuple[str, ...]) -> Block:
        span = self._while(lambda _: False)
        self._headings = [each for each in self._headings if each[0] < level]
        self._headings.append((level, text))
        return Block("heading", text, span, self._path(""), ids, level)

    def _code(self, fence: str, language: str) -> Block:
        first = self._at
        self._at += 1
        self._until(lambda text: text.startswith(fence))
        span = self._span(first)
        lines = self._text(span).splitlines()[1:]
        inner = lines[:-1] if lines and lines[-1].strip().startswith(fence) else lines
        path = self._path("code")
        return Block("code", "\n".join(inner), span, path, language=language)

    def _made(self, kind: Kind, span: Span) -> Block:
        text = self._text(span)
        anchors = tuple(_ANCHOR.findall(text))
        text = _LINK.sub(r"[\2](\1)", _ANCHOR.sub("", text)).strip()
        return Block(kind, text, span, self._path(kind), anchors)

    def _path(self, kind: str) -> str:
        names = [text for _, text in self._headings]
        return " > ".join((*names, kind) if kind else names)

    def _table(self) -> Block:
        first = self._at
        rows = list(self._rows())
        span = self._span(first)
        path = self._path("table")
        table = Table(rows[0] if rows else (), tuple(rows[1:]), span, path)
        return Block("table", self._text(span), span, path, table=table)

    def _rows(self) -> Iterator[Row]:
        """Yield the rows here; the text of a cell may go on in the next lines."""
        while self._at < len(self._lines) and self._line().lstrip().startswith("|"):
            begin = self._lines[self._at].start()
            if _RULE.fullmatch(self._line().strip()):
                self._at += 1
                continue
            end = self._row_end()
            if self._source.text[begin:end].strip() != "|":
                yield _cells(self._source, begin, end)

    def _row_end(self) -> int:
        """Pass the lines of one row, which ends with a bar; return where it ends."""
        begin = self._at
        for at in range(begin, min(begin + 200, len(self._lines))):
            text = self._lines[at][0].strip()
            if at > begin and (_STOPS.match(text) or _RULE.fullmatch(text)):
                break
            if text.endswith("|") and (
                at == begin or not text.startswith("|") or text == "|"
            ):
                self._at = at + 1
                return self._lines[at].end()
        self._at = begin + 1
        return self._lines[begin].end()


def _cells(source: Source, begin: int, end: int) -> Row:
    """Return the cells of the row from *begin* to *end*, split at its bars."""
    text = source.text[begin:end]
    start = text.find("|") + 1
    cells: list[Cell] = []
    for found in re.finditer(r"(?:[^|\\]|\\.)*\|", text[start:], re.DOTALL):
        whole = found[0][:-1]
        inner = whole.strip()
        at = begin + start + found.start() + len(whole) - len(whole.lstrip())
        cells.append(Cell(inner.replace("\\|", "|"), source.span(at, at + len(inner))))
    return tuple(cells)
