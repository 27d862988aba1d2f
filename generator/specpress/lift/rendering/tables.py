"""Tables whose columns are known by the words above them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import (
    BROKEN_ROW,
    MISSING_COLUMN,
    UNKNOWN_COLUMN,
)
from specpress.lift.rendering.markdown import inline
from specpress.readers.element import Element
from specpress.source import Span

WORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("name", "parameter", "property", "field", "key"), "name"),
    **dict.fromkeys(("in", "location", "place", "located in", "position"), "in"),
    **dict.fromkeys(("type", "data type", "datatype", "value type"), "type"),
    **dict.fromkeys(("required", "mandatory", "required?"), "required"),
    **dict.fromkeys(("restrictions", "constraints", "restriction"), "restrictions"),
    **dict.fromkeys(("description", "details", "notes"), "description"),
    **dict.fromkeys(("status", "status code", "code", "http code"), "status"),
    **dict.fromkeys(("meaning", "reason"), "meaning"),
    **dict.fromkeys(("schema", "model", "response type"), "schema"),
    **dict.fromkeys(("header", "header name"), "header"),
    **dict.fromkeys(("format",), "format"),
    **dict.fromkeys(("value", "values", "allowed values"), "value"),
    **dict.fromkeys(("default", "default value"), "default"),
    **dict.fromkeys(("example", "examples", "expression"), "example"),
    **dict.fromkeys(("scope",), "scope"),
    **dict.fromkeys(("scheme",), "scheme"),
    **dict.fromkeys(("nullable",), "nullable"),
    **dict.fromkeys(("url",), "url"),
    **dict.fromkeys(("scope description",), "description"),
}
"""The roles that words above a column tell (in lower case)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its content as Markdown, and its place."""

    text: str
    span: Span


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the cells of its head and of its rows; *path* finds it on the page."""

    head: Row
    rows: tuple[Row, ...]
    span: Span
    path: str


@dataclass(frozen=True, slots=True)
class Record:
    """A row whose cells are known by role."""

    cells: Mapping[str, Cell]
    span: Span

    def text(self, role: str) -> str:
        """Return the text of the cell *role*; empty when there is none."""
        cell = self.cells.get(role)
        return cell.text if cell else ""

    def span_of(self, role: str) -> Span:
        """Return the place of the cell *role*; that of the row when there is none."""
        cell = self.cells.get(role)
        return cell.span if cell else self.span


def roles(table: Table, known: Collection[str], report: Report) -> list[str | None]:
    """Return the role of each column; None, and reported, when it is none of *known*."""
    found: list[str | None] = []
    for cell in table.head:
        role = WORDS.get(" ".join(cell.text.lower().split()))
        if role not in known or role in found:
            column = cell.text or "(without a title)"
            report.add(UNKNOWN_COLUMN.at(cell.span, column=column, path=table.path))
            role = None
        found.append(role)
    return found


def records(
    table: Table, needed: Collection[str], also: Collection[str], report: Report
) -> list[Record]:
    """Return the rows of *table*, their cells by role.

    None, with the reason reported, when a column *needed* is missing; columns that
    are neither needed nor in *also* are reported, and rows without the first of those
    needed, which names them.
    """
    found = roles(table, (*needed, *also), report)
    for role in needed:
        if role not in found:
            report.add(MISSING_COLUMN.at(table.span, path=table.path, column=role))
    if not set(needed) <= set(found):
        return []
    made = [_record(row, found) for row in table.rows if row]
    return [each for each in made if _is_named(each, needed, table, report)]


def _is_named(
    record: Record, needed: Collection[str], table: Table, report: Report
) -> bool:
    """Return whether *record* has a name; report one that has only other cells."""
    if not needed or record.text(next(iter(needed))).strip():
        return True
    text = " ".join(cell.text for cell in record.cells.values() if cell.text)
    if text.strip():
        said = {"text": text[:60], "path": table.path}
        report.add(BROKEN_ROW.at(record.span, **said))
    return False


def _record(row: Row, found: Sequence[str | None]) -> Record:
    cells = {role: cell for role, cell in zip(found, row, strict=False) if role}
    spans = [cell.span for cell in row]
    whole = Span(spans[0].file, spans[0].start, spans[-1].end)
    return Record(cells, whole)


def read_table(element: Element, path: str) -> Table:
    """Return the HTML table *element*, but for tables in its cells.

    The head is the first row when its cells are ``th`` or when it stands in a
    ``thead``; a table without has an empty head.
    """
    rows = list(_rows(element))
    head: Row = ()
    if rows and any(cell.tag == "th" for cell in _cells(rows[0])):
        head = tuple(map(_cell, _cells(rows[0])))
        rows = rows[1:]
    body = tuple(tuple(map(_cell, _cells(row))) for row in rows if _cells(row))
    return Table(head, body, element.span, path)


def _rows(element: Element) -> Sequence[Element]:
    found: list[Element] = []
    for child in element.children:
        if child.tag == "tr":
            found.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            found.extend(_rows(child))
    return found


def _cells(row: Element) -> list[Element]:
    return [each for each in row.children if each.tag in ("td", "th")]


def _cell(element: Element) -> Cell:
    return Cell(inline(element), element.inner)
