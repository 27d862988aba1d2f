"""Merging a value into a node (Overlay 1.1, "Action Object")."""

from __future__ import annotations

from collections.abc import Sequence

from specpress.diagnostics import Report
from specpress.diagnostics.codes.overlay import INCOMPATIBLE
from specpress.document.overlay.select import Place
from specpress.source import Span
from specpress.tree import Node, Origin, join


def kind_of(node: Node) -> str:
    """Return what *node* is to an overlay: an object, an array or a primitive."""
    match node.value:
        case dict():
            return "an object"
        case list():
            return "an array"
        case _:
            return "a primitive"


def fresh(node: Node, origin: Origin | None = None) -> Node:
    """Return a copy of *node* that shares no node with it, all of *origin* if given."""
    origin_ = origin or node.origin
    match node.value:
        case dict():
            members = {key: fresh(member, origin) for key, member in node.items()}
            return Node(members, node.span, node.key_span, origin_)
        case list():
            items = [fresh(item, origin) for item in node.list]
            return Node(items, node.span, node.key_span, origin_)
        case scalar:
            return Node(scalar, node.span, node.key_span, origin_, node.raw)


class Merge:
    """The merging of one action; what does not fit is reported and stays as it was.

    *span* is where the action stands; what an overlay says itself has a place there.
    """

    def __init__(self, span: Span, report: Report) -> None:
        self._span = span
        self._report = report

    def target(self, node: Node, change: Node, place: Place) -> Node:
        """Return *node*, which the action selects at *place*, with *change* laid over.

        Objects are merged, an array takes an array's items or one value more, and a
        primitive takes another one's place.
        """
        if isinstance(node.value, list):
            more = change.list if isinstance(change.value, list) else [change]
            return _extended(node, more)
        return self._merged(node, change, place)

    def _merged(self, node: Node, change: Node, place: Place) -> Node:
        kinds = kind_of(node), kind_of(change)
        match kinds:
            case "an object", "an object":
                members = dict(node.map)
                for key, new in change.items():
                    old = members.get(key)
                    members[key] = (
                        new if old is None else self._merged(old, new, (*place, key))
                    )
                return Node(members, node.span, node.key_span, node.origin)
            case "an array", "an array":
                return _extended(node, change.list)
            case "a primitive", "a primitive":
                key_span, raw = node.key_span, change.raw
                return Node(change.value, change.span, key_span, change.origin, raw)
            case there, given:
                values = {"given": given, "there": there, "pointer": join(place)}
                span = change.span if change.origin == "overlay" else self._span
                self._report.add(INCOMPATIBLE.at(span, **values))
                return node


def _extended(node: Node, more: Sequence[Node]) -> Node:
    """Return the array *node* with *more* items at its end."""
    items = [*node.list, *(_keyless(item) for item in more)]
    return Node(items, node.span, node.key_span, node.origin)


def _keyless(item: Node) -> Node:
    """Return *item* as it stands in an array, where there are no keys."""
    return Node(item.value, item.span, origin=item.origin, raw=item.raw)
