"""`Variants`: reads data as one member of a union, picked before it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from types import NoneType
from typing import Annotated, NamedTuple, get_args, get_origin

from pydantic import BaseModel, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, core_schema
from typing_extensions import TypeAliasType

from .adapter import adapter
from .json import is_list, is_object, json_text
from .loose import Reader, misfit, reader, union_reader
from .shapes import TEXT, Table, kinds, shape
from .tagged import tagged


class _Member(NamedTuple):
    """A *type* of the union, and what validates data as it."""

    type: object
    read: Callable[[object], object]


class Variants:
    """Goes into ``Annotated[A | B, Variants()]``.

    Objects are told apart by the values of *key* in *tags*, or else by their keys and
    what stands there; the nearest member takes what fits none. *fallback* is the member
    for other values of *key*, and for none.
    """

    def __init__(
        self,
        key: str = "",
        tags: Mapping[str, object] | None = None,
        fallback: object = None,
    ) -> None:
        self._key = key
        self._tags = tags or {}
        self._fallback = fallback
        self._types: tuple[object, ...] = ()

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        self._types = get_args(source)
        known = tagged(self._types, self._key, self._tags, handler)
        if known is not None and self._fallback is None:
            return known
        schema = handler(source)
        return core_schema.no_info_wrap_validator_function(self._read, schema)

    def reader(self, type_: object) -> Reader:
        """Return the reader of data that break rules, which keeps unknown variants."""
        self._types = get_args(type_)
        plain = union_reader(self._types)

        def read(data: object) -> object:
            if not (is_object(data) and self._objects):
                return plain(data)
            try:
                member = self._told(data) or self._nearest(data)
            except ValidationError:
                return data
            return reader(member.type)(data)

        return read

    def _read(
        self, data: object, handler: core_schema.ValidatorFunctionWrapHandler
    ) -> object:
        """Return *data* as the member that they are."""
        if is_object(data) and self._objects:
            member = self._told(data)
            return (
                self._nearest(data).read(data) if member is None else member.read(data)
            )
        if is_list(data) and len(self._lists) > 1:
            return _nearest(self._lists, data).read(data)
        if isinstance(data, str):
            for member in self._texts:
                try:
                    return member.read(data)
                except ValidationError:
                    continue
        return handler(data)

    def _told(self, data: dict[str, object]) -> _Member | None:
        """Return the member that the key's value tells; None when there is no value.

        Raise `ValidationError` for a value that stands for none.
        """
        if self._key not in data:
            return self._last
        value = data[self._key]
        text = value if isinstance(value, str) else json_text(value)
        member = self._told_by.get(text, self._last)
        if member is None and self._tags:
            words = [repr(word) for word in self._tags]
            expected = " or ".join(
                [", ".join(words[:-1]), *words[-1:]][len(words) < 2 :]
            )
            raise ValidationError.from_exception_data(
                "union",
                [
                    {
                        "type": "literal_error",
                        "loc": (self._key,),
                        "input": value,
                        "ctx": {"expected": expected},
                    }
                ],
            )
        return member

    def _nearest(self, data: dict[str, object]) -> _Member:
        """Return the member that the keys of *data* tell."""
        fitting = [self._objects[n] for n in self._table.fitting(data)]
        return _nearest(fitting or self._objects, data)

    @cached_property
    def _members(self) -> list[_Member]:
        return [_member(type_) for type_ in self._types if type_ is not NoneType]

    @cached_property
    def _objects(self) -> list[_Member]:
        return [member for member in self._members if shape(member.type)]

    @cached_property
    def _lists(self) -> list[_Member]:
        return [member for member in self._members if list in kinds(member.type)]

    @cached_property
    def _texts(self) -> list[_Member]:
        """The members that read text as something else."""
        return [member for member in self._members if _is_parsed(member.type)]

    @cached_property
    def _told_by(self) -> dict[str, _Member]:
        made = {id(type_): _member(type_) for type_ in self._tags.values()}
        return {tag: made[id(type_)] for tag, type_ in self._tags.items()}

    @cached_property
    def _last(self) -> _Member | None:
        return None if self._fallback is None else _member(self._fallback)

    @cached_property
    def _table(self) -> Table:
        shapes = (shape(member.type) for member in self._objects)
        return Table([each for each in shapes if each is not None])


def _member(type_: object) -> _Member:
    known = adapter(type_)
    return _Member(type_, partial(known.validator.validate_python, by_name=False))


def _is_parsed(type_: object) -> bool:
    """Return whether *type_* makes of text what only few texts stand for."""
    if isinstance(type_, TypeAliasType):
        return _is_parsed(type_.__value__)
    if get_origin(type_) is Annotated:
        return _is_parsed(get_args(type_)[0])
    is_other = isinstance(type_, type) and type_ not in (str, bytes)
    return is_other and kinds(type_) == TEXT


def _nearest(members: Sequence[_Member], data: object) -> _Member:
    """Return which of *members* is nearest to *data*; the first of equal ones.

    Of those that take them it is the one that knows most, else the one that breaks
    least and misses least of their keys; a wrong constant counts twice.
    """
    if len(members) == 1:
        return members[0]
    best, least = members[0], tuple[int, ...]((2,))
    for member in members:
        rank: tuple[int, ...]
        try:
            rank = (0, -_known(member.read(data)))
        except ValidationError as error:
            shared = _shared(member, data)
            rank = (1, sum(misfit(error)) - shared, -shared)
        if rank < least:
            best, least = member, rank
    return best


def _shared(member: _Member, data: object) -> int:
    """Return how many keys of *data* the objects of *member* have."""
    known = shape(member.type)
    return len(known.keys.keys() & data.keys()) if known and is_object(data) else 0


def _known(value: object) -> int:
    """Return how many keys in *value*, at any depth, its models know."""
    if isinstance(value, BaseModel):
        names = type(value).model_fields.keys() & value.model_fields_set
        return len(names) + sum(_known(getattr(value, name)) for name in names)
    if is_object(value):
        return sum(map(_known, value.values()))
    return sum(map(_known, value)) if is_list(value) else 0
