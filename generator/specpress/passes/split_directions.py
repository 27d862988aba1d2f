"""Afterwards what is sent asks for nothing that only the server sets, and what comes
back for nothing that is only sent: where that makes two types of one, each is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final, TypeAlias

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.ir.nodes import Api, Body, Operation, TypeDecl
from specpress.ir.types import Field, Object, Ref, Type, Union
from specpress.ir.walk import (
    api_types,
    map_content,
    map_incoming,
    map_response,
    map_type,
    walk_type,
)
from specpress.ir.words import pascal

_Away: TypeAlias = Callable[[Field], bool]
"""Whether a field does not travel in the direction that is looked at."""

SENT: Final = "Input"
"""What is added to the name of a type for its shape in requests."""
READ: Final = "Output"
"""What is added to the name of a type for its shape in responses."""


def split_directions(api: Api, report: Report) -> Api:
    """Return *api* without fields that the other direction requires, but not this one.

    A type keeps its name for responses where it requires a ``readOnly`` property, and
    else for requests; its other shape is named after it. That is settled by the type
    alone, so another operation renames nothing.
    """
    sent = _Split(api, _is_read_only)
    read = _Split(api, _is_write_only)
    own = {id_: _variant(id_, SENT) for id_ in sent.differing}
    back = {id_: _variant(id_, READ) for id_ in read.differing - sent.differing}
    asked = partial(sent.projected, names=own)
    answered = partial(read.projected, names=back)
    types: list[TypeDecl] = []
    for decl in api.types:
        both = decl.id in sent.differing and decl.id in read.differing
        types.append(replace(decl, type=answered(decl.type)) if both else decl)
        if decl.id in own:
            types.append(_declared(decl, SENT, asked(decl.type)))
        if decl.id in back:
            types.append(_declared(decl, READ, answered(decl.type)))
    operations = tuple(_operation(op, asked, answered) for op in api.operations)
    webhooks = tuple(map_incoming(each, answered) for each in api.webhooks)
    return replace(api, operations=operations, webhooks=webhooks, types=tuple(types))


class _Split:
    """One direction: which named types have another shape there."""

    def __init__(self, api: Api, away: _Away) -> None:
        telling = frozenset(_telling(api))
        self._away: _Away = lambda f: away(f) and f.name not in telling
        self._needed: _Away = lambda f: f.required and self._away(f)
        types = {decl.id: decl.type for decl in api.types}
        self.differing = {id_ for id_, type_ in types.items() if self._has(type_)}
        users: dict[str, set[str]] = {}
        for id_, type_ in types.items():
            for part in walk_type(type_):
                if isinstance(part, Ref):
                    users.setdefault(part.target, set()).add(id_)
        work = list(self.differing)
        while work:
            found = users.get(work.pop(), set()) - self.differing
            self.differing |= found
            work += found

    def projected(self, type_: Type, names: Mapping[str, str]) -> Type:
        """Return *type_* as it is in this direction; *names* are ids to refer to."""

        def part(old: Type) -> Type:
            if isinstance(old, Ref) and old.target in names:
                return replace(old, target=names[old.target])
            if isinstance(old, Object) and any(map(self._needed, old.fields)):
                kept = (f for f in old.fields if not self._away(f))
                return replace(old, fields=tuple(kept))
            return old

        return map_type(type_, part)

    def _has(self, type_: Type) -> bool:
        """Whether an object inside *type_* has another shape in this direction."""
        return any(
            isinstance(part, Object) and any(map(self._needed, part.fields))
            for part in walk_type(type_)
        )


def _telling(api: Api) -> Iterator[str]:
    """Yield the properties that tell the members of unions apart: those stay."""
    for type_ in (*(decl.type for decl in api.types), *api_types(api)):
        for part in walk_type(type_):
            if isinstance(part, Union) and part.discriminator is not None:
                yield part.discriminator


def _is_read_only(field: Field) -> bool:
    return field.read_only


def _is_write_only(field: Field) -> bool:
    return field.write_only


def _variant(id_: str, word: str) -> str:
    return f"{id_} {word}"


def _declared(decl: TypeDecl, word: str, type_: Type) -> TypeDecl:
    """Return the declaration of *type_*, the shape of *decl* that *word* names."""
    name = decl.name
    text = f"{pascal(name.text)}{word}"
    name = replace(name, text=text, firmness="path", path=(*name.path, word))
    return replace(decl, id=_variant(decl.id, word), name=name, type=type_)


def _operation(
    old: Operation,
    asked: Callable[[Type], Type],
    answered: Callable[[Type], Type],
) -> Operation:
    def body(old: Body) -> Body:
        return replace(old, contents=tuple(map_content(c, asked) for c in old.contents))

    return replace(
        old,
        parameters=tuple(replace(p, type=asked(p.type)) for p in old.parameters),
        body=None if old.body is None else body(old.body),
        responses=tuple(map_response(r, answered) for r in old.responses),
        callbacks=tuple(map_incoming(c, answered) for c in old.callbacks),
    )
