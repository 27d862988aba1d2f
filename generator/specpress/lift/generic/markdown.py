"""Markdown to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from specpress.diagnostics import Report
from specpress.lift.generic.blocks import (
    Block,
    Code,
    Flow,
    Heading,
    Items,
    Mark,
    Para,
    Piece,
    Row,
    Table,
    Terms,
    Words,
    words,
)
from specpress.lift.generic.flow import read_blocks
from specpress.readers.html import read_html
from specpress.source import Source, Span

_FRONT: Final = re.compile(r"\A\ufeff?---\r?\n.*?\r?\n---\r?\n", re.DOTALL)
_MARKS: Final[dict[str, Mark]] = {
    "strong_open": "strong",
    "em_open": "em",
    "link_open": "link",
    "s_open": "em",
}
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^>]*>")
_FENCE_TITLE: Final = re.compile(r"\s*([A-Za-z0-9_+-]*)")


def read_markdown(source: Source, report: Report) -> list[Block]:
    """Return the blocks of a page in Markdown (CommonMark with tables).

    Front matter is left out. HTML in it is read as HTML.
    """
    front = _FRONT.match(source.text)
    blank = re.sub(r"[^\n]", " ", front[0]) if front else ""
    text = blank + source.text[len(blank) :]
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    reader = _Reader(source, report)
    return list(reader.blocks(parser.parse(text)))


class _Reader:
    """Reads tokens, which know their lines."""

    def __init__(self, source: Source, report: Report) -> None:
        self._source = source
        self._report = report
        self._lines = 1 + len(re.findall(r"\r\n?|\n", source.text))

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """Yield the blocks that *tokens* are."""
        at = 0
        html: list[Token] = []
        while at < len(tokens):
            end = _end(tokens, at)
            token = tokens[at]
            if token.type == "html_block":
                html.append(token)
            else:
                yield from self._html(html)
                html = []
                yield from self._block(token, tokens[at + 1 : end])
            at = end + 1
        yield from self._html(html)

    def _block(self, token: Token, inside: Sequence[Token]) -> Iterator[Block]:
        span = self._span(token)
        match token.type:
            case "heading_open":
                said = self._words(inside[0], token)
                if said.text:
                    yield Heading(int(token.tag[1:]), said)
            case "paragraph_open":
                yield from self._paragraph(inside[0], token)
            case "fence" | "code_block":
                lang = (_FENCE_TITLE.match(token.info) or ["", ""])[1].lower()
                yield Code(
                    token.content.strip("\n"), lang, span, f"line {self._line(token)}"
                )
            case "table_open":
                yield self._table(token, inside)
            case "bullet_list_open" | "ordered_list_open":
                yield self._list(token, inside)
            case "blockquote_open":
                yield from self.blocks(inside)
            case _:
                return

    def _paragraph(self, inline: Token, token: Token) -> Iterator[Block]:
        lines = inline.content.split("\n")
        if any(line.startswith(": ") for line in lines[1:]):
            yield from self._definitions(inline, token)
            return
        said = self._words(inline, token)
        if said.text:
            yield Para(said)

    def _definitions(self, inline: Token, token: Token) -> Iterator[Block]:
        """Yield a list of definitions, as forges write them: a line with a colon."""
        parser = MarkdownIt("commonmark")
        entries: list[tuple[Flow, Flow]] = []
        term: Flow | None = None
        for line in inline.content.split("\n"):
            tokens = parser.parseInline(line.removeprefix(": "))
            flow = Flow(self._words(tokens[0], token))
            if line.startswith(": ") and term is not None:
                entries.append((term, flow))
            else:
                term = flow
        yield Terms(tuple(entries), self._span(token), f"line {self._line(token)}")

    def _table(self, token: Token, inside: Sequence[Token]) -> Table:
        rows: list[Row] = []
        cells: list[Flow] = []
        head = False
        row = token
        for each in inside:
            match each.type:
                case "thead_open":
                    head = True
                case "tbody_open":
                    head = False
                case "tr_open":
                    row, cells = (each if each.map else row), []
                case "inline":
                    cells.append(Flow(self._words(each, row), head=head))
                case "tr_close":
                    path = f"line {self._line(row)}"
                    rows.append(Row(tuple(cells), self._span(row), path, head))
                case _:
                    pass
        return Table(tuple(rows), self._span(token), f"line {self._line(token)}")

    def _list(self, token: Token, inside: Sequence[Token]) -> Items:
        entries: list[Flow] = []
        at = 0
        while at < len(inside):
            end = _end(inside, at)
            item = inside[at]
            run: list[Piece] = []
            rest: list[Block] = []
            for block in self.blocks(inside[at + 1 : end]):
                if isinstance(block, Para):
                    if run:
                        run.append(Piece("\n", "break", block.span))
                    run.extend(block.words.pieces)
                else:
                    rest.append(block)
            path = f"line {self._line(item)}"
            entries.append(Flow(words(run, self._span(item), path), tuple(rest)))
            at = end + 1
        ordered = token.type.startswith("ordered")
        return Items(
            tuple(entries), self._span(token), f"line {self._line(token)}", ordered
        )

    def _words(self, inline: Token, token: Token) -> Words:
        span = self._span(token)
        found = list(_pieces(inline.children or (), span))
        return words(found, span, f"line {self._line(token)}")

    def _html(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """Yield the blocks of HTML that stands in the Markdown."""
        if not tokens:
            return
        start = self._span(tokens[0]).start
        end = self._span(tokens[-1]).end
        if not re.search(r"<[A-Za-z]", self._source.text[start:end]):
            return
        blank = re.sub(r"[^\n]", " ", self._source.text[:start])
        source = Source(self._source.name, blank + self._source.text[start:end])
        root = read_html(source, self._report)
        if root is not None:
            yield from read_blocks(root, f"line {self._line(tokens[0])}")

    def _line(self, token: Token) -> int:
        return token.map[0] + 1 if token.map else 1

    def _span(self, token: Token) -> Span:
        first, after = token.map or (0, 1)
        start = self._source.offset(first + 1, 1)
        if after >= self._lines:
            return self._source.span(start, len(self._source.text))
        return self._source.span(start, self._source.offset(after + 1, 1) - 1)


def _end(tokens: Sequence[Token], at: int) -> int:
    """Return where what begins at *at* ends."""
    depth = 0
    for index in range(at, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens) - 1


def _pieces(tokens: Sequence[Token], span: Span) -> Iterator[Piece]:
    marks: list[Mark] = []
    for token in tokens:
        mark: Mark = marks[0] if marks else "text"
        if token.type in _MARKS:
            marks.append(_MARKS[token.type])
        elif token.nesting < 0 and marks:
            marks.pop()
        elif token.type == "code_inline":
            yield Piece(token.content, "code", span)
        elif token.type == "text":
            yield Piece(token.content, mark, span)
        elif token.type == "softbreak":
            yield Piece(" ", mark, span)
        elif token.type == "hardbreak":
            yield Piece("\n", "break", span)
        elif token.type == "image":
            yield Piece(token.content, "badge", span, "img")
        elif token.type == "html_inline" and (tag := _TAG.match(token.content)):
            if tag[2].lower() == "br":
                yield Piece("\n", "break", span)
            elif tag[2].lower() in ("b", "strong", "code", "em", "i"):
                if tag[1] and marks:
                    marks.pop()
                elif not tag[1]:
                    marks.append(_HTML[tag[2].lower()])
            elif not tag[1] and tag[2].lower() not in ("a", "sup", "sub", "span"):
                yield Piece(token.content, mark, span)


_HTML: Final[dict[str, Mark]] = {
    "b": "strong",
    "strong": "strong",
    "code": "code",
    "em": "em",
    "i": "em",
}
