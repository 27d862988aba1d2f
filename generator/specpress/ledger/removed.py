"""What overlays took out of a description, or put something else in the place of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specpress.ledger.state import Found, State
from specpress.source import NOWHERE, Span
from specpress.tree import Node

_REMOVED: Final = State("unused", "an overlay takes it out or replaces it")


def removed(tree: Node, document: Node) -> Iterator[Found]:
    """Yield the parts of *tree*, a file as it was read, that *document* has no more."""
    there = {span for node in _all(document) for span in (node.key_span, node.span)}
    return _removed(tree, there)


def _removed(node: Node, there: set[Span]) -> Iterator[Found]:
    for child in (*node.map.values(), *node.list):
        span = child.span if child.key_span == NOWHERE else child.key_span
        if span not in there or (not _holds(child) and child.span not in there):
            yield Found(child.key_span, child.span, _REMOVED)
        else:
            yield from _removed(child, there)


def _holds(node: Node) -> bool:
    return bool(node.map or node.list)


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in (*node.map.values(), *node.list):
        yield from _all(child)
