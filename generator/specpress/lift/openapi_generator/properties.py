"""The properties of a model of the dynamic-html generator, each a list of one item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import BROKEN_ROW, UNKNOWN_MARK
from specpress.lift.openapi_generator.shorthand import read_shorthand
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.markdown import between, markdown
from specpress.lift.rendering.words import value
from specpress.readers.element import Element
from specpress.source import NOWHERE
from specpress.tree import Node

_HEAD: Final = re.compile(r"\s*(.+?)\s+:\s+(\S.*?)\s*")
_REQUIRED: Final = "param-required-true"
_OPTIONAL: Final = "param-required-false"


def read_properties(lists: Sequence[Element], account: Account, report: Report) -> Node:
    """Return the schema of the properties in *lists*; without any it may be anything."""
    properties: dict[str, Node] = {}
    required: list[Node] = []
    for item in (each for held in lists for each in held.children if each.tag == "li"):
        head = next(item.gaps())
        account.take(head.span())
        shown = _HEAD.fullmatch(head.text)
        if shown is None:
            text = head.text.strip()[:60]
            report.add(BROKEN_ROW.at(item.span, text=text, path="ul.parameter"))
            continue
        name, span = shown[1], head.trimmed()[1]
        schema = read_shorthand(None, name, span, report, shown[2])
        properties[name] = _property(item, schema, account)
        if item.has(_REQUIRED):
            required.append(Node(name, span))
        elif not item.has(_OPTIONAL):
            mark = item.attributes.get("class", "")
            said = {"mark": mark, "name": name, "taken": "optional"}
            report.add(UNKNOWN_MARK.at(item.span, **said))
    if not properties:
        return Node({}, lists[0].span if lists else NOWHERE)
    span = lists[0].span
    members = {"type": Node("object", span), "properties": Node(properties, span)}
    if required:
        members["required"] = Node(required, required[0].span)
    return Node(members, span)


def _property(item: Element, schema: Node, account: Account) -> Node:
    """Return *schema* with the description and the values that *item* shows."""
    members = dict(schema.map)
    listed = next((each for each in item.children if each.has("param-enum")), None)
    line = next((each for each in item.children if each.tag == "br"), None)
    start = line.span.end if line else item.inner.end
    end = listed.span.start if listed else item.inner.end
    part = between(item, start, max(start, end))
    lists = [each for each in part.children if each.tag == "dl"]
    end = lists[0].span.start if lists else part.inner.end
    part = between(item, start, max(start, end))
    account.take(part.inner, listed)
    text = markdown(part).strip()
    more: dict[str, Node] = {}
    if text:
        more["description"] = Node(text, part.inner)
    if listed is not None:
        kind: dict[str, object] = {"type": schema.get_text("type")}
        values = [e for e in listed.walk() if e.tag == "dd"]
        found = [value(e.text.text.strip(), kind) for e in values]
        more["enum"] = Node.of(found, listed.span)
    return Node({**members, **more}, schema.span, schema.span)
