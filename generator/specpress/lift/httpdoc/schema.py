"""The request schema: JSON in OpenAPI 3.0's dialect."""

from __future__ import annotations

import json

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import (
    BAD_KEYWORD,
    NOT_A_SCHEMA,
    REQUIRED_UNKNOWN,
    UNKNOWN_KEYWORD,
)
from specpress.lift.httpdoc.dialect import expected, is_known
from specpress.lift.httpdoc.subschemas import MANY, rebuilt
from specpress.readers.element import Element
from specpress.readers.json import read_json_text
from specpress.tree import Node


def read_schema(element: Element, report: Report) -> Node:
    """Return the schema in *element*; one that accepts anything when it is broken."""
    text = element.text
    read = read_json_text(text.text, text.source, report, text.offset)
    if read is None:
        return Node({}, element.inner, origin="default")
    return schema_of(read, report)


def schema_of(node: Node, report: Report) -> Node:
    """Return *node* with what is no schema, and no keyword of one, reported."""
    if not node.is_object:
        found = json.dumps(node.plain())
        report.add(NOT_A_SCHEMA.at(node.span, found=found[:60]))
        return Node({}, node.span, node.key_span, "default")
    if node.get_text("$ref") is not None:
        return node
    members = {k: v for k, v in node.items() if _kept(k, v, report)}
    _say_null(members)
    _check_required(members, report)
    kept = Node(members, node.span, node.key_span)
    return rebuilt(kept, lambda each: schema_of(each, report))


def _kept(keyword: str, value: Node, report: Report) -> bool:
    """Return whether *keyword* can stay; report it when it can't."""
    if keyword.startswith("x-") or (keyword, value.value) == ("type", "null"):
        return True
    if keyword == "required" and value.value == []:
        return False
    if not is_known(keyword):
        report.add(UNKNOWN_KEYWORD.at(value.key_span, keyword=keyword))
        return False
    if (wanted := expected(keyword, value)) is not None:
        said = BAD_KEYWORD.at(value.span, keyword=keyword, expected=wanted)
        report.add(said)
        return False
    return True


def _say_null(members: dict[str, Node]) -> None:
    """Put ``type: null``, which newer descriptions have, as OpenAPI 3.0 says it."""
    word = members.get("type")
    if word is not None and word.value == "null":
        del members["type"]
        members["nullable"] = Node(True, word.span, word.key_span)
        only = [Node(None, word.span)]
        members.setdefault("enum", Node(only, word.span, word.key_span))


def _check_required(members: dict[str, Node], report: Report) -> None:
    """Report fields that are required and can't exist."""
    required, closed = members.get("required"), members.get("additionalProperties")
    if required is None or closed is None or closed.value is not False:
        return
    if any(keyword in members for keyword in MANY):
        return
    properties = members.get("properties", Node({})).map
    for name in required.list:
        if name.text is not None and name.text not in properties:
            report.add(REQUIRED_UNKNOWN.at(name.span, name=name.text))
