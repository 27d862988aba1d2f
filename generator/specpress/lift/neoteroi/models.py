"""The sections behind the operations: schemas, common responses, credentials."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from specpress.diagnostics import Report
from specpress.diagnostics.codes.neoteroi import HIDDEN_SCHEME, HIDDEN_TYPE
from specpress.diagnostics.codes.rendering import UNKNOWN_SCHEMA_TYPE, UNKNOWN_SECTION
from specpress.lift.neoteroi import texts
from specpress.lift.neoteroi.cells import read_type
from specpress.lift.neoteroi.content import Contents
from specpress.lift.neoteroi.parameters import rows_of, said
from specpress.lift.neoteroi.stream import Part
from specpress.lift.rendering.markdown import markdown
from specpress.source import Span
from specpress.tree import Node


def read_schemas(parts: Sequence[Part], report: Report) -> dict[str, Node]:
    """Return the schemas of the section, by name."""
    entries = list(_entries(parts))
    names = frozenset(heading.text for heading, _ in entries)
    return {
        heading.text: _schema(heading, inside, names, report)
        for heading, inside in entries
    }


def _schema(
    heading: Part, inside: Sequence[Part], names: Collection[str], report: Report
) -> Node:
    """Return one schema: a table of fields, or one type; nothing for an object.

    The tool tells of neither required fields nor constraints here.
    """
    span = heading.element.span
    plain: dict[str, object] = {"type": "object"}
    for part in inside:
        if part.kind == "table":
            plain["properties"] = Node(_fields(part, names, report), part.element.span)
        elif part.text.lower().startswith("type:"):
            word = part.text[5:].strip()
            found = read_type(word, names)
            if not word or found is None:
                report.add(HIDDEN_TYPE.at(part.element.span, name=heading.text))
            plain = found or {}
        elif part.text:
            _unknown(part, report)
    return Node.of(plain, span, span)


def _fields(part: Part, names: Collection[str], report: Report) -> dict[str, Node]:
    element = part.element
    found: dict[str, Node] = {}
    for row in rows_of(element, ("name", "type"), ("description",), report):
        name, span = said(element, row, "name")
        word, type_span = said(element, row, "type")
        plain = read_type(word, names)
        if plain is None:
            report.add(UNKNOWN_SCHEMA_TYPE.at(type_span, type=word, name=name))
            plain = {}
        if (text := row.text("description")) and "$ref" not in plain:
            plain["description"] = Node(text, row.span_of("description"))
        found[name] = Node(Node.of(plain, type_span).value, type_span, span)
    return found


def read_responses(parts: Sequence[Part], report: Report) -> dict[str, Node]:
    """Return the common responses, by name."""
    found: dict[str, Node] = {}
    for heading, inside in _entries(parts):
        span = heading.element.span
        contents = Contents(span, report)
        state = "response"
        told: list[str] = []
        for part in inside:
            word = part.text.lower()
            if part.kind == "label" and texts.MEDIA.fullmatch(part.text):
                contents.begin(part)
                state = "example"
            elif part.kind == "label" and word == texts.RESPONSE_SCHEMA:
                state = word
            elif state != "response":
                if not contents.take(part, state):
                    _unknown(part, report)
            elif text := markdown(part.element):
                told.append(text)
        response = contents.response()
        description = Node("\n\n".join(told), span)
        members = {**response.map, "description": description}
        found[heading.text] = Node(members, span, span)
    return found


def read_schemes(part: Part, report: Report) -> dict[str, Node]:
    """Return the security schemes (OpenAPI 3.0.3, 4.7.27) of the table *part*.

    Of API keys the name of the header or query parameter is not shown, of OAuth 2 and
    OpenID Connect no address: those are left out and reported.
    """
    element = part.element
    found: dict[str, Node] = {}
    for row in rows_of(element, ("name", "type", "scheme"), ("description",), report):
        name, span = said(element, row, "name")
        kind = said(element, row, "type")
        scheme = said(element, row, "scheme")
        if kind[0] != "http" or not scheme[0]:
            report.add(HIDDEN_SCHEME.at(kind[1], name=name, type=kind[0]))
            continue
        members = {"type": Node(*kind), "scheme": Node(*scheme)}
        if text := row.text("description"):
            members["description"] = Node(text, row.span_of("description"))
        found[name] = Node(members, span, span)
    return found


def read_names(part: Part, report: Report) -> Iterator[tuple[str, Span, Node | None]]:
    """Yield name, place and description of each row of the table *part*."""
    element = part.element
    for row in rows_of(element, ("name",), ("description",), report):
        name, span = said(element, row, "name")
        text = row.text("description")
        yield name, span, Node(text, row.span_of("description")) if text else None


def _entries(parts: Iterable[Part]) -> Iterator[tuple[Part, list[Part]]]:
    """Yield each heading of the third level with the parts below it."""
    heading: Part | None = None
    for is_heading, found in groupby(parts, lambda part: part.kind == "heading"):
        inside = list(found)
        if is_heading:
            for each in inside[:-1]:
                yield each, []
            heading = inside[-1]
        elif heading is not None:
            yield heading, inside
            heading = None
    if heading is not None:
        yield heading, []


def _unknown(part: Part, report: Report) -> None:
    element = part.element
    shown = " ".join(element.text.text.split())[:60]
    report.add(UNKNOWN_SECTION.at(element.span, path=element.path, text=shown))
