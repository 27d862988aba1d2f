"""The methods of a path item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specpress.tree import Node

_METHODS: Final = "get put post delete options head patch trace query".split()


def methods(item: Node) -> Iterator[tuple[str, Node]]:
    """Yield the methods of *item*; further ones have the case that they are sent in
    (OpenAPI 3.2, Path Item Object, "additionalOperations")."""
    for key, node in item.items():
        if key in _METHODS:
            yield key.upper(), node
        elif key == "additionalOperations":
            yield from node.items()
