"""Plain text to blocks: headings, indented parts and columns are seen by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from specpress.lift.generic.blocks import (
    Block,
    Code,
    Flow,
    Heading,
    Para,
    Piece,
    Row,
    Table,
    Terms,
    Words,
    words,
)
from specpress.lift.generic.typewords import read_type
from specpress.lift.generic.vocabulary import mark
from specpress.source import Source, Span

_RULE: Final = re.compile(r"\s*([=\-~^_*#.+|])(?:\1|[ \t|+])*\1\s*$")
_UNDERLINE: Final = re.compile(r"([=\-~^*#])\1{2,}\s*$")
_NUMBERED: Final = re.compile(r"(\d+(?:\.\d+)*)\.?\s+(\S.*)$")
_MARKED: Final = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*$")
_CAPITALS: Final = re.compile(r"[A-Z][A-Z0-9 '/&():-]+$")
_METHOD: Final = re.compile(r"(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)\s")
_ENTRY: Final = re.compile(
    r"(?P<bullet>[-*+•]\s+)?(?P<name>[`\"]?(?:[A-Za-z_$][\w.$\[\]-]*|[1-5](?:\d\d|XX))[`\"]?[*?]?)"
    r"(?P<gap>\s{2,}|\s*[:=]\s+|\s+[-\u2013\u2014]{1,2}\s+|\s*(?=\())(?P<rest>\S.*)$"
)
_COLUMN: Final = re.compile(r"\S+(?: \S+)*")


class _Line(NamedTuple):
    text: str  # without the white space around it
    indent: int
    start: int
    end: int


def read_plain(source: Source, text: str, offset: int, path: str) -> list[Block]:
    """Return the blocks of *text*, which begins at *offset* in *source*."""
    return list(_Reader(source, text, offset, path).blocks())


class _Reader:
    """Goes through lines, a block at a time."""

    def __init__(self, source: Source, text: str, offset: int, path: str) -> None:
        self._source = source
        self._path = path
        self._lines: list[_Line] = []
        self._raw: list[str] = []
        at = offset
        for raw in re.split(r"(?<=\n)", text):
            line = raw.rstrip()
            inner = line.expandtabs(4)
            indent = len(inner) - len(inner.lstrip())
            start = min(at + len(line) - len(line.lstrip()), at + len(line))
            self._lines.append(_Line(line.strip(), indent, start, at + len(line)))
            self._raw.append(inner)
            at += len(raw)
        self._levels: dict[str, int] = {}

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks, in the text's order."""
        at = 0
        while at < len(self._lines):
            if not self._lines[at].text:
                at += 1
                continue
            made, at = self._next(at)
            if made is not None:
                yield made

    def _next(self, at: int) -> tuple[Block | None, int]:
        line = self._lines[at]
        if heading := self._heading(at):
            return heading
        if _RULE.fullmatch(line.text) and not re.search(r"\w", line.text):
            return None, at + 1
        if line.text[0] in "{[" or re.match(r"curl\s|\$ curl|HTTP/\d", line.text):
            return self._code(at)
        if found := self._table(at):
            return found
        if found := self._terms(at):
            return found
        end = at + 1
        while end < len(self._lines) and self._continues(end, line.indent):
            end += 1
        return Para(self._words(at, end)), end

    def _continues(self, at: int, indent: int) -> bool:
        line = self._lines[at]
        return (
            bool(line.text)
            and line.indent == indent
            and line.text[0] not in "{["
            and self._heading(at) is None
            and not re.match(r"curl\s", line.text)
            and not _METHOD.match(line.text)
            and not _METHOD.match(self._lines[at - 1].text)
        )

    def _heading(self, at: int) -> tuple[Heading, int] | None:
        line = self._lines[at]
        if at + 1 < len(self._lines):
            below = _UNDERLINE.fullmatch(self._lines[at + 1].text)
            if below and line.text and not _UNDERLINE.fullmatch(line.text):
                level = self._levels.setdefault(below[1], len(self._levels) + 1)
                return Heading(level, self._words(at, at + 1)), at + 2
        if marked := _MARKED.fullmatch(line.text):
            return Heading(len(marked[1]), self._words(at, at + 1, marked[2])), at + 1
        if line.indent:
            return None
        if numbered := _NUMBERED.fullmatch(line.text):
            level = 1 + numbered[1].count(".")
            said = self._words(at, at + 1, numbered[2])
            return Heading(level, said), at + 1
        if (
            _CAPITALS.fullmatch(line.text)
            and len(line.text) < 60
            and not _METHOD.match(line.text)
        ):
            return Heading(5, self._words(at, at + 1)), at + 1
        if _METHOD.match(line.text) and len(line.text) < 120:
            return Heading(4, self._words(at, at + 1)), at + 1
        return None

    def _code(self, at: int) -> tuple[Block, int]:
        """Return a sample: to its closing bracket, or to the end of the command."""
        text = self._lines[at].text
        end = at + 1
        if text[0] in "{[":
            depth = _depth(text)
            while end < len(self._lines) and depth > 0:
                depth += _depth(self._lines[end].text)
                end += 1
        else:
            while end < len(self._lines) and (
                self._lines[end - 1].text.endswith("\\")
                or (
                    self._lines[end].text
                    and self._lines[end].indent > self._lines[at].indent
                )
            ):
                end += 1
        indent = self._lines[at].indent
        body = "\n".join(raw[indent:] for raw in self._raw[at:end])
        return Code(body, "", self._span(at, end), self._path), end

    def _table(self, at: int) -> tuple[Block, int] | None:
        """Return a table of aligned columns, below a rule or with one under its head."""
        start = at
        if at + 2 >= len(self._lines):
            return None
        under = self._lines[at + 1].text
        ruled = re.fullmatch(r"[-=+|: ]{3,}", under) and re.search(r"[-=]{2,}", under)
        bars = self._lines[at].text.count("|") > 1
        if not ruled or not (bars or len(re.findall(r"[-=]+", under)) > 1):
            return None
        cuts = self._cuts(at, bars=bars)
        rows: list[Row] = []
        while at < len(self._lines) and self._lines[at].text:
            line = self._lines[at]
            if re.search(r"\w", line.text):
                cells = self._cells(at, cuts, bars=bars, head=at == start)
                if cells[0].text or not rows:
                    head = at == start
                    rows.append(
                        Row(tuple(cells), self._span(at, at + 1), self._path, head)
                    )
                else:  # the row before goes on
                    rows[-1] = _joined(rows[-1], cells)
            at += 1
        return Table(tuple(rows), self._span(start, at), self._path), at

    def _cuts(self, at: int, *, bars: bool) -> list[tuple[int, int]]:
        if bars:
            return []
        starts = [m.start() for m in re.finditer(r"[-=]+", self._raw[at + 1])]
        return list(zip(starts, [*starts[1:], 10**6], strict=True))

    def _cells(
        self, at: int, cuts: list[tuple[int, int]], *, bars: bool, head: bool
    ) -> list[Flow]:
        raw = self._raw[at]
        span = self._span(at, at + 1)
        texts = (
            [cell.strip() for cell in raw.strip().strip("|").split("|")]
            if bars
            else [raw[a:b].strip() for a, b in cuts]
        )
        made = (words((Piece(t, "text", span),), span, self._path) for t in texts)
        return [Flow(said, head=head) for said in made]

    def _terms(self, at: int) -> tuple[Block, int] | None:
        """Return the entries of a list of names, each with what is said of it."""
        first = self._lines[at]
        if not first.indent and not first.text.startswith(("-", "*", "•", "`")):
            return None
        indent = first.indent
        entries: list[tuple[Flow, Flow]] = []
        start = at
        while at < len(self._lines) and self._lines[at].indent == indent:
            line = self._lines[at]
            found = _ENTRY.fullmatch(line.text)
            bare = re.fullmatch(r"[A-Za-z_$][\w.$\[\]-]*[*?]?", line.text)
            if found is None and bare is None:
                break
            end = at + 1
            while end < len(self._lines) and self._belongs(end, indent):
                end += 1
            entries.append(self._entry(at, end, found))
            at = end
            while (
                at < len(self._lines)
                and not self._lines[at].text
                and (at + 1 < len(self._lines) and self._lines[at + 1].indent == indent)
            ):
                at += 1
        if not entries:
            return None
        return Terms(tuple(entries), self._span(start, at), self._path), at

    def _belongs(self, at: int, indent: int) -> bool:
        line = self._lines[at]
        if not line.text:
            after = self._lines[at + 1 : at + 2]
            return bool(after and after[0].text and after[0].indent > indent)
        return line.indent > indent

    def _entry(
        self, at: int, end: int, found: re.Match[str] | None
    ) -> tuple[Flow, Flow]:
        line = self._lines[at]
        name = found["name"].strip('`"') if found else line.text
        rest = found["rest"] if found else ""
        span = self._span(at, at + 1)
        term = Flow(words((Piece(name, "code", span),), span, self._path))
        lines = [re.sub(r"\s{2,}", "\n", rest)] if rest else []
        blocks: list[Block] = []
        index = at + 1
        while index < end:
            text = self._lines[index].text
            if text and (text[0] in "{[" or _is_entry(text)):
                block, index = self._next(index)
                if block is not None:
                    blocks.append(block)
                continue
            if text:
                lines.append(text)
            index += 1
        whole = self._span(at, end)
        said = words((Piece(" ".join(lines), "text", whole),), whole, self._path)
        return term, Flow(said, tuple(blocks))

    def _words(self, at: int, end: int, text: str | None = None) -> Words:
        span = self._span(at, end)
        said = text or " ".join(line.text for line in self._lines[at:end])
        return words((Piece(said, "text", span),), span, self._path)

    def _span(self, at: int, end: int) -> Span:
        filled = [line for line in self._lines[at:end] if line.text] or [
            self._lines[at]
        ]
        return self._source.span(filled[0].start, filled[-1].end)


def _is_entry(text: str) -> bool:
    """Return whether *text*, within a definition, begins one of its own."""
    found = _ENTRY.fullmatch(text)
    if found is None or not found["rest"].startswith("("):
        return False
    remark = re.split(r"[,;)]", found["rest"][1:])[0]
    return mark(remark) is not None or (
        len(remark.split()) < 6 and read_type(remark).schema is not None
    )


def _depth(text: str) -> int:
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", text)
    return sum(c in "{[" for c in bare) - sum(c in "}]" for c in bare)


def _joined(row: Row, cells: list[Flow]) -> Row:
    both = [
        Flow(
            words(
                (*a.words.pieces, Piece(" ", "text", a.span), *b.words.pieces),
                a.span,
                a.words.path,
            )
        )
        for a, b in zip(row.cells, cells, strict=False)
    ]
    return Row(tuple(both), row.span, row.path, row.head, row.depth)
