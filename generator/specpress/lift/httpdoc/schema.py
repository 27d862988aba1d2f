"""The request schema: JSON in OpenAPI 3.0's dialect."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import (
    NOT_A_SCHEMA,
    REQUIRED_UNKNOWN,
    UNKNOWN_KEYWORD,
)
from specpress.readers.element import Element
from specpress.readers.json import read_json_text
from specpress.tree import Node

_ONE: Final = ("not", "items", "additionalProperties")
_MANY: Final = ("allOf", "anyOf", "oneOf")
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
    if node.get("$ref"):
        return node
    members = {
        keyword: _keyword(keyword, value, report)
        for keyword, value in node.items()
        if _known(keyword, value, report)
    }
    _check_required(members, report)
    return Node(members, node.span, node.key_span)


def _known(keyword: str, value: Node, report: Report) -> bool:
    known = keyword in _PLAIN or keyword in (*_ONE, *_MANY, "properties")
    if known or keyword.startswith("x-"):
        return True
    report.add(UNKNOWN_KEYWORD.at(value.key_span, keyword=keyword))
    return False


def _keyword(keyword: str, value: Node, report: Report) -> Node:
    """Return the keyword's *value* with the schemas inside it checked."""
    if keyword in _ONE:
        if keyword == "additionalProperties" and isinstance(value.value, bool):
            return value
        return _schema(value, report)
    if keyword in _MANY and isinstance(value.value, list):
        items = [_schema(item, report) for item in value.list]
        return Node(items, value.span, value.key_span)
    if keyword == "properties" and value.is_object:
        members = {name: _schema(each, report) for name, each in value.items()}
        return Node(members, value.span, value.key_span)
    return value


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
