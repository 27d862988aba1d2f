"""Schemas of OpenAPI 3.1 without the words of 3.0 that it still has."""

from __future__ import annotations

from typing import Final

from specpress.document.rebuild import Members, changed, like
from specpress.document.upgrade.nullable import NULLABLE, nullable
from specpress.document.upgrade.schemas import inside
from specpress.tree import Node

_MAX_DEPTH: Final = 150  # what is nested more deeply is refused when it is lowered


def upgrade_schema(schema: Node, depth: int = 0) -> Node:
    """Return *schema*, and the schemas inside it, in the words of JSON Schema alone.

    OpenAPI 3.1 deprecates ``example``
    (https://spec.openapis.org/oas/v3.1.1.html#schema-object), and its format registry
    the formats ``byte`` and ``binary``.
    """
    if not schema.is_object or depth > _MAX_DEPTH:
        return schema
    members = inside(schema, lambda node: upgrade_schema(node, depth + 1))
    members = nullable(content(examples(members)), NULLABLE[1:])
    return changed(schema, members)


def examples(members: Members) -> Members:
    """Turn ``example`` into ``examples``, a list."""
    node = members.get("example")
    if node is None or "examples" in members:
        return members
    return _put(members, "example", "examples", like(node, [node]))


def content(members: Members) -> Members:
    """Say by content keywords what the formats ``byte`` and ``binary`` say."""
    node = members.get("format")
    match node.text if node is not None else None:
        case "byte" | "base64":
            key, text = "contentEncoding", "base64"
        case "binary":
            key, text = "contentMediaType", "application/octet-stream"
        case _:
            return members
    assert node is not None
    if key in members:  # which says it more exactly
        return {name: value for name, value in members.items() if name != "format"}
    return _put(members, "format", key, like(node, text))


def _put(members: Members, old: str, key: str, node: Node) -> Members:
    """Return *members* with *node*, as *key*, in the place of *old*."""
    return {
        (key if name == old else name): (node if name == old else value)
        for name, value in members.items()
    }
