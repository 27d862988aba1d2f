"""The values of a field, as its type reads them."""

from __future__ import annotations

from specpress.lift.rendering.words import value
from specpress.lift.widdershins.rows import Field
from specpress.source import NOWHERE
from specpress.tree import Node


def with_values(schema: Node, each: Field) -> Node:
    """Return *schema* with the values of *each*; those of a list are its items'."""
    items = schema.get("items")
    if items is not None and schema.get_text("type") == "array":
        inner = Node({**items.map, "enum": values_of(each, items)}, items.span)
        return Node({**schema.map, "items": inner}, schema.span)
    return Node({**schema.map, "enum": values_of(each, schema)}, schema.span)


def values_of(each: Field, schema: Node) -> Node:
    """Return the values of *each* in the type of *schema*."""
    null = schema.get("nullable") is not None
    span = each.record.span if each.record else NOWHERE
    kind: dict[str, object] = {"type": schema.get_text("type")}
    found = [
        None if null and text == "null" else value(text, kind) for text in each.values
    ]
    return Node.of(found, span)
