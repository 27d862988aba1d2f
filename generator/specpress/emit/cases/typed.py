"""Arguments as a caller writes them: JSON data with marks where Python has a type."""

from __future__ import annotations

from typing import Final, cast

from specpress.emit.samples import Types, accepts
from specpress.ir.types import List, Map, Object, Ref, String, Type, Union

TYPED: Final = frozenset({"date-time", "date", "uuid"})
"""Formats of text whose values are arguments of a type of their own."""


def marked(value: object, type_: Type, types: Types) -> object:
    """Return *value* with ``{"$date-time": text}`` and the like for typed text.

    >>> marked(["2024-05-17"], List(item=String(format="date")), {})
    [{'$date': '2024-05-17'}]
    """
    match type_:
        case String(format=format_) if format_ in TYPED and isinstance(value, str):
            return {f"${format_}": value} if accepts(value, type_, types) else value
        case List(item=item) if isinstance(value, list):
            return [marked(v, item, types) for v in cast("list[object]", value)]
        case Map(value=part) if isinstance(value, dict):
            members = cast("dict[str, object]", value).items()
            return {key: marked(v, part, types) for key, v in members}
        case Object(fields=fields, additional=rest) if isinstance(value, dict):
            of = {field.name: field.type for field in fields}
            members = cast("dict[str, object]", value).items()
            return {key: marked(v, of.get(key, rest), types) for key, v in members}
        case Union(members=members):
            fitting = (m for m in members if accepts(value, m, types))
            return marked(value, next(fitting, String()), types)
        case Ref(target=target):
            return marked(value, types[target], types)
        case _:
            return value
