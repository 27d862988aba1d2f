"""What a request takes: parameters, and a body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import (
    NOT_IN_TARGET,
    NOT_LISTED,
    REPEATED_PARAMETER,
)
from specpress.lift.httpdoc.media import media_types, read_example
from specpress.lift.httpdoc.schema import schema_of
from specpress.lift.rendering.words import typed
from specpress.lift.sphinx.fields import object_schema, read_type
from specpress.lift.sphinx.labels import Kind
from specpress.lift.sphinx.parts import Parts
from specpress.lift.sphinx.rows import Row, read_row
from specpress.lift.sphinx.signature import Signature, Variable
from specpress.readers.element import Element
from specpress.readers.json import read_json_text
from specpress.tree import Node

_REQUIRED: Final = re.compile(r"\s*\(Required\)\s*$")
_PLACES: Final[tuple[Kind, ...]] = ("path", "query", "header")
_FORM: Final = "application/x-www-form-urlencoded"
_UPLOAD: Final = "multipart/form-data"
_JSON: Final = "application/json"


def read_parameters(parts: Parts, signature: Signature, report: Report) -> list[Node]:
    """Return the parameters (OpenAPI 3.0.3, 4.7.12), those of the path first."""
    found: dict[tuple[str, str], Node] = {}
    in_path = {each.name: each for each in signature.in_path}
    for kind, group in parts.rows(*_PLACES):
        for item in group.items():
            row = typed_row(read_row(item))
            place = "query" if kind == "path" and row.name not in in_path else kind
            if place != kind:
                report.add(NOT_IN_TARGET.at(row.span, location=kind, name=row.name))
            variable = in_path.get(row.name) if place == "path" else None
            parameter = _parameter(row, place, variable, report)
            if (place, row.name) in found:
                said = {"location": place, "name": row.name}
                report.add(REPEATED_PARAMETER.at(row.span, **said))
            found.setdefault((place, row.name), parameter)
    for each in (*signature.in_path, *signature.in_query):
        place = "path" if each in signature.in_path else "query"
        if (place, each.name) not in found:
            found[place, each.name] = _recovered(each, place, report)
    return list(found.values())


def typed_row(row: Row) -> Row:
    """Return *row* with the type taken out of its name (``:form string file:``)."""
    word, _, name = row.name.partition(" ")
    if row.type or not name or typed(word) is None:
        return row
    return Row(name.strip(), row.span, word, row.span, row.rest)


def _parameter(row: Row, place: str, variable: Variable | None, report: Report) -> Node:
    schema, marks = read_type(row, report) if row.type else ({}, set[str]())
    if not schema and variable is not None:
        schema = dict(variable.type.map)
    if not schema and not row.type and place == "header":
        schema = {"type": Node("string", row.span, origin="default")}
    text, at = row.description, row.rest.inner
    required = place == "path" or "required" in marks or bool(_REQUIRED.search(text))
    text = _REQUIRED.sub("", text)
    members = {"name": Node(row.name, row.span), "in": Node(place, row.span)}
    if text:
        members["description"] = Node(text, at)
    members["required"] = Node(required, row.span)
    if "deprecated" in marks:
        members["deprecated"] = Node(True, row.type_span)
    members["schema"] = Node(schema, row.type_span)
    return Node(members, row.span, row.span)


def _recovered(variable: Variable, place: str, report: Report) -> Node:
    taken = "a required string" if place == "path" else "an optional string"
    span = variable.span
    report.add(NOT_LISTED.at(span, name=variable.name, taken=taken))
    data = {
        "name": variable.name,
        "in": place,
        "required": place == "path",
        "schema": variable.type,
    }
    return Node.of(data, span, span, "template")


def read_body(parts: Parts, report: Report) -> Node | None:
    """Return the request body (OpenAPI 3.0.3, 4.7.13), or None when there is none.

    The pages do not say whether it is required. It is taken as required when its
    schema requires a field, since the fields are then required arguments.
    """
    content: dict[str, dict[str, Node]] = {}
    for shown in (each for each in parts.messages if not each.status):
        header = shown.message.header("content-type")
        media = next(media_types(header, report), None) if header else None
        if media is None:
            continue
        held = content.setdefault(str(media.text), {})
        if example := read_example(shown.message.body, str(media.text), report):
            held.setdefault("example", example)
    if parts.schema is not None and (schema := _written(parts.schema, report)):
        _json(content)["schema"] = schema
    if shapes := shapes_of(parts, ("request", "request-list"), report):
        _json(content).setdefault("schema", shapes)
    for _, group in parts.rows("form"):
        rows = [typed_row(read_row(item)) for item in group.items()]
        schema = object_schema(rows, group.body.span, report)
        upload = any(each.type.lower() in ("file", "binary") for each in rows)
        chosen = next((name for name in content if name in (_FORM, _UPLOAD)), None)
        media_type = chosen or (_UPLOAD if upload else _FORM)
        content.setdefault(media_type, {}).setdefault("schema", schema)
    if not content:
        return None
    span = next((n.span for held in content.values() for n in held.values()), None)
    made = {name: Node(held) for name, held in content.items()}
    body = {"content": Node(made)}
    schemas = [held.get("schema") for held in content.values()]
    needed = [s.map["required"] for s in schemas if s and s.get("required")]
    if needed and len(needed) == len(content):
        body["required"] = Node(True, needed[0].span, origin="default")
    return Node(body, span) if span else Node(body)


def shapes_of(parts: Parts, kinds: tuple[Kind, Kind], report: Report) -> Node | None:
    """Return the schema of the fields that the groups of *kinds* list, or None.

    The second kind lists fields of the items of a list. A value is one or the other.
    """
    found: list[Node] = []
    for kind in kinds:
        groups = [group for _, group in parts.rows(kind)]
        rows = [read_row(item) for group in groups for item in group.items()]
        if rows:
            span = groups[0].body.span
            found.append(object_schema(rows, span, report, kind == kinds[1]))
    if len(found) > 1:
        return Node({"oneOf": Node(found, found[0].span)}, found[0].span)
    return found[0] if found else None


def _json(content: dict[str, dict[str, Node]]) -> dict[str, Node]:
    """Return the members of the JSON media type in *content*, added when it has none."""
    name = next((each for each in content if _is_json(each)), _JSON)
    return content.setdefault(name, {})


def _is_json(media: str) -> bool:
    bare = media.partition(";")[0].strip().lower()
    return bare == _JSON or bare.endswith("+json")


def _written(block: Element, report: Report) -> Node | None:
    """Return the schema that is written out in *block*.

    The tool writes the properties of an object only, and any other schema whole.
    """
    pre = next((each for each in block.walk() if each.tag == "pre"), block)
    text = pre.text
    read = read_json_text(text.text, text.source, report, text.offset)
    if read is None:
        return None
    if read.is_object and not _is_schema(read):
        members = {name: schema_of(each, report) for name, each in read.items()}
        whole = {
            "type": Node("object", read.span),
            "properties": Node(members, read.span),
        }
        return Node(whole, read.span)
    return schema_of(read, report)


def _is_schema(read: Node) -> bool:
    """Return whether *read* is a schema; in properties every value is an object."""
    values: Sequence[Node] = tuple(read.map.values())
    return not all(each.is_object for each in values) if values else True
