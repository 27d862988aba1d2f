"""What schemas say of values, as far as prose is held against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from specpress.document.refs import pointed
from specpress.tree import Node

_FAR: Final = 8  # references to references, and members of allOf inside each other
_KINDS: Final = (
    (str, "string"),
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (dict, "object"),
    (list, "array"),
)


def resolved(node: Node, document: Node) -> Node:
    """Return what *node* refers to in *document*, step by step; itself where it refers
    to nothing that is there."""
    for _ in range(_FAR):
        ref = node.get_text("$ref")
        if ref is None or not ref.startswith("#/"):
            return node
        target = pointed(document, ref[1:])
        if target is None:
            return node
        node = target
    return node


def parts(schema: Node, document: Node, depth: int = _FAR) -> Iterator[Node]:
    """Yield *schema*, what it refers to, and the members of ``allOf`` in these, and the
    one member of ``anyOf`` or ``oneOf`` beside null: what all hold at once."""
    schema = resolved(schema, document)
    yield schema
    if depth == 0:
        return
    for key in ("allOf", "anyOf", "oneOf"):
        held = schema.get(key)
        members = [m for m in (held.list if held else ()) if not _is_null(m)]
        if key == "allOf" or len(members) == 1:
            for member in members:
                yield from parts(member, document, depth - 1)


def member(schema: Node, key: str, document: Node) -> Node | None:
    """Return what *schema* has for *key*, itself or in one of its parts."""
    found = (part.get(key) for part in parts(schema, document))
    return next((node for node in found if node is not None), None)


def types(schema: Node, document: Node) -> frozenset[str]:
    """Return the types of the values of *schema* but for null; none where it does not
    tell."""
    named = member(schema, "type", document)
    if named is not None:
        texts = [named.text] if named.text else [item.text for item in named.list]
        return frozenset(text for text in texts if text and text != "null")
    listed = member(schema, "enum", document)
    if listed is not None:
        return frozenset(_types_of(item.value for item in listed.list))
    for key, type_ in (("properties", "object"), ("items", "array")):
        if member(schema, key, document) is not None:
            return frozenset((type_,))
    return frozenset()


def is_nullable(schema: Node, document: Node) -> bool:
    """Return whether *schema* allows null."""
    for part in parts(schema, document):
        named = part.get("type")
        flags = (part.get("nullable"), part.get("x-nullable"))
        if any(flag is not None and flag.value is True for flag in flags):
            return True
        if named is not None and any(item.text == "null" for item in named.list):
            return True
        choices = part.get("anyOf") or part.get("oneOf")
        if choices is not None and any(map(_is_null, choices.list)):
            return True
    return False


def _is_null(schema: Node) -> bool:
    return schema.get_text("type") == "null"


def _types_of(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        for class_, name in _KINDS:
            if isinstance(value, class_):
                yield name
                break
