"""Bodies of parts on the wire: forms with encodings, and multipart bodies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, cast

from msgspec.structs import replace

from specpress.emit.cases.parameters import as_list, form_pairs, pairs
from specpress.emit.cases.text import compact, form, percent, plain
from specpress.emit.samples import Types
from specpress.emit.samples.inside import item_type
from specpress.ir.formats import FILE
from specpress.ir.media import is_json
from specpress.ir.nodes import Content, Parameter
from specpress.ir.parts import Encoding
from specpress.ir.types import Anything, List, Object, Ref, String, Type, Union

BOUNDARY: Final = "BOUNDARY"
"""Stands between parts, where each request has a text of its own."""
_PLAIN: Final = Encoding()
_UNKNOWN: Final = "application/octet-stream"


def form_text(value: Mapping[str, object], content: Content) -> str:
    """Return *value* as a form, its fields as the encodings of *content* say."""
    found = (field_pairs(name, item, content) for name, item in value.items())
    return "&".join(pair for each in found for pair in each)


def field_pairs(name: str, value: object, content: Content) -> list[str]:
    """Return the pairs of the field *name* of a form (OpenAPI 3.2, "Encoding the
    x-www-form-urlencoded Media Type")."""
    part = _encodings(content).get(name, _PLAIN)
    reserved = part.allow_reserved or False

    def code(text: str) -> str:
        return percent(text, reserved=True) if reserved else form(text)

    if _is_styled(part):
        return [f"{k}={v}" for k, v in pairs(_styled(part, name), value, form, code)]
    if not any(map(is_json, part.media_types[:1])):
        return form_pairs(name, value)
    items = (item for item in as_list(value) if item is not None)
    return [f"{form(name)}={form(compact(item))}" for item in items]


def multipart_text(value: object, content: Content, types: Types) -> str:
    """Return *value* part by part (RFC 7578), with `BOUNDARY` between them."""
    made = "".join(f"--{BOUNDARY}\r\n{part}" for part in _parts(value, content, types))
    return f"{made}--{BOUNDARY}--\r\n"


def part_texts(name: str, value: object, content: Content, types: Types) -> list[str]:
    """Return the parts of the field *name*."""
    return list(_parts({name: value}, content, types))


def _parts(value: object, content: Content, types: Types) -> Iterator[str]:
    known, body = _encodings(content), _bare(content.type, types)
    if isinstance(value, list):
        listed = body if isinstance(body, List) else List(item=Anything())
        for index, each in enumerate(cast("list[object]", value)):
            part = known.get(index) or known.get(None) or _PLAIN
            yield _part(part, None, each, item_type(listed, index), types)
        return
    fields = body.fields if isinstance(body, Object) else ()
    of = {field.name: field.type for field in fields}
    for name, field in cast("dict[str, object]", value).items():
        part = known.get(name, _PLAIN)
        if _is_styled(part):
            for key, text in pairs(_styled(part, name), field, str, str):
                yield _part(Encoding(), key, text, String(), types)
            continue
        for item in as_list(field):
            if item is not None:
                yield _part(part, name, item, of.get(name, Anything()), types)


def _part(
    part: Encoding, name: str | None, value: object, type_: Type, types: Types
) -> str:
    is_file, sent = _is_file(type_, types), value
    named = "" if name is None else f'Content-Disposition: form-data; name="{name}"'
    if is_file and name is not None:
        named += f'; filename="{name}"'
    kinds = [each for each in part.media_types if "*" not in each]
    if is_file:
        kind = _file_type(part, kinds)
    elif isinstance(value, dict | list):
        kind = next(filter(is_json, kinds), "application/json")
    else:
        kind = kinds[0] if kinds else ""
    write: Callable[[object], str] = compact if is_json(kind) and not is_file else plain
    lines = [named, f"Content-Type: {kind}" if kind else ""]
    lines += [f"{h.name}: {h.value}" for h in part.headers if h.value is not None]
    head = "".join(f"{line}\r\n" for line in lines if line)
    return f"{head}\r\n{write(sent)}\r\n"


def _file_type(part: Encoding, kinds: Sequence[str]) -> str:
    """Return the media type of a file that nothing is known of: of those listed,
    ``application/octet-stream`` tells that, else it is the first."""
    ranges = {"*/*", "application/*", _UNKNOWN} & set(part.media_types)
    return (
        kinds[0] if kinds and (len(part.media_types) == 1 or not ranges) else _UNKNOWN
    )


def _encodings(content: Content) -> dict[str | int | None, Encoding]:
    return {e.index if e.name is None else e.name: e for e in content.encodings}


def _is_styled(part: Encoding) -> bool:
    """Return whether *part* is written in a style, whatever its media types are."""
    said = (part.style, part.explode, part.allow_reserved)
    return any(each is not None for each in said)


def _styled(part: Encoding, name: str) -> Parameter:
    """Return the parameter of the query that is written like *part*."""
    style = part.style or "form"
    explode = style == "form" if part.explode is None else part.explode
    bare = Parameter(name=name, location="query", type=Anything())
    return replace(bare, style=style, explode=explode)


def _is_file(type_: Type, types: Types) -> bool:
    match type_:
        case String(format=format_):
            return format_ == FILE
        case List(item=item):
            return _is_file(item, types)
        case Union(members=members):
            return any(_is_file(member, types) for member in members)
        case _:
            return False


def _bare(type_: Type | None, types: Types) -> Type | None:
    while isinstance(type_, Ref):
        type_ = types[type_.target]
    return type_
