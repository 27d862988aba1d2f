"""The models of the html generator."""

from __future__ import annotations

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import UNKNOWN_MARK, UNKNOWN_SCHEMA_TYPE
from specpress.lift.openapi_generator.fields import Entry, entries
from specpress.lift.openapi_generator.request import field_schema
from specpress.lift.openapi_generator.types import Types
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.markdown import markdown
from specpress.lift.rendering.siblings import beside
from specpress.readers.element import Element
from specpress.tree import Node


def model_name(box: Element) -> str:
    """Return the name of the model in *box*; empty when it has none."""
    head = next((each for each in box.children if each.tag == "h3"), None)
    code = next((e for e in head.walk() if e.tag == "code"), None) if head else None
    return code.text.text.strip() if code else ""


def read_model(box: Element, types: Types, account: Account, report: Report) -> Node:
    """Return the schema in *box*.

    A model without fields may be anything: the tool shows neither the values of a
    model nor what is in a list.
    """
    head = next(each for each in box.children if each.tag == "h3")
    account.take(head)
    members: dict[str, Node] = {}
    title = head.text.text.removesuffix("Up").strip().partition(" - ")[2].strip()
    if title:
        members["title"] = Node(title, head.span)
    told = box.first("model-description")
    account.take(told)
    if told is not None and (text := markdown(told).strip()):
        members["description"] = Node(text, told.inner)
    shown = entries(box, account, defaults=False)
    if shown:
        members.update(fields(shown, types, report))
    return Node(members, box.span, head.span)


def fields(shown: list[Entry], types: Types, report: Report) -> dict[str, Node]:
    """Return the type, the properties and the required names of an object."""
    properties: dict[str, Node] = {}
    needed: list[Node] = []
    for entry in shown:
        if entry.kind_span is None:
            said = {"type": "(none)", "name": entry.name}
            report.add(UNKNOWN_SCHEMA_TYPE.at(entry.span, **said))
        schema = field_schema(entry, entry.kind, types)
        if entry.text:
            text = Node(entry.text, entry.text_span or entry.span)
            schema = beside(schema, {"description": text})
        properties[entry.name] = Node(schema.value, schema.span, entry.span)
        if entry.mark == "required" or not entry.mark:
            needed.append(Node(entry.name, entry.span))
        elif entry.mark != "optional":
            said = {"mark": entry.mark, "name": entry.name, "taken": "optional"}
            report.add(UNKNOWN_MARK.at(entry.span, **said))
    made = {"type": Node("object", shown[0].span)}
    made["properties"] = Node(properties, shown[0].span)
    if needed:
        made["required"] = Node(needed, needed[0].span)
    return made
