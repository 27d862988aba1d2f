"""Making documents anew from their nodes, spans kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from specpress.document.members import Grammar
from specpress.tree import Node
from specpress.tree.node import Value

Members: TypeAlias = dict[str, Node]


def like(node: Node, value: Value) -> Node:
    """Return a node of *value* in the place of *node*."""
    return Node(value, node.span, node.key_span, node.origin)


def made(at: Node, data: object) -> Node:
    """Return *data*, plain or with nodes in it, as a derived node that stands *at* one."""
    return Node.of(data, at.span, at.key_span, origin="default")


def held(members: Mapping[str, Node], key: str) -> Mapping[str, Node]:
    """Return what the member *key* holds, by name; nothing when it is no object."""
    node = members.get(key)
    return {} if node is None else node.map


def without(members: Mapping[str, Node], *names: str) -> Members:
    """Return *members* but for those of *names*."""
    return {key: node for key, node in members.items() if key not in names}


def renamed(members: Mapping[str, Node], names: Mapping[str, str]) -> Members:
    """Return *members* in their order, those in *names* under their new name.

    One whose new name is taken keeps its own.
    """
    return {
        (names[key] if key in names and names[key] not in members else key): node
        for key, node in members.items()
    }


def each(node: Node, fn: Callable[[Node], Node]) -> Node:
    """Return *node*, a list or a map, with *fn* done to what it holds."""
    if node.is_object:
        return changed(node, {key: fn(value) for key, value in node.items()})
    if node.list:
        items = [fn(item) for item in node.list]
        return node if _same(items, node.list) else like(node, items)
    return node


def changed(node: Node, members: Members) -> Node:
    """Return *node* with *members*; itself, when they are what it has."""
    same = len(members) == len(node.map) and _same(members.values(), node.map.values())
    return node if same and [*members] == [*node.map] else like(node, members)


def map_schemas(
    node: Node, kind: str, grammar: Grammar, fn: Callable[[Node], Node]
) -> Node:
    """Return *node*, an object of *kind*, with *fn* done to the outermost schemas in it.

    References to other kinds of objects are left as they are.
    """
    if kind == "schema":
        return fn(node)
    is_reference = kind != "path_item" and "$ref" in node.map
    if not node.is_object or is_reference or kind not in grammar:
        return node
    parts = grammar[kind]
    rest = parts.get("", "any")

    def inner(key: str, member: Node) -> Node:
        told = parts.get(key, "any" if key.startswith("x-") else rest)
        of = told.rstrip("[]{}")
        if of not in grammar:
            return member
        if of == told:
            return map_schemas(member, of, grammar, fn)
        return each(member, lambda one: map_schemas(one, of, grammar, fn))

    return changed(node, {key: inner(key, member) for key, member in node.items()})


def _same(new: Iterable[Node], old: Iterable[Node]) -> bool:
    return all(a is b for a, b in zip(new, old, strict=True))
