"""Small readings of nodes that every part of lowering needs."""

from __future__ import annotations

from urllib.parse import unquote

from specpress.ir.values import Json
from specpress.source import NOWHERE, Span
from specpress.tree import Node, split


def place(node: Node) -> Span:
    """Return where *node* is best shown: at its key, when it has one."""
    return node.span if node.key_span == NOWHERE else node.key_span


def json_list(node: Node | None) -> tuple[Json, ...]:
    """Return the items of *node* as JSON values; none when it is no list."""
    return tuple(Json.of(item.plain()) for item in (node.list if node else ()))


def component(node: Node) -> str | None:
    """Return the name of the component that *node* refers to, if it is a reference.

    >>> component(Node.of({"$ref": "#/components/responses/Not~1Found"}))
    'Not/Found'
    """
    ref = node.get_text("$ref") or ""
    path = split(unquote(ref[1:])) if ref.startswith("#/") else ()
    return path[2] if len(path) == 3 and path[0] == "components" else None


def is_true(node: Node | None) -> bool:
    """Return whether *node* is there and true."""
    return node is not None and node.value is True
