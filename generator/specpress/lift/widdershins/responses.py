"""The responses: a table, and tables of the schemas that have no name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import (
    NO_RESPONSES,
    REPEATED_STATUS,
    UNKNOWN_STATUS,
)
from specpress.lift.rendering.tables import Cell, Record, Row, Table, records
from specpress.lift.widdershins.blocks import Block
from specpress.lift.widdershins.inline import by_status
from specpress.lift.widdershins.links import read_links
from specpress.lift.widdershins.media import Media
from specpress.lift.widdershins.schemas import Schemas, described
from specpress.lift.widdershins.sections import Sections
from specpress.lift.widdershins.types import read_type
from specpress.source import Span
from specpress.tree import Node

_STATUS: Final = re.compile(r"[1-5](?:[0-9]{2}|XX)|default", re.IGNORECASE)
_NEEDED: Final = ("status", "description", "schema")


def read_responses(
    found: Sections,
    inline: Mapping[str, Node],
    media: Media,
    schemas: Schemas,
    report: Report,
    place: Span,
) -> Node:
    """Return the responses (OpenAPI 3.0.3, 4.7.16); *inline* are schemas by status."""
    headers = _headers(found.headers, report)
    linked = {s: read_links(part, report) for s, _, part in by_status(found.schemas)}
    responses: dict[str, Node] = {}
    for record in _records(found.responses, _NEEDED, ("meaning",), report):
        status = record.text("status").strip()
        span = record.span_of("status")
        if not _STATUS.fullmatch(status):
            report.add(UNKNOWN_STATUS.at(span, status=status))
            continue
        if status in responses:
            report.add(REPEATED_STATUS.at(span, status=status))
            continue
        text = described(record.text("description"))
        members = {"description": Node(text, record.span_of("description"))}
        if status in headers:
            members["headers"] = Node(headers[status], span)
        schema = _schema(record, status, inline, report)
        if schema is not None:
            name = media.of(status, span)
            members["content"] = Node({name: Node({"schema": schema}, span)}, span)
        if links := linked.get(status):
            members["links"] = Node(links, span)
        key = status.lower() if status.lower() == "default" else status.upper()
        responses[key] = Node(members, record.span, span)
    if not responses:
        report.add(NO_RESPONSES.at(place))
        responses["default"] = Node.of({"description": ""}, place, origin="default")
    return Node(responses, place)


def _schema(
    record: Record, status: str, inline: Mapping[str, Node], report: Report
) -> Node | None:
    """Return the schema of a response; None when it has no content."""
    text = record.text("schema").strip()
    if text in ("None", "none", ""):
        return None
    if text == "Inline":
        return inline.get(status, Node({}, record.span_of("schema")))
    name = f"the response {status}"
    return read_type(text, name, record.span_of("schema"), report)


def _headers(blocks: Sequence[Block], report: Report) -> dict[str, dict[str, Node]]:
    """Return the headers of the responses (OpenAPI 3.0.3, 4.7.21), by status."""
    found: dict[str, dict[str, Node]] = {}
    needed = ("status", "header", "type")
    for record in _records(blocks, needed, ("format", "description"), report):
        name = record.text("header").strip()
        format_ = record.text("format").strip()
        word = record.text("type").strip() + (f"({format_})" if format_ else "")
        members = {"schema": read_type(word, name, record.span_of("type"), report)}
        if text := described(record.text("description")):
            members["description"] = Node(text, record.span_of("description"))
        header = Node(members, record.span, record.span_of("header"))
        found.setdefault(record.text("status").strip(), {})[name] = header
    return found


def _records(
    blocks: Sequence[Block],
    needed: Sequence[str],
    also: Sequence[str],
    report: Report,
) -> Iterator[Record]:
    """Yield the rows of the table in *blocks*, whatever broke it to pieces.

    The tool writes descriptions of many lines into the table, where they end it: the
    rows after them are text.
    """
    tables = [block.table for block in blocks if block.table is not None]
    if not tables:
        return
    head = tables[0].head
    words = [cell.text.lower() for cell in head]
    column = words.index("description") if "description" in words else len(words) - 1
    pieces = [piece for block in blocks for piece in _pieces(block) if piece]
    for block in blocks:
        block.used = True
    status = words.index("status") if "status" in words else 0
    rows = _rejoined(pieces, column, len(head), status)
    whole = Table(head, tuple(rows), tables[0].span, tables[0].path)
    yield from records(whole, needed, also, report)


def _pieces(block: Block) -> Iterator[Row]:
    if block.table is not None:
        yield from block.table.rows
    elif block.kind != "heading":
        for line in block.text.split("\n"):
            inner = line.strip().removeprefix("|").removesuffix("|")
            yield tuple(Cell(part.strip(), block.span) for part in inner.split("|"))


def _rejoined(pieces: Sequence[Row], column: int, width: int, status: int) -> list[Row]:
    """Return the rows that *pieces* are; what has no status belongs to the row before.

    *status* is the column that statuses stand in.
    """
    rows: list[list[Cell]] = []
    for piece in pieces:
        at = status if status < len(piece) else 0
        first = piece[at].text.strip() if piece else ""
        nameless = not first and any(cell.text.strip() for cell in piece)
        if rows and not nameless and not _STATUS.fullmatch(first):
            _append(rows[-1], piece, column)
        else:
            rows.append(list(piece))
    return [_narrowed(row, column, width) for row in rows]


def _append(row: list[Cell], piece: Row, column: int) -> None:
    blank = Cell("", row[0].span)
    while len(row) <= column:
        row.append(blank)
    held = row[column]
    text = f"{held.text}\n{piece[0].text}".strip()
    row[column] = Cell(text, held.span)
    for offset, cell in enumerate(piece[1:], column + 1):
        if cell.text:
            while len(row) <= offset:
                row.append(blank)
            row[offset] = cell


def _narrowed(row: list[Cell], column: int, width: int) -> Row:
    """Return *row* with *width* cells: a bar in a description made too many."""
    extra = len(row) - width
    if extra <= 0:
        return tuple(row)
    joined = "|".join(cell.text for cell in row[column : column + extra + 1])
    cell = Cell(joined, row[column].span)
    return (*row[:column], cell, *row[column + extra + 1 :])
