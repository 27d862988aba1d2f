"""Types derived from examples, where a description gives no schema."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Final

from msgspec.structs import replace

from specpress.ir.types import (
    Anything,
    Boolean,
    Field,
    Integer,
    List,
    Null,
    Number,
    Object,
    String,
    Type,
    Union,
)
from specpress.ir.walk import shape
from specpress.lower.places import place
from specpress.tree import Node

_MAX_DEPTH: Final = 40


def example_type(examples: Sequence[Node]) -> Type | None:
    """Return a type that all of *examples* are of; None when they tell nothing.

    Each field is optional, and other keys are allowed.
    """
    type_ = _all(map(_of, examples))
    return None if type_ is None or isinstance(type_, Null) else _settled(type_)


def _of(node: Node, depth: int = 0) -> Type:
    if depth > _MAX_DEPTH:
        return Anything(span=node.span)
    match node.value:
        case None:
            return Null()
        case bool():
            return Boolean(span=node.span)
        case int():
            return Integer(span=node.span)
        case float():
            return Number(span=node.span)
        case str():
            return String(span=node.span)
        case list():
            item = _all(_of(each, depth + 1) for each in node.list)
            return List(item=item or Anything(), span=node.span)
        case dict():
            fields = tuple(_field(k, v, depth + 1) for k, v in node.items())
            return Object(fields=fields, span=node.span)


def _field(name: str, node: Node, depth: int) -> Field:
    type_ = _of(node, depth)
    return Field(name=name, type=type_, origin="example", span=place(node))


def _all(types: Iterable[Type]) -> Type | None:
    """Return one type for all of *types*; None when there are none."""
    found = list(types)
    return reduce(_either, found) if found else None


def _either(left: Type, right: Type) -> Type:
    """Return the type of the values that are of *left* or of *right*."""
    match left, right:
        case (Union(members=members), _):
            return _joined((*members, *_members(right)))
        case (_, Union(members=members)):
            return _joined((left, *members))
        case (Object(), Object()):
            return _objects(left, right)
        case (List(), List()):
            return replace(left, item=_items(left.item, right.item))
        case (Integer(), Number()):
            return right
        case (Number(), Integer()):
            return left
        case _:
            return left if shape(left) == shape(right) else Union(members=(left, right))


def _items(left: Type, right: Type) -> Type:
    """Merge the items of two lists; an empty list tells nothing of its items."""
    if isinstance(left, Anything) or isinstance(right, Anything):
        return right if isinstance(left, Anything) else left
    return _either(left, right)


def _members(type_: Type) -> tuple[Type, ...]:
    return type_.members if isinstance(type_, Union) else (type_,)


def _joined(members: Iterable[Type]) -> Type:
    """Return a union of *members* in which those that can be one are."""
    kept: list[Type] = []
    for member in members:
        for index, other in enumerate(kept):
            merged = _either(other, member)
            if not isinstance(merged, Union):
                kept[index] = merged
                break
        else:
            kept.append(member)
    return kept[0] if len(kept) == 1 else Union(members=tuple(kept))


def _objects(left: Object, right: Object) -> Object:
    """Merge the fields of two objects by name, in the order first seen."""
    fields = {field.name: field for field in left.fields}
    for field in right.fields:
        known = fields.get(field.name)
        fields[field.name] = (
            field
            if known is None
            else replace(known, type=_either(known.type, field.type))
        )
    return replace(left, fields=tuple(fields.values()))


def _settled(type_: Type) -> Type:
    """Return *type_* with what was only ever null allowing any value."""
    match type_:
        case Null():
            return Anything()
        case List(item=item):
            return replace(type_, item=_settled(item))
        case Object(fields=fields):
            new = tuple(replace(f, type=_settled(f.type)) for f in fields)
            return replace(type_, fields=new)
        case Union(members=members):
            settled = (m if isinstance(m, Null) else _settled(m) for m in members)
            return replace(type_, members=tuple(settled))
        case _:
            return type_
