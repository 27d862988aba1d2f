"""Sample values: one that satisfies a type, and looks like what its name says."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, Literal, TypeAlias, assert_never

from specpress.emit.samples import numbers
from specpress.emit.samples.adapt import adapted
from specpress.emit.samples.check import Types, accepts, canonical
from specpress.emit.samples.formats import short_text, text_in_format
from specpress.emit.samples.inside import key_type
from specpress.emit.samples.patterns import matching
from specpress.emit.samples.ruled import by_rules, ruled_lists, ruled_objects
from specpress.emit.samples.unions import choices
from specpress.ir.formats import text_format
from specpress.ir.nodes import Api, Parameter
from specpress.ir.types import (
    Anything,
    Boolean,
    Enum,
    Field,
    Integer,
    List,
    Map,
    Nothing,
    Null,
    Number,
    Object,
    Ref,
    String,
    Type,
    Union,
)
from specpress.ir.values import Json
from specpress.ir.words import words

Direction: TypeAlias = Literal["request", "response"]

_URL_WORDS: Final = frozenset({"url", "uri", "href", "link", "callback"})
_DEEPEST: Final = 12
_FULL_DEPTH: Final = 2
_LONGEST: Final = 10_000
_MOST_ITEMS: Final = 100


class NoSample(Exception):
    """No value of a type was found."""


def types_of(api: Api) -> Types:
    """Return the declared types of *api* by id."""
    return {declared.id: declared.type for declared in api.types}


def slug(name: str) -> str:
    """Return the words of *name* in lower case, joined by hyphens.

    >>> slug("StatusCallbackURL")
    'status-callback-url'
    """
    return "-".join(words(name)) or "value"


@dataclass(frozen=True, slots=True)
class Sampler:
    """Makes samples of types that may refer to *types*; the same ones on every run.

    With *full* objects hold their optional fields too. *direction* leaves out the
    fields that do not travel that way.
    """

    types: Types
    full: bool = False
    direction: Direction = "request"

    def of(self, thing: Parameter | Field) -> object:
        """Return a sample of *thing*: an example, else its default, else made up."""
        given = (*thing.examples, *((thing.default,) if thing.default else ()))
        return self.sample(thing.type, thing.name, given)

    def sample(self, type_: Type, name: str = "", given: Iterable[Json] = ()) -> object:
        """Return a value of *type_*, the first of *given* that is one.

        Raises NoSample when there is none to be found.
        """
        for example in given:
            value = adapted(example.value, type_, self.types)
            if accepts(value, type_, self.types):
                return value
        return next(self.samples(type_, name))

    def samples(self, type_: Type, name: str = "") -> Iterator[object]:
        """Yield values of *type_* that differ. Raises NoSample when there is none."""
        seen = set[str]()
        for value in islice(self._values(type_, name, ()), 4 * _MOST_ITEMS):
            text = canonical(value)
            if text not in seen and accepts(value, type_, self.types):
                seen.add(text)
                yield value
        if not seen:
            raise NoSample(name)

    def candidates(self, type_: Type, name: str = "") -> Iterator[object]:
        """Yield values that *type_* may accept, or nearly accepts; few of them twice."""
        return islice(self._values(type_, name, ()), 2 * _MOST_ITEMS)

    def _values(
        self, type_: Type, name: str, path: tuple[str, ...]
    ) -> Iterator[object]:
        yield from self._of_kind(type_, name, path)
        if type_.rules:
            yield from by_rules(type_)

    def _of_kind(
        self, type_: Type, name: str, path: tuple[str, ...]
    ) -> Iterator[object]:
        match type_:
            case Anything():
                yield from (f"example-{slug(name)}", 1, True)
            case Nothing():
                return
            case Null():
                yield None
            case Boolean():
                yield from (True, False)
            case Integer() | Number():
                yield from _numbers(type_, name)
            case String():
                yield from _texts(type_, name)
            case Enum(values=values):
                yield from (value.value for value in values)
            case List():
                yield from self._lists(type_, name, path)
            case Map() | Object():
                yield from self._objects(type_, name, path)
            case Union():
                for choice in choices(type_, self.types):
                    for value in self._values(choice.type, name, path):
                        yield choice.told(value, type_, self.types)
            case Ref(target=target):
                if target not in path and len(path) < _DEEPEST:
                    inner = (*path, target)
                    yield from self._values(self.types[target], name, inner)
            case _:
                assert_never(type_)

    def _first(self, type_: Type, name: str, path: tuple[str, ...]) -> list[object]:
        values = self._values(type_, name, path)
        usable = (value for value in values if accepts(value, type_, self.types))
        return list(islice(usable, 1))

    def _lists(self, type_: List, name: str, path: tuple[str, ...]) -> Iterator[object]:
        least = type_.min_items or 0
        most = least + 2 if type_.max_items is None else type_.max_items
        count = min(max(least, 2 if self.full else 1), most, _MOST_ITEMS)
        if type_.prefix or type_.rules:
            yield from ruled_lists(type_, lambda t: self._first(t, name, path))
        items = list[object]()
        for value in self._values(type_.item, name, path):
            known = {canonical(item) for item in items}
            if canonical(value) not in known and accepts(value, type_.item, self.types):
                items.append(value)
            if len(items) >= count:
                break
        if items and not type_.unique:
            items.extend(items[0] for _ in range(least - len(items)))
        yield items
        yield []

    def _objects(
        self, type_: Map | Object, name: str, path: tuple[str, ...]
    ) -> Iterator[object]:
        known = type_.fields if isinstance(type_, Object) else ()
        rest = type_.value if isinstance(type_, Map) else type_.additional
        if type_.rules:
            all_ = replace(self, full=True)
            members = {
                f.name: found
                for f in known
                if f.required or all_._shown(f, path)
                for found in self._field(f, path)
            }
            found = self._first(key_type(type_), name, path)
            yield from ruled_objects(type_, members, found, full=self.full)
        least = type_.min_properties or (1 if isinstance(type_, Map) else 0)
        value = dict[str, object]()
        wanted = {f.name for f in known if f.required or self._shown(f, path)}
        for field in sorted(known, key=lambda field: not field.required):
            if field.name in wanted or len(value) < least:
                value.update((field.name, v) for v in self._field(field, path))
        for key in range(least - len(value)):
            found = self._first(rest, name, path)
            value.update((f"key{key + 1}", item) for item in found)
        yield {f.name: value[f.name] for f in known if f.name in value} | value
        yield {}

    def _shown(self, field: Field, path: tuple[str, ...]) -> bool:
        away = field.read_only if self.direction == "request" else field.write_only
        return self.full and not away and len(path) <= _FULL_DEPTH

    def _field(self, field: Field, path: tuple[str, ...]) -> list[object]:
        given = (*field.examples, *((field.default,) if field.default else ()))
        for example in given:
            value = adapted(example.value, field.type, self.types)
            if accepts(value, field.type, self.types):
                return [value]
        return self._first(field.type, field.name, path)


def _numbers(type_: Integer | Number, name: str) -> Iterator[object]:
    wanted = zlib.crc32(name.encode()) % 90 + 10
    for index in range(_MOST_ITEMS):
        yield from numbers.candidates(type_, wanted + index)


def _texts(type_: String, name: str) -> Iterator[object]:
    stem = slug(name)
    least, most = type_.min_length or 0, type_.max_length
    if least > _LONGEST:
        return
    format_ = text_format(type_)
    if format_ is None and not _URL_WORDS.isdisjoint(stem.split("-")):
        format_ = "uri"
    for index in range(_MOST_ITEMS):  # all before those that only we take for others
        if (text := text_in_format(format_, stem, index)) is not None:
            yield text
    for index in range(_MOST_ITEMS):
        ending = f"-{index + 1}" if index else ""
        for text in (
            type_.pattern and matching(type_.pattern, least, most, index),
            None if most is None else short_text(format_, index),
            f"example-{stem}{ending}"[:most],
            None if most is None else f"{index}{stem}"[:most],
        ):
            if text is not None:
                yield text
                yield text + "x" * (least - len(text))
