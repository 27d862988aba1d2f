"""Afterwards each named type is one that needs a name and never is null itself; or it is
made of itself, or of more levels than one can read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.ir.nodes import Api, TypeDecl
from specpress.ir.types import Field, Null, Object, Ref, Type, Union
from specpress.ir.walk import map_type, map_types, parts, walk_type, with_rules
from specpress.passes.flatten_unions import flatten
from specpress.passes.named import is_further_name, needs_name, not_null

_MOST_LEVELS: Final = 10  # a deeper alias stays, so that types stay readable


def inline_aliases(api: Api, report: Report) -> Api:
    """Return *api* with other names for a scalar, a list, a map or another named type
    written out, and null where a nullable named type is used, not inside it."""
    api = _null_outside(api)
    while aliases := _aliases(api):
        api = _null_outside(_without(api, aliases))
    return api


def _without(api: Api, aliases: Mapping[str, TypeDecl]) -> Api:
    """Return *api* with *aliases* written out."""

    def told(type_: Type) -> Type:
        if not isinstance(type_, Object):
            return type_
        return replace(type_, fields=tuple(_told(f, aliases) for f in type_.fields))

    api = map_types(api, told)
    api = map_types(api, lambda type_: _written_out(type_, aliases))
    return replace(api, types=tuple(t for t in api.types if t.id not in aliases))


def _written_out(type_: Type, aliases: Mapping[str, TypeDecl]) -> Type:
    if isinstance(type_, Ref) and type_.target in aliases:
        return with_rules(aliases[type_.target].type, type_.rules)
    return flatten(type_)


def _told(field: Field, aliases: Mapping[str, TypeDecl]) -> Field:
    """Return *field* with the words of the alias that is its type, if it has none."""
    if not isinstance(field.type, Ref) or field.type.target not in aliases:
        return field
    alias = aliases[field.type.target]
    return replace(
        field,
        description=field.description or alias.description,
        deprecated=field.deprecated or alias.deprecated,
    )


def _aliases(api: Api) -> Mapping[str, TypeDecl]:
    """Return, by id, the named types that need no name, with the aliases in them written
    out, but for those made of themselves, of too many levels, or of types that are yet
    to be named after them."""
    found = {
        decl.id: decl
        for decl in api.types
        if not needs_name(decl.type) and not is_further_name(decl)
    }
    leads = {
        id_: [target for target in _targets(decl.type) if target in found]
        for id_, decl in found.items()
    }
    aliases: dict[str, TypeDecl] = {}
    for id_ in _inner_first(leads):
        type_ = map_type(found[id_].type, lambda part: _written_out(part, aliases))
        if any(map(needs_name, walk_type(type_))) or _is_recursive(id_, leads):
            continue
        if _levels(type_) <= _MOST_LEVELS:
            aliases[id_] = replace(found[id_], type=type_)
    return aliases


def _targets(type_: Type) -> list[str]:
    return [part.target for part in walk_type(type_) if isinstance(part, Ref)]


def _levels(type_: Type) -> int:
    """Return how many types stand inside each other in *type_*."""
    return 1 + max((_levels(part) for part in parts(type_)), default=0)


def _inner_first(leads: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the ids in *leads*, each after those it leads to, where that can be."""
    done: dict[str, None] = {}
    begun: set[str] = set()
    for id_ in leads:
        stack = [id_]
        while stack:
            ahead = () if stack[-1] in begun else leads[stack[-1]]
            begun.add(stack[-1])
            if left := [target for target in ahead if target not in begun]:
                stack += left
            else:
                done[stack.pop()] = None
    return list(done)


def _is_recursive(id_: str, leads: Mapping[str, Sequence[str]]) -> bool:
    """Return whether *id_* leads back to itself, over any number of steps."""
    reached: set[str] = set()
    queue = list(leads[id_])
    while queue:
        if (target := queue.pop()) not in reached:
            reached.add(target)
            queue += leads[target]
    return id_ in reached


def _null_outside(api: Api) -> Api:
    """Return *api* with null taken out of the named types that have a name anyway.

    That may make another named type nullable, so it goes on until none is.
    """
    nullable: set[str] = set()
    while found := {decl.id for decl in api.types if _bare(decl.type) is not decl.type}:
        types = tuple(replace(decl, type=_bare(decl.type)) for decl in api.types)
        api = _or_null(replace(api, types=types), found - nullable)
        nullable |= found
    return api


def _or_null(api: Api, ids: set[str]) -> Api:
    """Return *api* with null allowed where one of the types *ids* is used."""

    def with_null(type_: Type) -> Type:
        if isinstance(type_, Ref) and type_.target in ids:
            return Union(members=(type_, Null(rules=type_.rules)), span=type_.span)
        return flatten(type_)

    return map_types(api, with_null)


def _bare(type_: Type) -> Type:
    """Return *type_* without null, where what is left needs a name; else as it is."""
    if not isinstance(type_, Union) or type_.rules:
        return type_  # the rules may be about null too
    others = not_null(type_)
    if len(others) == len(type_.members) or not others:
        return type_
    left = others[0] if len(others) == 1 else replace(type_, members=others)
    return left if needs_name(left) else type_
