"""What prose tells of parameters and fields, as mining has noted it in the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

import msgspec
from msgspec.structs import replace

from specpress.document.dialects import TOLD
from specpress.ir.types import (
    Enum,
    FactKind,
    Integer,
    Level,
    List,
    Null,
    Number,
    String,
    Told,
    Type,
    Union,
)
from specpress.ir.values import Json
from specpress.tree import Node

_SCALARS: Final = (String, Integer, Number)


class _Note(msgspec.Struct, frozen=True):
    """A fact as the extension has it; what comes from an overlay need not say all."""

    kind: FactKind
    value: object
    sentence: str = ""
    start: int = 0
    end: int = 0
    confidence: int = 100
    against: bool = False
    level: Level = "document"


def told_of(node: Node) -> tuple[Told, ...]:
    """Return the facts that are noted in *node*; what is no fact is left out."""
    noted = node.get(TOLD)
    found: list[Told] = []
    for item in noted.list if noted is not None else ():
        try:
            note = msgspec.convert(item.plain(), _Note)
        except msgspec.ValidationError:
            continue
        found.append(
            Told(
                kind=note.kind,
                value=Json.of(note.value),
                sentence=note.sentence,
                start=note.start,
                end=note.end,
                confidence=note.confidence,
                against=note.against,
                level=note.level,
                span=item.span,
            )
        )
    return tuple(found)


def opened(type_: Type, told: Sequence[Told]) -> Type:
    """Return *type_* with the values that are *told* for types named in it, and any
    other that it allows as before."""
    for fact in told:
        if fact.kind == "values" and fact.level == "type" and not fact.against:
            values = fact.value.value
            if isinstance(values, list):
                listed = cast("list[object]", values)
                return _opened(type_, tuple(map(Json.of, listed)))
    return type_


def is_deprecated(told: Sequence[Told]) -> bool:
    """Return whether a fact for types says that something is deprecated."""
    return any(t.kind == "deprecated" and t.level == "type" for t in told)


def _opened(type_: Type, values: tuple[Json, ...]) -> Type:
    match type_:
        case List(item=item) if not type_.prefix:
            return replace(type_, item=_opened(item, values))
        case Union(members=(first, Null() as null)) if isinstance(first, _SCALARS):
            return replace(type_, members=(*_members(first, values), null))
        case String() | Integer() | Number():
            return Union(members=_members(type_, values), span=type_.span)
        case _:
            return type_


def _members(type_: Type, values: tuple[Json, ...]) -> tuple[Type, ...]:
    return Enum(values=values, span=type_.span), type_
