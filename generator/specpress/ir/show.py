"""Types as short text, for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

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
    Pattern,
    Ref,
    String,
    Type,
    Union,
)


def show(type_: Type) -> str:
    """Return *type_* on one line; what it rules comes last, by the keywords.

    >>> show(Union(members=(List(item=String(max_length=3), min_items=1), Null())))
    'list of string (length ..3) (items 1..) or null'
    """
    text = _shown(type_)
    if getattr(type_, "implied", False):
        text = f"{text} (where it is one)"
    keywords = dict.fromkeys(rule.keyword for rule in type_.rules)
    return f"{text} (rules: {', '.join(keywords)})" if keywords else text


def _shown(type_: Type) -> str:
    match type_:
        case Anything():
            return "anything"
        case Nothing():
            return "nothing"
        case Null():
            return "null"
        case Boolean():
            return "boolean"
        case Integer():
            return _with("integer", _number(type_))
        case Number():
            return _with("number", _number(type_))
        case String():
            return _with("string", _string(type_))
        case Enum(values=values):
            return " | ".join(value.text for value in values)
        case List(item=item, prefix=prefix, min_items=low, max_items=high):
            notes = [*_range("items", low, high), *(["unique"] if type_.unique else [])]
            first = "".join(f"{_one(each)}, " for each in prefix)
            return _with(f"list of {first}{_one(item)}", notes)
        case Map(value=value, min_properties=low, max_properties=high):
            text = ", ".join([*map(_pattern, type_.patterns), _one(value)])
            return _with(f"map of {text}", _range("keys", low, high))
        case Object(fields=fields):
            inside = [*map(_field, fields), *map(_pattern, type_.patterns)]
            return "{" + ", ".join(inside) + "}"
        case Union(members=members):
            return " or ".join(map(show, members)) + _told(type_)
        case Ref(target=target):
            return target
        case _:
            assert_never(type_)


def _one(type_: Type) -> str:
    """Return *type_* so that it reads as one word after another."""
    text = show(type_)
    return f"({text})" if isinstance(type_, Union | Enum) else text


def _told(union: Union) -> str:
    """Return how the members of *union* are told apart, when a property does it."""
    stands = [f"{tag.value} = {show(tag.type)}" for tag in union.tags]
    if union.fallback is not None:
        stands.append(f"else {show(union.fallback)}")
    return f" by {union.discriminator} ({', '.join(stands)})" if stands else ""


def _field(field: Field) -> str:
    return f"{field.name}{'' if field.required else '?'}: {show(field.type)}"


def _pattern(pattern: Pattern) -> str:
    return f"/{pattern.pattern}/: {show(pattern.type)}"


def _with(kind: str, notes: Iterator[str] | list[str]) -> str:
    text = ", ".join(notes)
    return f"{kind} ({text})" if text else kind


def _range(what: str, low: object, high: object) -> Iterator[str]:
    if low is not None or high is not None:
        yield f"{what} {'' if low is None else low}..{'' if high is None else high}"


def _number(type_: Integer | Number) -> Iterator[str]:
    if type_.format:
        yield type_.format
    for sign, bound in (
        (">=", type_.minimum),
        (">", type_.exclusive_minimum),
        ("<=", type_.maximum),
        ("<", type_.exclusive_maximum),
    ):
        if bound is not None:
            yield f"{sign} {bound}"
    if type_.multiple_of is not None:
        yield f"multiple of {type_.multiple_of}"


def _string(type_: String) -> Iterator[str]:
    for word in (type_.format, type_.content_encoding, type_.content_media_type):
        if word:
            yield word
    yield from _range("length", type_.min_length, type_.max_length)
    if type_.pattern is not None:
        yield f"/{type_.pattern}/"
