"""Parameters and bodies, made of entries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import REPEATED_PARAMETER
from specpress.diagnostics.codes.rendering import MEDIA_UNKNOWN, UNKNOWN_MARK
from specpress.lift.openapi_generator.fields import Entry
from specpress.lift.openapi_generator.types import Types, literal
from specpress.lift.rendering.words import value
from specpress.source import Span
from specpress.tree import Node

_FORM: Final = "application/x-www-form-urlencoded"
_FILES: Final = "multipart/form-data"
_JSON: Final = "application/json"


def parameters(
    shown: Sequence[tuple[str, Entry]], types: Types, report: Report
) -> list[Node]:
    """Return the parameters (OpenAPI 3.0.3, 4.7.12) of places and entries *shown*."""
    found: dict[tuple[str, str], Node] = {}
    for place, entry in shown:
        if (place, entry.name) in found:
            said = {"location": place, "name": entry.name}
            report.add(REPEATED_PARAMETER.at(entry.span, **said))
            continue
        members = {"name": Node(entry.name, entry.span), "in": Node(place, entry.span)}
        if entry.text:
            members["description"] = Node(entry.text, entry.text_span or entry.span)
        members["required"] = required(entry, report, place == "path")
        members["schema"] = field_schema(entry, _kind(entry), types)
        found[place, entry.name] = Node(members, entry.span, entry.span)
    return list(found.values())


def required(entry: Entry, report: Report, default: bool) -> Node:
    """Return whether *entry* is marked as required."""
    if entry.mark:
        return Node(entry.mark == "required", entry.span)
    taken = "required" if default else "optional"
    said = {"mark": "no mark", "name": entry.name, "taken": taken}
    report.add(UNKNOWN_MARK.at(entry.span, **said))
    return Node(default, entry.span, origin="default")


def _kind(entry: Entry) -> str:
    """Return the type of a parameter; some pages have its place there."""
    return "" if entry.kind.endswith(" Parameter") else entry.kind


def field_schema(entry: Entry, type_: str, types: Types) -> Node:
    """Return the schema of *entry*, whose type is *type_* where the page has one."""
    span = entry.kind_span or entry.span
    schema = types.read(type_, entry.name, span, entry.format)
    if entry.values:
        schema = _with_values(schema, entry, span)
    if (default := literal(entry.default, schema)) is not None:
        schema = Node({**schema.map, "default": default}, schema.span)
    return schema


def _with_values(schema: Node, entry: Entry, span: Span) -> Node:
    """Return *schema* with the values of *entry*; those of a list are its items'."""
    items = schema.get("items")
    if items is not None:
        inner = _with_values(items, entry, span)
        return Node({**schema.map, "items": inner}, span)
    plain: dict[str, object] = {"type": schema.get_text("type")}
    values = [value(text, plain) for text in entry.values]
    return Node({**schema.map, "enum": Node.of(values, span)}, span)


def body(entry: Entry, consumed: Sequence[str], types: Types, report: Report) -> Node:
    """Return the request body (OpenAPI 3.0.3, 4.7.13) that *entry* describes."""
    schema = types.read(entry.link, entry.name, entry.span)
    members: dict[str, Node] = {}
    if entry.text:
        members["description"] = Node(entry.text, entry.text_span or entry.span)
    members["required"] = required(entry, report, False)
    members["content"] = _content(schema, consumed, _JSON, entry.span, report)
    return Node(members, entry.span, entry.span)


def form(
    shown: Sequence[Entry], consumed: Sequence[str], types: Types, report: Report
) -> Node:
    """Return the body that is made of form parameters."""
    span = shown[0].span
    properties: dict[str, Node] = {}
    needed: list[Node] = []
    for entry in shown:
        schema = field_schema(entry, _kind(entry), types)
        if entry.text:
            text = Node(entry.text, entry.text_span or entry.span)
            schema = Node({**schema.map, "description": text}, schema.span)
        properties[entry.name] = Node(schema.value, schema.span, entry.span)
        if required(entry, report, False).value is True:
            needed.append(Node(entry.name, entry.span))
    members = {"type": Node("object", span), "properties": Node(properties, span)}
    if needed:
        members["required"] = Node(needed, needed[0].span)
    schema = Node(members, span)
    files = any(entry.format == "binary" for entry in shown)
    usual = _FILES if files else _FORM
    content = _content(schema, consumed, usual, span, report)
    whole = {"content": content}
    if needed:
        whole["required"] = Node(True, needed[0].span, origin="default")
    return Node(whole, span, span)


def _content(
    schema: Node, consumed: Sequence[str], usual: str, span: Span, report: Report
) -> Node:
    if not consumed:
        said = {"what": "the request body", "media": usual}
        report.add(MEDIA_UNKNOWN.at(span, **said))
    names = list(consumed) or [usual]
    return Node({name: Node({"schema": schema}, span) for name in names}, span)
