"""What a page says beside a reference: OpenAPI 3.1 has room for it, 3.0 has not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specpress.tree import Node

VERSION: Final = "3.1.0"
_LIMITS: Final = (
    ("minimum", "exclusiveMinimum"),
    ("maximum", "exclusiveMaximum"),
)


def beside(reference: Node, members: Mapping[str, Node]) -> Node:
    """Return *reference* with *members* beside it (OpenAPI 3.1.0, 4.8.23)."""
    whole = {**reference.map, **members}
    return Node(whole, reference.span, reference.key_span)


def needed(document: Node) -> bool:
    """Return whether *document* says what OpenAPI 3.0 can't.

    Something stands beside a reference; or a schema that a page holds as JSON has
    several types, a constant, or exclusive limits that are numbers.
    """
    return any(_is_modern(each) for each in _every(document))


def _is_modern(node: Node) -> bool:
    types, constant = node.get("type"), node.get("const")
    if "$ref" in node.map and len(node.map) > 1:
        return True
    if types is not None and types.list:
        return True
    if constant is not None and not constant.is_object:
        return True
    limits = [node.get(flag) for _, flag in _LIMITS]
    return any(
        isinstance(each.value, int | float) and not isinstance(each.value, bool)
        for each in limits
        if each is not None
    )


def _every(node: Node) -> Iterator[Node]:
    yield node
    for each in (*node.map.values(), *node.list):
        yield from _every(each)


def modern(document: Node) -> Node:
    """Return *document*, of OpenAPI 3.0 but for its references, as one of 3.1."""
    members = {key: _modern(each) for key, each in document.items()}
    members["openapi"] = Node(VERSION, origin="default")
    return Node(members, document.span, document.key_span)


def _modern(node: Node) -> Node:
    if node.list:
        items = [_modern(each) for each in node.list]
        return Node(items, node.span, node.key_span, node.origin)
    if not node.is_object:
        return node
    members = {key: _modern(each) for key, each in node.items()}
    for limit, flag in _LIMITS:
        if flag in members and members[flag].value is True and limit in members:
            members[flag] = members.pop(limit)
    null = members.get("nullable")
    if null is not None and null.value is True:
        del members["nullable"]
        members = _nullable(members, null)
    return Node(members, node.span, node.key_span, node.origin)


def _nullable(members: dict[str, Node], null: Node) -> dict[str, Node]:
    """Return the schema *members* that accepts null as well."""
    nothing = Node.of({"type": "null"}, null.span)
    kind = members.get("type")
    if kind is not None and kind.text is not None:
        both = Node([kind, Node("null", null.span)], kind.span)
        return {**members, "type": both}
    if "anyOf" in members:
        either = [*members["anyOf"].list, nothing]
        return {**members, "anyOf": Node(either, members["anyOf"].span)}
    if not members:
        return members
    return {"anyOf": Node([Node(members, null.span), nothing], null.span)}
