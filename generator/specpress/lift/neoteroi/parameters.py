"""The tables of parameters and of headers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import UNKNOWN_LOCATION
from specpress.diagnostics.codes.rendering import (
    BROKEN_ROW,
    UNKNOWN_MARK,
    UNKNOWN_SCHEMA_TYPE,
)
from specpress.lift.neoteroi.cells import read_type
from specpress.lift.neoteroi.stream import Part
from specpress.lift.rendering.tables import Record, read_table, records
from specpress.lift.rendering.words import value
from specpress.readers import slices
from specpress.readers.element import Element
from specpress.source import Span
from specpress.tree import Node

_PLACES: Final = ("path", "query", "header", "cookie")
_NULLABLE: Final = {"yes": True, "no": False, "": False}
NO_DEFAULT: Final = "N/A"
"""What the tool writes for the credentials that it lists among the parameters."""


@dataclass(slots=True)
class Asked:
    """What the table of an operation lists."""

    parameters: list[Node] = field(default_factory=list[Node])
    security: list[Node] = field(default_factory=list[Node])
    places: dict[str, Node] = field(default_factory=dict[str, Node])
    """Where the credentials of a scheme go, by the scheme's name."""


def read_parameters(
    part: Part, schemes: frozenset[str], asked: Asked, report: Report
) -> None:
    """Add the parameters and the credentials that the table *part* lists to *asked*.

    The tool puts the credentials first, under the name of their security scheme; it
    does not tell which go together, so each is taken as one alternative.
    """
    element = part.element
    for row in rows_of(element, ("name", "in", "type"), _MORE, report):
        name, span = said(element, row, "name")
        place, at = said(element, row, "in")
        if place not in _PLACES:
            report.add(UNKNOWN_LOCATION.at(at, location=place, name=name))
            continue
        default = said(element, row, "default")[0]
        if name in schemes and default == NO_DEFAULT:
            requirement = {name: Node([], span, span)}
            asked.security.insert(0, Node(requirement, span))
            asked.places[name] = Node(place, at)
        else:
            asked.parameters.append(_parameter(element, row, report))


_MORE: Final = ("default", "nullable", "description")


def _parameter(element: Element, row: Record, report: Report) -> Node:
    name, span = said(element, row, "name")
    place, at = said(element, row, "in")
    members = {"name": Node(name, span), "in": Node(place, at)}
    if text := row.text("description"):
        members["description"] = Node(text, row.span_of("description"))
    members["required"] = Node(place == "path", at)
    word, type_span = said(element, row, "type")
    plain = read_type(word, frozenset())
    if plain is None:
        report.add(UNKNOWN_SCHEMA_TYPE.at(type_span, type=word, name=name))
        plain = {}
    default, where = said(element, row, "default")
    if default and default != NO_DEFAULT:
        plain["default"] = Node.of(value(default, plain), where)
    mark, mark_span = said(element, row, "nullable")
    nullable = _NULLABLE.get(mark.lower())
    if nullable is None:
        report.add(UNKNOWN_MARK.at(mark_span, mark=mark, name=name, taken="not null"))
    if nullable and "type" in plain:
        plain["nullable"] = True
    members["schema"] = Node.of(plain, type_span)
    return Node(members, span, span)


def read_headers(part: Part, report: Report) -> Node:
    """Return the response headers (Header Objects, OpenAPI 3.0.3, 4.7.21) in *part*."""
    element = part.element
    found: dict[str, Node] = {}
    for row in rows_of(element, ("name", "schema"), ("description",), report):
        name, span = said(element, row, "name")
        word, type_span = said(element, row, "schema")
        plain = read_type(word, frozenset())
        if plain is None:
            report.add(UNKNOWN_SCHEMA_TYPE.at(type_span, type=word, name=name))
        members = {"schema": Node.of(plain or {}, type_span)}
        if text := row.text("description"):
            members["description"] = Node(text, row.span_of("description"))
        found[name] = Node(members, span, span)
    return Node(found, element.span)


def said(element: Element, row: Record, role: str) -> tuple[str, Span]:
    """Return the text of the cell *role* as a reader sees it, and its place."""
    cell = row.cells.get(role)
    if cell is None:
        return "", row.span
    return slices.decoded(element.source, cell.span.start, cell.span.end).trimmed()


def rows_of(
    element: Element, needed: Sequence[str], also: Sequence[str], report: Report
) -> list[Record]:
    """Return the rows of the table *element*, their cells by role.

    The tool writes no empty rows: one is reported, too.
    """
    table = read_table(element, element.path)
    for row in table.rows:
        if not any(cell.text.strip() for cell in row):
            span = Span(row[0].span.file, row[0].span.start, row[-1].span.end)
            report.add(BROKEN_ROW.at(span, text="", path=table.path))
    return records(table, needed, also, report)
