"""Which types have a name of their own, and how names are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from specpress.ir.nodes import TypeDecl
from specpress.ir.types import (
    Boolean,
    Enum,
    Integer,
    Null,
    Number,
    Object,
    Ref,
    String,
    Type,
    Union,
)
from specpress.ir.words import pascal
from specpress.source import NOWHERE


def needs_name(type_: Type) -> bool:
    """Return whether *type_* is one that has a name: an object, an enum of several
    values, or a union of several types that are more than plain scalars."""
    match type_:
        case Object():
            return True
        case Enum(values=values):
            return len(values) > 1
        case Union():
            others = not_null(type_)
            return len(others) > 1 and not all(map(_is_plain, others))
        case _:
            return False


def is_further_name(decl: TypeDecl) -> bool:
    """Return whether *decl* names a type of many places that another name holds."""
    return decl.name.firmness != "component" and isinstance(decl.type, Ref)


def not_null(union: Union) -> tuple[Type, ...]:
    """Return the members of *union* that are not null."""
    return tuple(member for member in union.members if not isinstance(member, Null))


def _is_plain(type_: Type) -> bool:
    """Return whether *type_* is a scalar without constraints."""
    match type_:
        case Boolean():
            return True
        case Integer() | Number() | String():
            return replace(type_, span=NOWHERE, format=None) == type(type_)()
        case Enum(values=values):
            return len(values) == 1
        case _:
            return False


class Wanted(NamedTuple):
    """The name that a place gives to a type there: its text, and the path of words."""

    text: str
    path: tuple[str, ...]

    def inside(self, word: str, text: str | None = None) -> Wanted:
        """Return the name of what stands inside, at *word*."""
        return Wanted(self.text + pascal(text or word), (*self.path, word))


def variant(member: Type, wanted: Wanted) -> Wanted:
    """Return the name of *member* in a union that is *wanted* to have a name.

    It is told by its constant, else by the first property that it needs or has.
    """
    if not isinstance(member, Object):
        kind = type(member).__name__
        return wanted.inside(kind)
    names = [field.name for field in member.fields]
    needed = [field.name for field in member.fields if field.required]
    told = (*_constants(member), *needed, *names, "Object")
    word = next(word for word in told if pascal(word))
    return wanted.inside(" ".join(names) or word, word)


def _constants(type_: Object) -> Iterator[str]:
    """Yield the values of the properties that have one value only."""
    for field in type_.fields:
        if isinstance(field.type, Enum) and len(field.type.values) == 1:
            yield str(field.type.values[0].value)
