"""A checker of JSON values against IR types, which names the rules that fail."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import chain, repeat
from typing import Final, TypeAlias, assert_never, cast

from msgspec.structs import replace

from specpress.emit.samples.formats import is_canonical
from specpress.emit.samples.regex import compiled
from specpress.emit.samples.rules import broken
from specpress.ir.formats import bounded, text_format
from specpress.ir.types import (
    Anything,
    Boolean,
    Enum,
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
from specpress.ir.variants import tagged

_CLASSES: Final[Mapping[type, type]] = {
    String: str,
    List: list,
    Map: dict,
    Object: dict,
}

Types: TypeAlias = Mapping[str, Type]
"""The declared types by id."""

WRONG_TYPE: Final = "type"
NOTHING: Final = "nothing"

RULE: Final = "rule"
"""Stands for whatever is broken inside a rule, which may be any keyword."""


def accepts(value: object, type_: Type, types: Types) -> bool:
    """Whether *value* (plain JSON data) satisfies *type_*."""
    return not failures(value, type_, types)


def failures(value: object, type_: Type, types: Types) -> frozenset[str]:
    """Return the rules of *type_* that *value* breaks, by their JSON Schema keyword."""
    return frozenset(_failures(value, type_, types))


def _failures(value: object, type_: Type, types: Types) -> Iterator[str]:
    found = list(_typed(value, type_, types))
    yield from found
    if not found and any(broken(value, type_.rules)):
        yield RULE


def _typed(value: object, type_: Type, types: Types) -> Iterator[str]:
    match type_:
        case String() | List() | Map() | Object() if type_.implied:
            if _is(value, _CLASSES[type(type_)]):
                yield from _typed(value, replace(type_, implied=False), types)
        case Anything():
            return
        case Nothing():
            yield NOTHING
        case Null():
            if value is not None:
                yield WRONG_TYPE
        case Boolean():
            if not isinstance(value, bool):
                yield WRONG_TYPE
        case Integer() | Number():
            yield from _number(value, type_)
        case String():
            yield from _string(value, type_)
        case Enum(values=values):
            if canonical(value) not in {canonical(v.value) for v in values}:
                yield "enum"
                if type(value) not in {type(v.value) for v in values}:
                    yield WRONG_TYPE
        case List() | Map() | Object():
            faults = list(_container(value, type_, types))
            yield from faults
            by_rule = type_.prefix if isinstance(type_, List) else type_.patterns
            if faults and by_rule:
                yield RULE  # it is a rule that tells which item or key is at fault
        case Union(members=members):
            told = tagged(type_, value)
            if told == ():
                yield "enum"
                return
            found = [failures(value, member, types) for member in told or members]
            if all(found):
                yield from (
                    found[0] if len(found) == 1 else frozenset[str]().union(*found)
                )
        case Ref(target=target):
            yield from _failures(value, types[target], types)
        case _:
            assert_never(type_)


def _is(value: object, kind: type) -> bool:
    return type(value) is kind


def _is_found(pattern: str, name: str) -> bool:
    regex = compiled(pattern)
    return regex is not None and bool(regex.search(name))


def canonical(value: object) -> str:
    """Return *value* as JSON with sorted keys, so that 1, 1.0 and true stay apart."""
    return json.dumps(value, sort_keys=True)


def _number(value: object, type_: Integer | Number) -> Iterator[str]:
    if isinstance(type_, Integer):
        type_ = bounded(type_)
    wanted = int if isinstance(type_, Integer) else int | float
    if isinstance(value, bool) or not isinstance(value, wanted):
        yield WRONG_TYPE
        return
    if type_.minimum is not None and value < type_.minimum:
        yield "minimum"
    if type_.maximum is not None and value > type_.maximum:
        yield "maximum"
    if type_.exclusive_minimum is not None and value <= type_.exclusive_minimum:
        yield "exclusiveMinimum"
    if type_.exclusive_maximum is not None and value >= type_.exclusive_maximum:
        yield "exclusiveMaximum"
    if type_.multiple_of and not _is_multiple(value, type_.multiple_of):
        yield "multipleOf"


def _is_multiple(value: float, of: float) -> bool:
    if isinstance(value, int) and isinstance(of, int):
        return value % of == 0
    return (Fraction(str(value)) / Fraction(str(of))).denominator == 1


def _string(value: object, type_: String) -> Iterator[str]:
    if not isinstance(value, str):
        yield WRONG_TYPE
        return
    if type_.min_length is not None and len(value) < type_.min_length:
        yield "minLength"
    if type_.max_length is not None and len(value) > type_.max_length:
        yield "maxLength"
    regex = None if type_.pattern is None else compiled(type_.pattern)
    if regex is not None and not regex.search(value):
        yield "pattern"
    if not is_canonical(value, text_format(type_)):
        yield "format"


def _container(
    value: object, type_: List | Map | Object, types: Types
) -> Iterator[str]:
    if isinstance(type_, List):
        if isinstance(value, list):
            yield from _list(cast("list[object]", value), type_, types)
        else:
            yield WRONG_TYPE
    elif not isinstance(value, dict):
        yield WRONG_TYPE
    else:
        yield from _mapping(cast("dict[str, object]", value), type_, types)


def _list(value: list[object], type_: List, types: Types) -> Iterator[str]:
    if type_.min_items is not None and len(value) < type_.min_items:
        yield "minItems"
    if type_.max_items is not None and len(value) > type_.max_items:
        yield "maxItems"
    if type_.unique and len({canonical(item) for item in value}) < len(value):
        yield "uniqueItems"
    parts = chain(type_.prefix, repeat(type_.item))
    for part, item in zip(parts, value, strict=False):
        yield from _failures(item, part, types)


def _mapping(
    value: dict[str, object], type_: Map | Object, types: Types
) -> Iterator[str]:
    if type_.min_properties is not None and len(value) < type_.min_properties:
        yield "minProperties"
    if type_.max_properties is not None and len(value) > type_.max_properties:
        yield "maxProperties"
    fields = {f.name: f for f in type_.fields} if isinstance(type_, Object) else {}
    rest = type_.value if isinstance(type_, Map) else type_.additional
    for name, field in fields.items():
        if field.required and name not in value:
            yield "required"
    for name, item in value.items():
        known = fields.get(name)
        matching = [p for p in type_.patterns if _is_found(p.pattern, name)]
        for pattern in matching:
            yield from _failures(item, pattern.type, types)
        if matching and known is None:
            continue
        if known is not None:
            yield from _failures(item, known.type, types)
        elif isinstance(rest, Nothing):
            yield "additionalProperties"
        else:
            yield from _failures(item, rest, types)
