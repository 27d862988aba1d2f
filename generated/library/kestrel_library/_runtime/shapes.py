"""Shapes of objects: which keys a type has, and what stands under them.

What a shape excludes, the type refuses. So shapes tell which of many types an object
can be, without reading it as each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time, timedelta
from types import NoneType, UnionType
from typing import (
    Annotated,
    Literal,
    NamedTuple,
    Never,
    TypeAlias,
    Union,
    get_args,
    get_origin,
)
from uuid import UUID

from pydantic_core import MISSING
from typing_extensions import TypeAliasType

from .fields import OPEN
from .loose import annotation, extras, is_model

Kinds: TypeAlias = frozenset[object]
"""Classes of JSON values: ``str`` for text, ``dict`` for objects and so on."""

_ALL: Kinds = frozenset((bool, int, float, str, list, dict, NoneType))


_TEXTS = (date, time, timedelta, UUID, bytes)
TEXT: Kinds = frozenset((str,))
_PLAIN: dict[object, Kinds] = {
    str: TEXT,
    bool: frozenset((bool,)),
    int: frozenset((int, float)),
    float: frozenset((int, float)),
    None: frozenset((NoneType,)),
    NoneType: frozenset((NoneType,)),
}


class Held(NamedTuple):
    """What may stand under a key: values of *kinds*, and only *values*, if not None."""

    kinds: Kinds
    values: frozenset[tuple[object, object]] | None


class Shape(NamedTuple):
    """The *keys* of objects, those that are *required*, and what others may hold."""

    keys: dict[str, Held]
    required: frozenset[str]
    rest: Kinds


_ANY = Held(_ALL, None)
_OPEN = Shape({}, frozenset(), _ALL)


def shape(type_: object) -> Shape | None:
    """Return the shape of the objects that are of *type_*; None when none are."""
    if isinstance(type_, TypeAliasType):
        return shape(type_.__value__)
    origin, args = get_origin(type_), get_args(type_)
    if origin is Annotated:
        return shape(args[0])
    if origin in (Union, UnionType):
        found = [each for each in map(shape, args) if each is not None]
        return _either(found) if found else None
    if origin is dict:
        return Shape({}, frozenset(), kinds(args[1]))
    if is_model(type_):
        fields = type_.model_fields
        wires = {n: str(f.validation_alias or n) for n, f in fields.items()}
        required = frozenset(wires[n] for n, f in fields.items() if f.is_required())
        held = {wires[n]: _held(annotation(f)) for n, f in fields.items()}
        return Shape(held, required, kinds(extras(type_)))
    return _OPEN if dict in kinds(type_) else None


def kinds(type_: object) -> Kinds:
    """Return the kinds of JSON value that *type_* may take: all, where it isn't clear."""
    if isinstance(type_, TypeAliasType):
        return kinds(type_.__value__)
    origin, args = get_origin(type_), get_args(type_)
    if origin is Annotated:
        return kinds(args[0])
    if origin in (Union, UnionType):
        return frozenset[object]().union(*map(kinds, args))
    if origin is Literal:
        return frozenset(map(type, args))
    if origin in (list, dict):
        return frozenset((origin,))
    if type_ in (MISSING, Never):
        return frozenset()
    if is_model(type_):
        return frozenset((dict,))
    known = _PLAIN.get(type_)
    if known is None and isinstance(type_, type) and issubclass(type_, _TEXTS):
        return TEXT
    return known or _ALL


def _held(type_: object) -> Held:
    values = _values(type_)
    return Held(kinds(type_), None if values is None else frozenset(values))


def _values(type_: object) -> set[tuple[object, object]] | None:
    """Return the only values of *type_* with their classes; None when it has others."""
    if isinstance(type_, TypeAliasType):
        return _values(type_.__value__)
    origin, args = get_origin(type_), get_args(type_)
    if origin is Annotated:
        if OPEN in args[1:]:
            return _values(get_args(args[0])[0])
        return _values(args[0])
    if origin in (Union, UnionType):
        each = [_values(arg) for arg in args if arg is not MISSING]
        known = [values for values in each if values is not None]
        return set[tuple[object, object]]().union(*known) if known == each else None
    if origin is Literal:
        return {(type(value), value) for value in args}
    return {(NoneType, None)} if type_ in (None, NoneType) else None


def _either(shapes: Sequence[Shape]) -> Shape:
    """Return the shape of what has one of *shapes*."""
    names = dict.fromkeys(name for each in shapes for name in each.keys)
    keys: dict[str, Held] = {}
    for name in names:
        held = [each.keys.get(name, Held(each.rest, None)) for each in shapes]
        values = [each.values for each in held if each.values is not None]
        only = frozenset[tuple[object, object]]().union(*values)
        kinds_ = frozenset[object]().union(*(each.kinds for each in held))
        keys[name] = Held(kinds_, only if len(values) == len(held) else None)
    required = shapes[0].required.intersection(*(each.required for each in shapes))
    rest = frozenset[object]().union(*(each.rest for each in shapes))
    return Shape(keys, required, rest)


class _Column(NamedTuple):
    """Who takes what under one key: sets of shapes, a bit each."""

    kinds: dict[object, int]
    values: dict[tuple[object, object], int] | None
    others: int


class Table:
    """Shapes beside each other: which of them an object can have."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        self._shapes = shapes
        names = dict.fromkeys(name for each in shapes for name in each.keys)
        self._columns = {name: _column(name, shapes) for name in names}
        self._rest = _column(None, shapes)
        self._every = (1 << len(shapes)) - 1
        self._own = _own(shapes)

    def fitting(self, data: dict[str, object]) -> list[int]:
        """Return the shapes that *data* can have, those that know most keys first."""
        if own := self._own:
            told = {own[name] for name in data if name in own}
            return [n for n in sorted(told) if self._shapes[n].required <= data.keys()]
        left = self._every
        for name, value in data.items():
            column = self._columns.get(name, self._rest)
            kind = type(value)
            left &= column.kinds.get(kind, self._every)
            if column.values is not None and kind in _SCALARS:
                left &= column.values.get((kind, value), column.others)
        names = data.keys()
        found = [n for n in _bits(left) if self._shapes[n].required <= names]
        if len(found) > 1:
            found.sort(key=lambda n: -len(self._shapes[n].keys.keys() & names))
        return found


def _own(shapes: Sequence[Shape]) -> dict[str, int]:
    """Return the shape that each key tells which it alone requires and others don't have.

    Nothing unless each shape has such a key: without it none of them fits.
    """
    users: dict[str, list[int]] = {}
    for n, each in enumerate(shapes):
        for name in each.keys:
            users.setdefault(name, []).append(n)
    own = {
        name: users[name][0]
        for each in shapes
        for name in each.required
        if len(users[name]) == 1
    }
    return own if len({*own.values()}) == len(shapes) else {}


_SCALARS = (str, int, bool, float, NoneType)


def _column(name: str | None, shapes: Sequence[Shape]) -> _Column:
    held = [each.keys.get(name or "", Held(each.rest, None)) for each in shapes]
    if name is None:
        held = [Held(each.rest, None) for each in shapes]
    by_kind = {kind: _set(kind in each.kinds for each in held) for kind in _ALL}
    others = _set(each.values is None for each in held)
    every = {value for each in held for value in each.values or ()}
    if not every:
        return _Column(by_kind, None, others)
    by_value = {
        value: _set(each.values is None or value in each.values for each in held)
        for value in every
    }
    return _Column(by_kind, by_value, others)


def _set(members: Iterable[bool]) -> int:
    return sum(1 << n for n, member in enumerate(members) if member)


def _bits(members: int) -> Iterator[int]:
    while members:
        lowest = members & -members
        yield lowest.bit_length() - 1
        members ^= lowest
