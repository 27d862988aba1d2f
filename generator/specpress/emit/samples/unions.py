"""Unions in samples: which member a value is, and values for each member."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, cast

from specpress.emit.samples.check import accepts
from specpress.ir.types import Enum, Integer, Null, Object, Type, Union
from specpress.ir.variants import Types, objects, resolved, tag_text, tagged, variants


class Choice(NamedTuple):
    """A member of a union, *type*, and the *tag* that its objects have, if any."""

    type: Type
    tag: str | None = None

    def told(self, value: object, union: Union, types: Types) -> object:
        """Return *value*, one of the type, with the tag as its discriminator."""
        plain = resolved(self.type, types)
        if self.tag is None or not isinstance(value, dict):
            return value
        members = cast("dict[str, object]", value)
        name = union.discriminator or ""
        known = plain.fields if isinstance(plain, Object) else ()
        kinds = {field.name: resolved(field.type, types) for field in known}
        put = members | {name: _spoken(self.tag, kinds.get(name))}
        return {key: put[key] for key in kinds if key in put} | put


def choices(union: Union, types: Types) -> list[Choice]:
    """Return the members of *union*, each once, those that are told by a tag with it.

    Null comes last.
    """
    if not union.tags:
        members = sorted(union.members, key=lambda member: isinstance(member, Null))
        return [Choice(member) for member in members]
    found: dict[Type, Choice] = {}
    for tag in union.tags:
        found.setdefault(tag.type, Choice(tag.type, tag.value))
    others = [Choice(m) for m in union.members if m not in objects(union, types)]
    last = [] if union.fallback is None else [Choice(union.fallback)]
    return [*found.values(), *last, *others]


def member_of(union: Union, value: object, types: Types) -> Type | None:
    """Return the member of *union* as which a client reads *value*; None: as none.

    It is what its tag tells, else the one that knows most of its keys.
    """
    told = tagged(union, value)
    if told is not None:
        return next((type_ for type_ in told if accepts(value, type_, types)), None)
    fitting = [m for m in union.members if accepts(value, m, types)]
    return max(fitting, key=lambda m: _known(m, value, types), default=None)


def is_sure(union: Union, value: object, types: Types) -> bool:
    """Return whether no two members of *union* can read *value*."""
    if tagged(union, value) is not None:
        return True
    return sum(accepts(value, m, types) for m in variants(union, types)) == 1


def _known(type_: Type, value: object, types: Types) -> int:
    """Return how many keys of *value* objects of *type_* have; a whole number counts
    where it is wanted."""
    plain = resolved(type_, types)
    if isinstance(plain, Integer):
        return 1
    names: Iterable[str] = cast("dict[str, object]", value) if _is_map(value) else ()
    if isinstance(plain, Union):
        return max((_known(m, value, types) for m in plain.members), default=0)
    known = plain.fields if isinstance(plain, Object) else ()
    return len({field.name for field in known} & {*names})


def _is_map(value: object) -> bool:
    return isinstance(value, dict)


def _spoken(tag: str, type_: Type | None) -> object:
    """Return *tag* as a property of *type_* has it."""
    if isinstance(type_, Enum):
        return next((v.value for v in type_.values if tag_text(v) == tag), tag)
    return int(tag) if isinstance(type_, Integer) and tag.isdecimal() else tag
