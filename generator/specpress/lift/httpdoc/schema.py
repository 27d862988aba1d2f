"""The request schema: JSON in OpenAPI 3.0's dialect."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import (
    NOT_A_SCHEMA,
    REQUIRED_UNKNOWN,
    UNKNOWN_KEYWORD,
)
from specpress.lift.httpdoc.subschemas import MANY, NAMED, ONE, rebuilt
from specpress.readers.element import Element
from specpress.readers.json import read_json_text
from specpress.tree import Node

_PLAIN: Final = frozenset(
    "title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength"
    " minLength pattern maxItems minItems uniqueItems maxProperties minProperties"
    " required enum type description format default nullable discriminator readOnly"
    " writeOnly example externalDocs deprecated xml".split()
)


def read_schema(element: Element, report: Report) -> Node:
    """Return the schema in *element*; one that accepts anything when it is broken."""
    text = element.text
    read = read_json_text(text.text, text.source, report, text.offset)
    if read is None:
        return Node({}, element.inner, origin="default")
    return _schema(read, report)


def _schema(node: Node, report: Report) -> Node:
    """Return *node* with what is no schema, and no keyword of one, reported."""
    if not node.is_object:
        found = "an array" if isinstance(node.value, list) else repr(node.value)
        report.add(NOT_A_SCHEMA.at(node.span, found=found[:60]))
        return Node({}, node.span, node.key_span, "default")
    if node.get_text("$ref") is not None:
        return node
    members = {k: v for k, v in node.items() if _known(k, v, report)}
    _check_required(members, report)
    kept = Node(members, node.span, node.key_span)
    return rebuilt(kept, lambda each: _schema(each, report))


def _known(keyword: str, value: Node, report: Report) -> bool:
    known = keyword in _PLAIN or keyword in (*ONE, *MANY, *NAMED)
    if known or keyword.startswith("x-"):
        return True
    report.add(UNKNOWN_KEYWORD.at(value.key_span, keyword=keyword))
    return False


def _check_required(members: dict[str, Node], report: Report) -> None:
    """Take fields that can't exist out of ``required``."""
    closed = members.get("additionalProperties")
    required = members.get("required")
    if required is None or closed is None or closed.value is not False:
        return
    properties = members.get("properties", Node({})).map
    if "allOf" in members or not isinstance(required.value, list):
        return
    kept: list[Node] = []
    for name in required.list:
        if name.text in properties:
            kept.append(name)
        else:
            report.add(REQUIRED_UNKNOWN.at(name.span, name=name.plain()))
    members["required"] = Node(kept, required.span, required.key_span)
    if not kept:
        del members["required"]
