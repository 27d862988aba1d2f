"""Changing a tree at many places at once, sharing what stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from specpress.document.overlay.select import Place
from specpress.tree import Node

Change: TypeAlias = Callable[[Node, Place], Node]
"""What makes a new node of the one at a place."""


@dataclass(slots=True)
class _Branch:
    """What is to be done at a node, and below it by key or index."""

    here: bool = False
    below: dict[str | int, _Branch] = field(default_factory=dict[str | int, "_Branch"])


def replaced(document: Node, places: Iterable[Place], change: Change) -> Node:
    """Return *document* with the node at each of *places* replaced by what *change*
    makes of it, a node before those inside it."""
    return _replaced(document, _branches(places), change, ())


def removed(document: Node, places: Iterable[Place]) -> Node:
    """Return *document* without the nodes at *places*, none of which is the root."""
    return _removed(document, _branches(places))


def _branches(places: Iterable[Place]) -> _Branch:
    root = _Branch()
    for place in places:
        branch = root
        for token in place:
            branch = branch.below.setdefault(token, _Branch())
        branch.here = True
    return root


def _replaced(node: Node, branch: _Branch, change: Change, place: Place) -> Node:
    node = change(node, place) if branch.here else node
    if not branch.below:
        return node
    if node.is_object:
        members = dict(node.map)
        for key, inner in branch.below.items():
            members[str(key)] = _replaced(
                members[str(key)], inner, change, (*place, key)
            )
        return Node(members, node.span, node.key_span, node.origin)
    items = list(node.list)
    for index, inner in branch.below.items():
        items[int(index)] = _replaced(items[int(index)], inner, change, (*place, index))
    return Node(items, node.span, node.key_span, node.origin)


def _removed(node: Node, branch: _Branch) -> Node:
    below = branch.below
    if not below:
        return node
    if node.is_object:
        members = {
            key: _removed(member, below[key]) if key in below else member
            for key, member in node.items()
            if key not in below or not below[key].here
        }
        return Node(members, node.span, node.key_span, node.origin)
    items = [
        _removed(item, below[index]) if index in below else item
        for index, item in enumerate(node.list)
        if index not in below or not below[index].here
    ]
    return Node(items, node.span, node.key_span, node.origin)
