"""The table of parameters: its columns are known by class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import REPEATED_PARAMETER, UNKNOWN_LOCATION
from specpress.diagnostics.codes.rendering import (
    BROKEN_ROW,
    MISSING_COLUMN,
    UNKNOWN_COLUMN,
    UNKNOWN_TEXT,
)
from specpress.lift.bootprint.datatype import marks, read_datatype
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.markdown import markdown
from specpress.lift.rendering.selectors import selector
from specpress.readers.element import Element
from specpress.tree import Node

_COLUMNS: Final = {
    "sw-param-key": "key",
    "sw-param-name": "name",
    "sw-param-description": "description",
    "sw-param-type": "in",
    "sw-param-data-type": "type",
    "sw-param-annotation": "notes",
}
_NEEDED: Final = ("name", "in", "type", "notes")
_PLACES: Final = ("path", "query", "header", "cookie")
_STYLES: Final = {
    "comma separated": ("form", False),
    "space separated": ("spaceDelimited", False),
    "pipe separated": ("pipeDelimited", False),
    "multiple parameters": ("form", True),
}
"""How lists are written (Swagger 2.0, collectionFormat), as style and explode."""
_NOTES: Final = ("json-property-required", "swagger--global", "json-schema--reference")

Cells = dict[str, Element]


def read_parameters(
    panel: Element, trail: Sequence[Element], account: Account, report: Report
) -> tuple[list[Node], Node | None]:
    """Return the parameters (OpenAPI 3.0.3, 4.7.12), and a schema of those in a form."""
    found: dict[tuple[str, str], Node] = {}
    properties: dict[str, Node] = {}
    required: list[Node] = []
    for cells in _rows(panel, trail, account, report):
        name, span = cells["name"].text.trimmed()
        place, place_span = cells["in"].text.trimmed()
        schema, style = _schema(cells, name, place, report)
        needed = cells["notes"].first("json-property-required") is not None
        told = cells.get("description")
        text = markdown(told).strip() if told else ""
        described = {"description": Node(text, told.inner)} if told and text else {}
        if place == "formData":
            properties[name] = Node({**schema.map, **described}, schema.span, span)
            required.extend([Node(name, span)] if needed else [])
        elif place not in _PLACES:
            report.add(UNKNOWN_LOCATION.at(place_span, location=place, name=name))
        elif (place, name) in found:
            report.add(REPEATED_PARAMETER.at(span, location=place, name=name))
        else:
            members = {"name": Node(name, span), "in": Node(place, place_span)}
            members.update(described)
            members["required"] = Node(needed or place == "path", cells["notes"].span)
            members.update(style)
            members["schema"] = schema
            found[place, name] = Node(members, span, span)
    form = None
    if properties:
        first = next(iter(properties.values())).key_span
        whole = {"type": Node("object", first), "properties": Node(properties, first)}
        if required:
            whole["required"] = Node(required, first)
        form = Node(whole, first)
    return list(found.values()), form


def _rows(
    panel: Element, trail: Sequence[Element], account: Account, report: Report
) -> list[Cells]:
    """Return the cells of each row by column; report columns that are not known."""
    section = panel.first("sw-request-params")
    table = (
        next((e for e in section.walk() if e.tag == "table"), None) if section else None
    )
    if table is None:
        return []
    path = selector((*trail, table))
    columns = _columns(table, path, account, report)
    missing = [name for name in _NEEDED if name not in columns]
    for name in missing:
        report.add(MISSING_COLUMN.at(table.span, path=path, column=name))
    found: list[Cells] = []
    for row in (each for each in table.walk() if each.tag == "tr"):
        cells = [each for each in row.children if each.tag == "td"]
        if not cells:
            continue
        account.take(row)
        named = {name: cell for name, cell in zip(columns, cells, strict=False) if name}
        if missing:
            continue
        if len(cells) < len(columns) or not named["name"].text.text.strip():
            text = " ".join(row.text.text.split())[:60]
            report.add(BROKEN_ROW.at(row.span, text=text, path=path))
            continue
        _strangers(named["notes"], path, report)
        found.append(named)
    return found


def _columns(
    table: Element, path: str, account: Account, report: Report
) -> list[str | None]:
    columns: list[str | None] = []
    for head in (each for each in table.walk() if each.tag == "th"):
        account.take(head)
        known = [_COLUMNS[name] for name in head.classes if name in _COLUMNS]
        columns.append(known[0] if known else None)
        if not known:
            word = head.text.text.strip() or head.attributes.get("class", "")
            report.add(UNKNOWN_COLUMN.at(head.span, column=word, path=path))
    return columns


def _strangers(notes: Element, path: str, report: Report) -> None:
    """Report marks in the last column that the tool does not write."""
    for each in notes.children:
        if not any(each.has(name) for name in _NOTES) and each.text.text.strip():
            text = each.text.text.strip()[:60]
            report.add(UNKNOWN_TEXT.at(each.span, text=text, path=path))


def _schema(
    cells: Cells, name: str, place: str, report: Report
) -> tuple[Node, dict[str, Node]]:
    """Return the schema of a parameter, and how its lists are written.

    The tool writes ``object`` where it finds no type; no parameter of Swagger 2.0 is
    an object, so that says nothing.
    """
    cell = cells["type"]
    for each in cell.children:
        known = each in list(marks(cell)) or each.has("sw-param-collection-format")
        if not known and each.text.text.strip():
            text = each.text.text.strip()[:60]
            report.add(UNKNOWN_TEXT.at(each.span, text=text, path="td"))
    schema = read_datatype(cell, name, report)
    if schema.get_text("type") == "object" and place != "formData":
        schema = Node({k: v for k, v in schema.items() if k != "type"}, schema.span)
    shown = cell.first("sw-param-collection-format")
    if shown is None:
        return schema, {}
    words = " ".join(shown.text.text.split()).lstrip(", ")
    for start, (style, explode) in _STYLES.items():
        if words.startswith(start) and place == "query":
            told = {"style": Node(style, shown.span)}
            return schema, {**told, "explode": Node(explode, shown.span)}
    return schema, {}
