"""What the items and keys of values are of, as a client's types say it."""

from __future__ import annotations

from specpress.ir.types import List, Map, Nothing, Object, Type, Union


def item_type(type_: List, place: int) -> Type:
    """Return what a client takes the item at *place* for.

    A list with a prefix is one of unions, unless it always has as many items.
    """
    count = len(type_.prefix)
    if not count:
        return type_.item
    closed = isinstance(type_.item, Nothing) or type_.max_items == count
    if closed and type_.min_items == count and place < count:
        return type_.prefix[place]
    return _one(*type_.prefix, type_.item)


def key_type(type_: Map | Object) -> Type:
    """Return what a client takes the values of keys for that are no fields."""
    rest = type_.value if isinstance(type_, Map) else type_.additional
    if not type_.patterns:
        return rest
    return _one(*(pattern.type for pattern in type_.patterns), rest)


def _one(*types: Type) -> Type:
    return Union(members=tuple(t for t in types if not isinstance(t, Nothing)))
