"""Bodies that are a sequence of items: what one item is, whoever says it how."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from specpress.ir.media import framing
from specpress.ir.nodes import Content
from specpress.ir.types import Anything, String, Type
from specpress.lower.context import Context
from specpress.lower.envelopes import unpacked
from specpress.lower.original import original
from specpress.tree import Node

_LOST: Final = "the schema of the items is left out"


def sequenced(content: Content, media: Node, context: Context) -> Content:
    """Return *content*, that of *media*, as a sequence of items where it is one.

    ``itemSchema`` describes an item, and ``schema`` all of them as an array (OpenAPI
    3.2, "Sequential Media Types"). Older descriptions have one item in ``schema``, of
    server-sent events the data; bare text says nothing of an item.
    """
    frame = framing(content.media_type)
    schema = media.get("itemSchema")
    if schema is None and (whole := media.get("schema")) is not None:
        schema = _items(whole, context)
    if schema is None:
        item: Type = String() if frame == "events" else Anything()
        return replace(content, type=None, schema=None, item=item)
    if frame == "events":
        schema = unpacked(schema, context.refs)
    return replace(
        content,
        type=None,
        schema=None,
        item=context.schemas.lower(schema),
        item_schema=original(schema, context.document),
        per_item="itemSchema" in media.map,
    )


def _items(schema: Node, context: Context) -> Node | None:
    """Return what *schema*, of all items or of one, says of an item."""
    target = context.refs.resolve(schema, _LOST)
    if target is None:
        return None
    node = target.node
    if _kinds(node) == ["array"] or (not _kinds(node) and "items" in node.map):
        return node.get("items")
    bare = _kinds(node) == ["string"] and not _listed(node.map)
    return None if bare else schema


def _listed(members: Mapping[str, Node]) -> bool:
    """Return whether *members* of a schema list values."""
    return "enum" in members or "const" in members


def _kinds(schema: Node) -> list[str | None]:
    """Return the types that *schema* names, null aside."""
    type_ = schema.get("type")
    every = [] if type_ is None else [each.text for each in type_.list or (type_,)]
    return [kind for kind in every if kind != "null"]
