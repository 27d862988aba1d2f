"""Where in the text a place in a document stands."""

from __future__ import annotations

from collections.abc import Sequence

from specpress.source import NOWHERE, Span
from specpress.tree import Node


def nearest(document: Node, place: Sequence[str | int]) -> Span:
    """Return the span of the node at *place*, or of the nearest one around it."""
    node, span = document, document.span
    for token in place:
        child = (
            node.get(token)
            if isinstance(token, str)
            else node.list[token] if token < len(node.list) else None
        )
        if child is None:
            break
        node = child
        if node.span != NOWHERE:
            span = node.span
    return span
