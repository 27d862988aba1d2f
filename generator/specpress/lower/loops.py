"""References that lead back to themselves without a value in between."""

from __future__ import annotations

from collections.abc import Iterator

from specpress.document.refs import pointed
from specpress.tree import Node


def returns_to(schema: Node, document: Node) -> bool:
    """Return whether *schema*, a reference, means itself.

    It does when the way back goes over references, ``allOf``, ``anyOf`` and ``oneOf``
    only. Over properties and items it is fine: that is a recursive type.
    """
    seen: set[int] = set()
    queue = list(_alternatives(schema, document))
    while queue:
        node = queue.pop()
        if node is schema:
            return True
        if id(node) not in seen:
            seen.add(id(node))
            queue += _alternatives(node, document)
    return False


def _alternatives(schema: Node, document: Node) -> Iterator[Node]:
    """Yield the schemas that say something about the same value as *schema*."""
    for key in ("allOf", "anyOf", "oneOf"):
        if (members := schema.get(key)) is not None:
            yield from members.list
    ref = schema.get_text("$ref")
    if ref is not None and ref.startswith(("#/", "#")):
        target = pointed(document, ref[1:]) if ref[1:2] in ("", "/") else None
        if target is not None:
            yield target
