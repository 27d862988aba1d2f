"""Arguments as a caller writes them: JSON data with marks where Python has a type."""

from __future__ import annotations

from typing import Final, cast

from specpress.emit.cases.text import compact
from specpress.emit.samples import Types, accepts, member_of
from specpress.emit.samples.inside import item_type, key_type
from specpress.ir.formats import DECIMALS, FILE, text_format
from specpress.ir.types import List, Map, Number, Object, Ref, String, Type, Union

_MARKS: Final = {
    "date-time": "$date-time",
    "date-time-local": "$date-time",
    "date": "$date",
    "time": "$time",
    "time-local": "$time",
    "duration": "$duration",
    "uuid": "$uuid",
    "decimal": "$decimal",
    "decimal128": "$decimal",
    "byte": "$base64",
    "base64url": "$base64url",
    FILE: "$bytes",
}


def is_typed(type_: String) -> bool:
    """Return whether texts of *type_* are arguments of a type of their own."""
    return text_format(type_) in _MARKS


def marked(value: object, type_: Type, types: Types) -> object:
    """Return *value* with ``{"$date-time": text}`` and the like for typed text.

    >>> marked(["2024-05-17"], List(item=String(format="date")), {})
    [{'$date': '2024-05-17'}]
    """
    match type_:
        case String() if is_typed(type_) and isinstance(value, str):
            mark = _MARKS[text_format(type_) or ""]
            return {mark: value} if accepts(value, type_, types) else value
        case Number(format=format_) if format_ in DECIMALS:
            return {"$decimal": compact(value)} if isinstance(value, float) else value
        case List() if isinstance(value, list):
            items = enumerate(cast("list[object]", value))
            return [marked(v, item_type(type_, i), types) for i, v in items]
        case Map() if isinstance(value, dict):
            members, part = cast("dict[str, object]", value).items(), key_type(type_)
            return {key: marked(v, part, types) for key, v in members}
        case Object(fields=fields) if isinstance(value, dict):
            rest = key_type(type_)
            of = {field.name: field.type for field in fields}
            members = cast("dict[str, object]", value).items()
            return {key: marked(v, of.get(key, rest), types) for key, v in members}
        case Union():
            return marked(value, member_of(type_, value, types) or String(), types)
        case Ref(target=target):
            return marked(value, types[target], types)
        case _:
            return value
