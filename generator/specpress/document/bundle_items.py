"""Objects met on a walk through a file: where they stand, and what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from specpress.document.bundle_parts import Place
from specpress.document.grammar import EXTENSIBLE, PARTS, Kind
from specpress.tree import Node

_CONTAINERS: Final = (dict, list)


class Item(NamedTuple):
    """An object met on the way, below *parent* under *key*."""

    node: Node
    kind: Kind
    parent: Item | None
    key: str


def below(each: Item, value: dict[str, Node]) -> Iterator[Item]:
    """Yield the objects in *each*, whose members are *value*."""
    parts = PARTS[each.kind]
    every = parts.get("")
    extensible = each.kind in EXTENSIBLE
    for key, node in value.items():
        if not isinstance(node.value, _CONTAINERS):
            continue
        kind = parts.get(key) or every
        if kind is not None and not (extensible and key.startswith("x-")):
            yield Item(node, kind, each, key)


def place(each: Item, start: Place) -> Place:
    """Return where *each* stands, when the walk began at *start*."""
    keys: list[str] = []
    while each.parent is not None:
        keys.append(each.key)
        each = each.parent
    return start.at(*reversed(keys))


def outermost(each: Item, start: Place) -> Place:
    """Return the schema around *each* that is in no other schema."""
    top, here = each, each
    while here.parent is not None and here.parent.kind in ("schema", "schemas"):
        here = here.parent
        if here.kind == "schema":
            top = here
    return place(top, start)
