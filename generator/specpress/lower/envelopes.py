"""Schemas of server-sent events: what their data hold, put where the data stand."""

from __future__ import annotations

from typing import Final

from specpress.document.refs import Refs
from specpress.ir.media import is_json
from specpress.lower.places import place
from specpress.tree import Node

_CHOICES: Final = ("oneOf", "anyOf")
_DEEPEST: Final = 8
_LOST: Final = "the event is left out"


def unpacked(schema: Node, refs: Refs) -> Node:
    """Return *schema*, of an event as an object, with the JSON in its data typed.

    Data are text, in which ``contentMediaType`` and ``contentSchema`` tell of JSON (JSON
    Schema 2020-12, Validation, 8; OpenAPI 3.2, "Server-Sent Event Streams"): that takes
    the place of the text. *schema* itself where no data are told so.
    """
    return _unpacked(schema, refs, None, 0) or schema


def _unpacked(node: Node, refs: Refs, outer: Node | None, depth: int) -> Node | None:
    """Return *node* so; None where nothing changes. *outer* are the data that hold where
    *node*, one choice of many, has none."""
    target = refs.resolve(node, _LOST)
    if target is None or depth > _DEEPEST:
        return None
    found = target.node
    properties = found.get("properties")
    data = properties.get("data") if properties else None
    inner = None if data is None else _held(data, refs)
    members = {k: v for k, v in found.items() if k != "properties"}
    known = dict(properties.map) if properties else {}
    known |= {} if inner is None else {"data": inner}
    changed = inner is not None
    for key in _CHOICES:
        if (choice := found.get(key)) is None or not choice.list:
            continue
        here = known.get("data", outer)
        each = [_unpacked(one, refs, here, depth + 1) for one in choice.list]
        if any(each):
            pairs = zip(each, choice.list, strict=True)
            made = [new or _with_data(old, here, refs) for new, old in pairs]
            members[key] = Node(list(made), choice.span, choice.key_span)
            known.pop("data", None)
            changed = True
    if not changed:
        return None
    if "data" not in known and outer is not None and not _has(members):
        known["data"] = outer
    if known:
        members["properties"] = Node(known, found.span, place(found))
    name = (node.get_text("$ref") or "").rpartition("/")[2]
    if name and "title" not in members:
        members["title"] = Node(name, found.span)
    return Node(members, found.span, found.key_span, found.origin)


def _has(members: dict[str, Node]) -> bool:
    """Return whether choices among *members* tell of the data."""
    return any(key in members for key in _CHOICES)


def _with_data(node: Node, data: Node | None, refs: Refs) -> Node:
    """Return *node*, a choice without JSON in it, with *data* where it has none."""
    target = refs.resolve(node, _LOST)
    if target is None or data is None or not target.node.is_object:
        return node
    found = target.node
    properties = found.get("properties")
    known = dict(properties.map) if properties else {}
    known.setdefault("data", data)
    members = {**found.map, "properties": Node(known, found.span, place(found))}
    return Node(members, found.span, found.key_span, found.origin)


def _held(data: Node, refs: Refs) -> Node | None:
    """Return the schema of the JSON in *data*; None where they are no JSON."""
    target = refs.resolve(data, _LOST)
    if target is None or not is_json(target.node.get_text("contentMediaType") or ""):
        return None
    inner = target.node.get("contentSchema")
    if inner is None:
        return Node({}, data.span, data.key_span)
    if inner.get_text("type") != "string":
        return inner
    mark = target.node.map["contentMediaType"]
    return Node({**inner.map, "contentMediaType": mark}, inner.span, inner.key_span)
