"""Afterwards a union of objects that the values of one property tell apart has it as its
discriminator, with a tag for each value; implied tags are taken or gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.ir.nodes import Api
from specpress.ir.types import Null, Object, Tag, Type, Union
from specpress.ir.variants import Types, constants, leaves, objects, resolved, variants
from specpress.ir.walk import map_types, shape
from specpress.ir.words import fold


def tell_apart(api: Api, report: Report) -> Api:
    """Return *api* with the tags of each union settled, or found."""
    types = {decl.id: decl.type for decl in api.types}

    def settled(type_: Type) -> Type:
        if not isinstance(type_, Union):
            return type_
        bare = replace(type_, discriminator=None, tags=(), fallback=None)
        if type_.discriminator is not None:
            return _declared(type_, types) or _found(bare, types)
        return _found(bare, types)

    return map_types(api, settled)


def _declared(union: Union, types: Types) -> Union | None:
    """Return *union* with a tag for each value of its discriminator.

    None when the discriminator does not tell which member an object is.
    """
    name = union.discriminator or ""
    members = variants(union, types)
    tags = {t.value: t.type for t in union.tags if not t.implied}
    names = {fold(t.value): t.type for t in union.tags if t.implied}
    claims: dict[str, list[Type]] = defaultdict(list)
    for member in members:
        for value in constants(member, name, types) or ():
            if value not in tags:
                claims[value].append(member)
    for value, claimants in claims.items():
        if (named := names.get(fold(value))) is not None and len(claimants) > 1:
            tags[value] = named
        elif len(claimants) == 1:
            tags[value] = claimants[0]
        elif _is_parent(claimants[-1], claimants, types):
            tags[value] = claimants[-1]
        else:
            return None
    for tag in union.tags:
        if tag.implied and not _is_told(tag.type, tags.values(), types):
            tags.setdefault(tag.value, tag.type)
    for member in union.members:
        inner = resolved(member, types)
        if isinstance(inner, Union) and inner.discriminator == name:
            given = (tag for tag in inner.tags if not tag.implied)
            tags = {tag.value: tag.type for tag in given} | tags
    told = [m for m in members if _is_told(m, tags.values(), types)]
    rest = [m for m in members if m not in told]
    if not told or len(rest) > 1:
        return None
    fallback = union.fallback or (rest[0] if rest else None)
    return replace(union, tags=_tags(tags), fallback=fallback)


def _is_parent(member: Type, others: Iterable[Type], types: Types) -> bool:
    """Return whether each of *others* has all the properties of *member*."""
    own = _fields(member, types)
    return all(own <= _fields(other, types) for other in others)


def _fields(member: Type, types: Types) -> set[str]:
    type_ = resolved(member, types)
    return {f.name for f in type_.fields} if isinstance(type_, Object) else set()


def _is_told(member: Type, told: Iterable[Type], types: Types) -> bool:
    """Return whether one of the types *told* is *member*, or one of its own members."""
    inside = {shape(each) for each in (member, *leaves(member, types))}
    return any(shape(type_) in inside for type_ in told)


def _found(union: Union, types: Types) -> Union:
    """Return *union* with the first property that tells all its objects apart.

    Each needs it, and has values of its own for it.
    """
    members = objects(union, types)
    if len(members) < 2:
        return union
    for name in _needed(members[0], types):
        tags: dict[str, Type] = {}
        for member in members:
            values = constants(member, name, types)
            if not values or name not in _needed(member, types) or tags.keys() & values:
                break
            tags |= dict.fromkeys(values, member)
        else:
            return replace(union, discriminator=name, tags=_tags(tags))
    return union


def _needed(member: Type, types: Types) -> Sequence[str]:
    """Return the properties that every object of the type *member* has."""
    match resolved(member, types):
        case Object(fields=fields):
            return [field.name for field in fields if field.required]
        case Union(members=members):
            each = [_needed(m, types) for m in members if not isinstance(m, Null)]
            first = each[0] if each else ()
            return [name for name in first if all(name in names for names in each)]
        case _:
            return ()


def _tags(tags: Mapping[str, Type]) -> tuple[Tag, ...]:
    return tuple(Tag(value=value, type=type_) for value, type_ in tags.items())
