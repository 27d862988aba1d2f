"""What a path item says of its operations, said by each of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from specpress.document.grammar import METHODS
from specpress.tree import Node

OPERATIONS: Final = frozenset(METHODS)
"""The keys of a path item that hold operations."""

OF_ALL: Final = ("servers", "parameters")
"""What a path item says of all its operations."""

Members: TypeAlias = dict[str, Node]


def handed_down(item: Members) -> Members:
    """Return the path item *item* with what it says of all its operations said by each.

    An operation's parameter wins over the path's of the same name and place (OpenAPI
    3.2, Operation Object).
    """
    servers = {key: item[key] for key in ("servers",) if key in item}
    parameters = item.get("parameters") or Node([])
    members: Members = {}
    for key, node in item.items():
        if key in OPERATIONS and node.is_object:
            node = _with_parameters(said(node, servers), parameters)
        if key not in OF_ALL:
            members[key] = node
    return members


def _with_parameters(operation: Node, parameters: Node) -> Node:
    """Return *operation* with those of *parameters* that it has not of its own."""
    own = operation.get("parameters") or Node([])
    names = {_identity(each) for each in own.list}
    more = [each for each in parameters.list if _identity(each) not in names]
    if not more:
        return operation
    both = Node([*own.list, *more], parameters.span, parameters.key_span)
    return _like(operation, {**operation.map, "parameters": both})


def _identity(parameter: Node) -> tuple[str | None, ...]:
    return tuple(parameter.get_text(key) for key in ("$ref", "name", "in"))


def said(operation: Node, moved: Mapping[str, Node]) -> Node:
    """Return *operation* with those of *moved* that it does not say itself."""
    new = {key: node for key, node in moved.items() if key not in operation.map}
    if not new or not operation.is_object:
        return operation
    return _like(operation, {**operation.map, **new})


def _like(node: Node, members: Members) -> Node:
    """Return a node of *members* in the place of *node*."""
    return Node(members, node.span, node.key_span, node.origin)


def same(one: Node | None, two: Node | None) -> bool:
    """Return whether *one* and *two* say the same, or both are nothing."""
    if one is None or two is None:
        return one is two
    return one.plain() == two.plain()


def first_url(servers: Node | None) -> str:
    """Return the URL of the first of *servers*."""
    first = servers.list[0] if servers is not None and servers.list else None
    return (first.get_text("url") if first is not None else None) or "none"
