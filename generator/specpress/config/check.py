"""Checking raw settings against their classes, every problem with its exact path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from msgspec import inspect

from specpress.config.near import hint
from specpress.config.places import Path
from specpress.diagnostics.codes.config import (
    MISSING_SETTING,
    UNKNOWN_SETTING,
    WRONG_VALUE,
)
from specpress.diagnostics.model import Code


class Problem(NamedTuple):
    """What is wrong at *path*; *on_key* when it is the key that is wrong."""

    code: Code
    path: Path
    values: Mapping[str, str]
    on_key: bool = False


def problems(
    value: object, type_: inspect.Type, path: Path = (), *, partial: bool = False
) -> Iterator[Problem]:
    """Yield what keeps *value* from being a *type_*.

    With *partial* the outermost table may leave out what has no default.
    """
    match type_:
        case inspect.Metadata(type=inner):
            yield from problems(value, inner, path, partial=partial)
        case inspect.StructType():
            if isinstance(value, dict):
                table = cast("dict[str, object]", value)
                yield from _struct(table, type_, path, partial=partial)
            else:
                yield _wrong(value, type_, path)
        case inspect.DictType(value_type=item):
            if isinstance(value, dict):
                for key, member in cast("dict[str, object]", value).items():
                    yield from problems(member, item, (*path, key))
            else:
                yield _wrong(value, type_, path)
        case inspect.VarTupleType(item_type=item):
            if isinstance(value, list | tuple):
                for index, member in enumerate(cast("list[object]", value)):
                    yield from problems(member, item, (*path, index))
            else:
                yield _wrong(value, type_, path)
        case inspect.UnionType(types=types):
            yield from _union(value, types, path)
        case _:
            if not _fits(value, type_):
                yield _wrong(value, type_, path)


def _struct(
    table: dict[str, object], type_: inspect.StructType, path: Path, *, partial: bool
) -> Iterator[Problem]:
    fields = {field.encode_name: field for field in type_.fields}
    known = {*fields, *([type_.tag_field] if type_.tag_field else ())}
    for key, value in table.items():
        if key in fields:
            yield from problems(value, fields[key].type, (*path, key))
        elif key not in known:
            values = {"name": key, "hint": hint(key, known)}
            yield Problem(UNKNOWN_SETTING, (*path, key), values, on_key=True)
    for key, field in fields.items():
        if field.required and key not in table and not partial:
            yield Problem(MISSING_SETTING, path, {"path": dotted((*path, key))})


def _union(
    value: object, types: tuple[inspect.Type, ...], path: Path
) -> Iterator[Problem]:
    """Yield the problems of the one member that *value* can only mean."""
    tagged = {t.tag: t for t in types if isinstance(t, inspect.StructType)}
    if tagged and isinstance(value, dict):
        table = cast("dict[str, object]", value)
        field = next(iter(tagged.values())).tag_field or "type"
        if field not in table:
            yield Problem(MISSING_SETTING, path, {"path": dotted((*path, field))})
        elif (chosen := table[field]) not in tagged:
            expected = " or ".join(repr(tag) for tag in tagged)
            values = {"expected": expected, "got": repr(chosen)}
            where = (*path, field)
            yield Problem(WRONG_VALUE, where, {"path": dotted(where), **values})
        else:
            yield from problems(table, tagged[cast("str", chosen)], path)
        return
    found = [list(problems(value, member, path)) for member in types]
    if all(found):
        deeper = [p for p in found if p[0].path != path]
        yield from deeper[0] if deeper else [_wrong(value, types[0], path)]


def _fits(value: object, type_: inspect.Type) -> bool:
    match type_:
        case inspect.StrType():
            return isinstance(value, str)
        case inspect.BoolType():
            return isinstance(value, bool)
        case inspect.IntType(ge=low):
            if not isinstance(value, int) or isinstance(value, bool):
                return False
            return low is None or value >= low
        case inspect.NoneType():
            return value is None
        case inspect.LiteralType(values=allowed):
            return isinstance(value, str) and value in allowed
        case _:
            raise TypeError(f"no check for settings of {type(type_).__name__}")


def _wrong(value: object, type_: inspect.Type, path: Path) -> Problem:
    got = repr(value) if isinstance(value, str) else _kind(value)
    values = {"path": dotted(path), "expected": _expected(type_), "got": got}
    return Problem(WRONG_VALUE, path, values)


def _expected(type_: inspect.Type) -> str:
    match type_:
        case inspect.StrType():
            return "a string"
        case inspect.BoolType():
            return "true or false"
        case inspect.IntType():
            return "a whole number from 0 up"
        case inspect.LiteralType(values=allowed):
            return " or ".join(repr(v) for v in allowed)
        case inspect.VarTupleType():
            return "an array"
        case inspect.UnionType(types=types):
            return _expected(types[0])
        case _:
            return "a table"


def _kind(value: object) -> str:
    match value:
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case dict():
            return "a table"
        case list():
            return "an array"
        case _:
            return "a date or time"


def dotted(path: Path) -> str:
    """Return *path* as TOML would spell it, items with their number.

    >>> dotted(("auth", "basic", "type"))
    'auth.basic.type'
    >>> dotted(("security", 0))
    'security[0]'
    """
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".")
