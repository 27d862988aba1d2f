"""Variants: the members of unions as objects, and the values that tell them apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, cast

from specpress.ir.types import Anything, Enum, Map, Null, Object, Ref, Type, Union
from specpress.ir.values import Json

Types: TypeAlias = Mapping[str, Type]
"""The declared types by id."""


def resolved(type_: Type, types: Types) -> Type:
    """Return what *type_* refers to; itself when it is no reference."""
    while isinstance(type_, Ref):
        type_ = types[type_.target]
    return type_


def objects(union: Union, types: Types) -> Sequence[Type]:
    """Return the members of *union* that objects may be of."""
    return [member for member in union.members if _is_object(member, types)]


def variants(union: Union, types: Types) -> Sequence[Type]:
    """Return what the objects of *union* may be of, unions among its members opened."""
    found: list[Type] = []
    for member in objects(union, types):
        inner = leaves(member, types)
        found += [m for m in inner if _is_variant(m, types)] or [member]
    return found


def _is_object(type_: Type, types: Types) -> bool:
    kinds = _plain(type_, types)
    return any(isinstance(kind, Object | Map | Anything) for kind in kinds)


def _is_variant(type_: Type, types: Types) -> bool:
    return isinstance(resolved(type_, types), Object | Map | Anything)


def leaves(type_: Type, types: Types) -> Iterator[Type]:
    """Yield the members of the union that *type_* is, and those of unions among them.

    Nothing when it is none.
    """
    seen: set[str] = set()
    queue = [type_]
    while queue:
        here = queue.pop()
        while isinstance(here, Ref) and here.target not in seen:
            seen.add(here.target)
            here = types[here.target]
        if isinstance(here, Union):
            yield from here.members
            queue += here.members[::-1]


def constants(type_: Type, name: str, types: Types) -> tuple[str, ...] | None:
    """Return the values that the property *name* may have in objects of *type_*, as text.

    None when it may have others, or none at all.
    """
    found: dict[str, None] = {}
    for part in _plain(type_, types):
        if isinstance(part, Null):
            continue
        fields = part.fields if isinstance(part, Object) else ()
        held = (field.type for field in fields if field.name == name)
        kind = resolved(next(held, Anything()), types)
        if not isinstance(kind, Enum):
            return None
        found |= dict.fromkeys(map(tag_text, kind.values))
    return tuple(found) or None


def _plain(type_: Type, types: Types) -> Iterator[Type]:
    """Yield what values of *type_* can be, without unions and references."""
    every = (type_, *leaves(type_, types))
    yield from (p for p in (resolved(e, types) for e in every) if not _is_union(p))


def _is_union(type_: Type) -> bool:
    return isinstance(type_, Union)


def tag_text(value: Json) -> str:
    """Return *value* as tags have it: strings as they are, all else as JSON."""
    plain = value.value
    return plain if isinstance(plain, str) else value.text


def tagged(union: Union, value: object) -> tuple[Type, ...] | None:
    """Return which members of *union* the JSON *value* can be, by its tags.

    None when tags do not say; nothing when there is no tag for what it says.
    """
    if not union.tags or not isinstance(value, dict):
        return None
    members = cast("dict[str, object]", value)
    name = union.discriminator or ""
    last = () if union.fallback is None else (union.fallback,)
    if name not in members:
        return last or None
    text = tag_text(Json.of(members[name]))
    return tuple(tag.type for tag in union.tags if tag.value == text)[:1] or last
