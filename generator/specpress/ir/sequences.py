"""Answers that are sequences of items: which operations have them, and as what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal, TypeAlias

from specpress.ir.media import is_json
from specpress.ir.nodes import Content, Operation, Response, TypeDecl
from specpress.ir.types import (
    Anything,
    Boolean,
    Enum,
    Null,
    Object,
    Ref,
    String,
    Type,
    Union,
)

Streaming: TypeAlias = Literal["no", "only", "beside"]
"""Whether an operation answers a sequence: never, always, or where that is asked for."""

DataMode: TypeAlias = Literal["json", "text", "either"]
"""What the data of an event are, or a line is."""

_FIELDS: Final = frozenset(("data", "event", "id", "retry"))
_SWITCHES: Final = frozenset(("stream", "streaming"))


def successes(operation: Operation) -> list[Response]:
    """Return the responses that are no errors: the default is one where no 2xx is."""
    good = [r for r in operation.responses if r.status.startswith("2")]
    return good or [r for r in operation.responses if r.status == "default"]


def streaming(operation: Operation) -> Streaming:
    """Return whether *operation* answers a sequence."""
    contents = [content for r in successes(operation) for content in r.contents]
    sequences = [content for content in contents if content.item is not None]
    if not sequences or operation.method == "HEAD":
        return "no"
    return "only" if len(sequences) == len(contents) else "beside"


def is_whole(content: Content, types: Mapping[str, TypeDecl]) -> bool:
    """Return whether an item of *content* is described as an event, not as its data.

    It is an object of the fields of an event (WHATWG HTML, 9.2.5): with ``itemSchema``
    the data are enough (OpenAPI 3.2), without, its name has to be there as well.
    """
    variants = [] if content.item is None else list(_variants(content.item, types))
    if not variants or not all(isinstance(each, Object) for each in variants):
        return False
    names = [{f.name for f in v.fields} for v in variants if isinstance(v, Object)]
    known = all(each <= _FIELDS for each in names)
    told = _FIELDS & set().union(*names)
    return known and "data" in told and (content.per_item or "event" in told)


def data_mode(content: Content, types: Mapping[str, TypeDecl]) -> DataMode:
    """Return what the data are that items of *content* are made of."""
    if content.item is None:
        return "either"
    items = list(_variants(content.item, types))
    if is_whole(content, types):
        fields = [f for v in items if isinstance(v, Object) for f in v.fields]
        data = [field.type for field in fields if field.name == "data"]
        items = [variant for type_ in data for variant in _variants(type_, types)]
    kinds: set[DataMode] = {_mode(item) for item in items}
    return kinds.pop() if len(kinds) == 1 else "either"


def switch(operation: Operation, types: Mapping[str, TypeDecl]) -> tuple[str, str]:
    """Return the ``field`` of the body or the ``parameter`` of *operation*, by name, that
    asks for a sequence instead of another answer; two empty texts where there is none.
    """
    for parameter in operation.parameters:
        if _is_switch(parameter.name, parameter.type, types):
            return "parameter", parameter.name
    for content in operation.body.contents if operation.body else ():
        for variant in _variants(content.type, types) if content.type else ():
            for field in variant.fields if isinstance(variant, Object) else ():
                if _is_switch(field.name, field.type, types):
                    return "field", field.name
    return "", ""


def _is_switch(name: str, type_: Type, types: Mapping[str, TypeDecl]) -> bool:
    if name.replace("_", "").lower() not in _SWITCHES:
        return False
    kinds = list(_variants(type_, types))
    return bool(kinds) and all(_is_flag(kind) for kind in kinds)


def _is_flag(type_: Type) -> bool:
    if isinstance(type_, Enum):
        return {value.text for value in type_.values} <= {"true", "false"}
    return isinstance(type_, Boolean)


def _mode(type_: Type) -> DataMode:
    match type_:
        case Anything():
            return "either"
        case String(content_media_type=media) if not is_json(media or ""):
            return "text"
        case Enum(values=values) if all(v.text.startswith('"') for v in values):
            return "text"
        case _:
            return "json"


def _variants(type_: Type, types: Mapping[str, TypeDecl]) -> Iterator[Type]:
    """Yield what values of *type_* may be, names and unions opened, null left out."""
    seen: set[str] = set()
    work = [type_]
    while work:
        part = work.pop(0)
        match part:
            case Ref(target=target):
                if target not in seen:
                    seen.add(target)
                    work.insert(0, types[target].type)
            case Union(members=members):
                work = [*members, *work]
            case Null():
                pass
            case _:
                yield part
