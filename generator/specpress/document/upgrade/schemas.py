"""Going through the schemas inside a schema."""

from __future__ import annotations

from collections.abc import Callable

from specpress.document.members import OPENAPI
from specpress.document.rebuild import Members, each
from specpress.tree import Node

_KINDS = OPENAPI["schema"]


def inside(schema: Node, fn: Callable[[Node], Node]) -> Members:
    """Return the members of *schema*, with *fn* done to the schemas in them."""
    return {key: _member(key, node, fn) for key, node in schema.items()}


def _member(key: str, node: Node, fn: Callable[[Node], Node]) -> Node:
    match _KINDS.get(key):
        case "schema" if not node.list:
            return fn(node)
        case "schema" | "schema[]":
            return each(node, fn) if node.list else node
        case "schema{}":
            return each(node, fn) if node.is_object else node
        case _:
            return node
