"""The schemas inside a schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from specpress.tree import Node

ONE: Final = ("not", "items", "additionalProperties")
"""Keywords whose value is a schema (or a boolean)."""
MANY: Final = ("allOf", "anyOf", "oneOf")
"""Keywords whose value is a list of schemas."""
NAMED: Final = ("properties",)
"""Keywords whose value is an object of schemas."""


def subschemas(schema: Node) -> Iterator[tuple[tuple[str, ...], Node]]:
    """Yield the schemas directly inside *schema*, each with its keys."""
    for keyword, value in schema.items():
        if keyword in ONE and value.is_object:
            yield (keyword,), value
        elif keyword in MANY:
            for index, each in enumerate(value.list):
                yield (keyword, str(index)), each
        elif keyword in NAMED:
            for name, each in value.items():
                yield (keyword, name), each


def rebuilt(schema: Node, change: Callable[[Node], Node]) -> Node:
    """Return *schema* with *change* applied to the schemas directly inside it."""
    members: dict[str, Node] = {}
    for keyword, value in schema.items():
        new = value
        if keyword in ONE and not isinstance(value.value, bool):
            new = change(value)
        elif keyword in MANY and isinstance(value.value, list):
            new = Node([change(each) for each in value.list], value.span)
        elif keyword in NAMED and value.is_object:
            inside = {name: change(each) for name, each in value.items()}
            new = Node(inside, value.span)
        if new.key_span != value.key_span:
            new = Node(new.value, new.span, value.key_span, new.origin)
        members[keyword] = new
    return Node(members, schema.span, schema.key_span, schema.origin)
