"""Afterwards no union holds a union, the same member twice, or one member only; null
comes last; and enums that stand beside each other are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.diagnostics.codes.passes import EMPTY_UNION
from specpress.ir.nodes import Api
from specpress.ir.types import Anything, Enum, Label, Nothing, Null, Object, Type, Union
from specpress.ir.walk import map_types, shape, with_rules


def flatten_unions(api: Api, report: Report) -> Api:
    """Return *api* with each union in its normal form."""

    def checked(type_: Type) -> Type:
        new = flatten(type_)
        if isinstance(type_, Union) and isinstance(new, Nothing):
            report.add(EMPTY_UNION.at(type_.span))
        return new

    return map_types(api, checked)


def flatten(type_: Type) -> Type:
    """Return *type_*, whose parts are in their normal form, in its own."""
    if not isinstance(type_, Union):
        return type_
    members = _one_enum(_distinct(_opened(type_)))
    if any(isinstance(m, Anything) and not m.rules for m in members):
        return Anything(rules=type_.rules, span=type_.span)
    others: list[Type] = [m for m in members if not isinstance(m, Null)]
    nulls = sorted(
        (m for m in members if isinstance(m, Null)), key=lambda m: len(m.rules)
    )[:1]
    if len(others) == 1:
        others = [_titled(others[0], type_)]
    if len(others) + len(nulls) == 1:
        return with_rules((others or nulls)[0], type_.rules)
    if not others:
        return Nothing(span=type_.span)
    new = replace(type_, members=(*others, *nulls))
    if len(others) == 1:
        return replace(new, title=None, description=None, discriminator=None)
    return new


def _opened(union: Union) -> Iterator[Type]:
    """Yield the members of *union*, and those of the unions in it."""
    for member in union.members:
        if isinstance(member, Union) and member.discriminator is None:
            yield from (with_rules(m, member.rules) for m in _opened(member))
        elif isinstance(member, Union) and len(union.members) > 1:
            yield replace(member, members=_without_null(member))
            nulls = (m for m in member.members if isinstance(m, Null))
            yield from (with_rules(null, member.rules) for null in nulls)
        elif not isinstance(member, Nothing):
            yield member


def _without_null(union: Union) -> tuple[Type, ...]:
    return tuple(m for m in union.members if not isinstance(m, Null))


def _distinct(members: Iterable[Type]) -> list[Type]:
    """Return *members* without those that are the same type as one before."""
    found: dict[Type, Type] = {}
    for member in members:
        found.setdefault(shape(member), member)
    return list(found.values())


def _one_enum(members: list[Type]) -> list[Type]:
    """Return *members* with the enums among them as one, where the first one stood.

    Enums that have a title each, and several values, stay what they are.
    """
    enums = [m for m in members if isinstance(m, Enum) and not m.rules]
    single = all(len(enum.values) == 1 for enum in enums)
    untitled = all(enum.title is None for enum in enums)
    if len(enums) < 2 or not (single or untitled):
        return members
    if len({enum.format for enum in enums}) > 1:
        return members
    values = dict.fromkeys(value for enum in enums for value in enum.values)
    labels = tuple(label for enum in enums for label in _labels(enum))
    one = replace(
        enums[0], values=tuple(values), labels=labels, title=None, description=None
    )
    first = members.index(enums[0])
    rest = [member for member in members[first:] if member not in enums]
    return [*members[:first], one, *rest]


def _labels(enum: Enum) -> tuple[Label, ...]:
    """Return the labels of *enum*, that of a single value made of its own words."""
    said = (enum.title, enum.description)
    text = ": ".join(dict.fromkeys(part for part in said if part))
    first, *others = enum.values
    if others or enum.labels or not text:
        return enum.labels
    return (Label(value=first, description=text),)


def _titled(type_: Type, union: Union) -> Type:
    """Return *type_*, the only member of *union* beside null, with its title."""
    if isinstance(type_, Enum | Object | Union):
        return replace(
            type_,
            title=type_.title or union.title,
            description=type_.description or union.description,
        )
    return type_
