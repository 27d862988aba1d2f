"""Reading data that break the rules: what fits is converted, the rest kept as sent."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from types import SimpleNamespace, UnionType
from typing import (
    Annotated,
    Protocol,
    TypeAlias,
    TypeGuard,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
    runtime_checkable,
)

from pydantic import BaseModel, Field, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import MISSING

from .adapter import adapter, validated
from .json import is_list, is_object

Reader: TypeAlias = Callable[[object], object]
"""Makes of data what it can: never raises, and gives back what it can't use."""


@runtime_checkable
class Picks(Protocol):
    """Marks a union of which it picks the member that data are read as."""

    def reader(self, type_: object) -> Reader:
        """Return the reader of the union *type_*."""
        ...


def reader(type_: object) -> Reader:
    """Return what reads data as *type_* without ever refusing them."""
    origin, args = get_origin(type_), get_args(type_)
    for mark in args[1:] if origin is Annotated else ():
        if isinstance(mark, Picks):
            return mark.reader(args[0])
    if origin is Annotated and (is_model(args[0]) or get_origin(args[0])):
        return reader(args[0])
    if origin is list:
        return _list(reader(args[0]))
    if origin is dict:
        return _dict(reader(args[1]))
    if origin in (Union, UnionType):
        return union_reader(args)
    if is_model(type_):
        return lambda data: _model(type_, data)
    return _leaf(type_)


def is_model(type_: object) -> TypeGuard[type[BaseModel]]:
    """Return whether *type_* is a model."""
    return isinstance(type_, type) and issubclass(type_, BaseModel)


def _leaf(type_: object) -> Reader:
    """Return the reader that either converts, as well as can be, or leaves alone."""
    known = adapter(type_)
    found = (getattr(mark, "loosely", None) for mark in get_args(type_)[1:])
    loosely: Reader | None = next(filter(None, found), None)

    def read(data: object) -> object:
        try:
            return validated(known, data)
        except ValidationError:
            return loosely(data) if loosely and isinstance(data, str) else data

    return read


def _list(item: Reader) -> Reader:
    """Return the reader of lists whose items *item* reads."""

    def read(data: object) -> object:
        if not is_list(data):
            return data
        return [item(value) for value in data]

    return read


def _dict(item: Reader) -> Reader:
    """Return the reader of objects whose values *item* reads."""

    def read(data: object) -> object:
        if not is_object(data):
            return data
        members = data.items()
        return {key: item(value) for key, value in members}

    return read


def union_reader(members: tuple[object, ...]) -> Reader:
    """Return the reader of a union: of the members that can use data, the nearest."""
    readers = [(_misfit(member), reader(member)) for member in members]

    def read(data: object) -> object:
        ways = [(misfit(data), read(data)) for misfit, read in readers]
        used = [way for way in ways if way[0] == (0, 0) or way[1] is not data]
        return min(used, key=lambda way: way[0])[1] if used else data

    return read


def _misfit(type_: object) -> Callable[[object], tuple[int, int]]:
    """Return what counts how badly data fit *type_*: wrong tags first, then the rest."""
    known = adapter(type_)

    def count(data: object) -> tuple[int, int]:
        try:
            validated(known, data)
        except ValidationError as error:
            return misfit(error)
        return 0, 0

    return count


def misfit(error: ValidationError) -> tuple[int, int]:
    """Return how bad *error* is: the number of wrong tags, then that of all faults."""
    kinds = [detail["type"] for detail in error.errors()]
    return kinds.count("literal_error"), len(kinds)


def _model(model: type[BaseModel], data: object) -> object:
    """Return *data* as an instance of *model*: lacking members are `MISSING`."""
    if not is_object(data):
        return data
    members = dict(data)
    values: dict[str, object] = {}
    given: set[str] = set()
    for name, (wire, read) in fields_of(model).items():
        if wire in members:
            values[name] = read(members.pop(wire))
            given.add(name)
        else:
            values[name] = MISSING
    instance = model.model_construct(given)
    vars(instance).update(values)
    if instance.model_extra is not None:
        rest = rest_of(model)
        instance.model_extra.update((key, rest(part)) for key, part in members.items())
    return instance


@cache
def fields_of(model: type[BaseModel]) -> dict[str, tuple[str, Reader]]:
    """Return the wire name and the reader of each field of *model*."""
    return {
        name: (str(field.validation_alias or name), reader(annotation(field)))
        for name, field in model.model_fields.items()
    }


@cache
def rest_of(model: type[BaseModel]) -> Reader:
    """Return the reader of what *model* holds beside its fields."""
    return reader(extras(model))


def annotation(field: FieldInfo) -> object:
    """Return the type of *field* with its constraints."""
    type_: object = field.annotation
    for constraint in cast("list[object]", field.metadata):
        type_ = Annotated[type_, constraint]
    if field.discriminator:
        type_ = Annotated[type_, Field(discriminator=field.discriminator)]
    return type_


def extras(model: type[BaseModel]) -> object:
    """Return the type of what *model* holds beside its fields."""
    for holder in model.__mro__:
        said: object = vars(holder).get("__annotations__", {}).get("__pydantic_extra__")
        if said is not None and holder is not BaseModel:
            told = SimpleNamespace(__annotations__={"held": said})
            names = vars(sys.modules[holder.__module__])
            hints = get_type_hints(told, names, include_extras=True)
            return get_args(hints["held"])[1]
    return object
