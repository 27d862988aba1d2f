"""Schemas that one page refers to and another page describes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from specpress.tree import Node

_REF: Final = "#/components/schemas/"


def lent(documents: Sequence[Node]) -> list[Node]:
    """Return *documents*, each with the schemas of others that it refers to."""
    known: dict[str, Node] = {}
    for document in documents:
        for name, schema in _schemas(document).items():
            known.setdefault(name, schema)
    return [_lent(document, known) for document in documents]


def _lent(document: Node, known: dict[str, Node]) -> Node:
    own = _schemas(document)
    missing: dict[str, Node] = {}
    queue = [name for name in _names(document) if name not in own]
    while queue:
        name = queue.pop()
        if name in known and name not in missing:
            missing[name] = known[name]
            queue += [each for each in _names(known[name]) if each not in own]
    if not missing:
        return document
    components = document.get("components") or Node({})
    members = {**components.map, "schemas": Node({**own, **missing})}
    whole = {**document.map, "components": Node(members)}
    return Node(whole, document.span, document.key_span, document.origin)


def _schemas(document: Node) -> dict[str, Node]:
    components = document.get("components")
    schemas = components.get("schemas") if components else None
    return dict(schemas.map) if schemas else {}


def _names(node: Node) -> Iterator[str]:
    """Yield the names of the schemas that *node* refers to."""
    ref = node.get_text("$ref")
    if ref is not None and ref.startswith(_REF):
        yield ref.removeprefix(_REF)
    for each in (*node.map.values(), *node.list):
        yield from _names(each)
