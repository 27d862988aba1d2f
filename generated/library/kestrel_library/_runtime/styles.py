"""The styles of OpenAPI: how arrays and objects are laid out outside JSON."""

from __future__ import annotations

from .json import is_list, is_object, wire_text
from .percent import (
    Encoder,
    encode,
    encode_cookie_name,
    encode_form,
    encode_form_name,
    encode_name,
    encode_reserved,
)
from .types import Style

_DELIMITERS: dict[Style | None, str] = {
    "spaceDelimited": " ",
    "pipeDelimited": "|",
    "tabDelimited": "\t",
}


def query_pairs(
    name: str,
    value: object,
    style: Style | None = None,
    explode: bool = True,
    reserved: bool = False,
) -> list[str]:
    """Return *value* as encoded ``name=value`` pairs; null, empty lists and empty objects
    are none."""
    code = encode_reserved if reserved else encode
    pairs = style_pairs(name, value, style, explode, encode_name, code)
    return [f"{key}={text}" for key, text in pairs]


def style_pairs(
    name: str,
    value: object,
    style: Style | None,
    explode: bool,
    key: Encoder,
    code: Encoder,
) -> list[tuple[str, str]]:
    """Return the names and values that *value* makes, the first encoded by *key*, the
    second by *code* (OpenAPI 3.2, "Style Examples")."""
    if not is_list(value) and not is_object(value):
        return [] if value is None else [(key(name), code(wire_text(value)))]
    if style == "deepObject":
        return _deep(name, value, key, code)
    if not explode:
        parts = _parts(value, False, code)
        delimiter = _DELIMITERS.get(style)
        joined = (code(delimiter) if delimiter else ",").join(parts)
        return [(key(name), joined)] if parts else []
    if is_object(value):
        members = value.items()
        return [(key(k), code(wire_text(v))) for k, v in members if v is not None]
    return [(key(name), part) for part in _parts(value, False, code)]


def path_text(
    name: str, value: object, style: Style | None, explode: bool, reserved: bool = False
) -> str:
    """Return *value* encoded for its place in a path; without *style* as ``simple``.

    With *reserved* it may be several segments, but never a query or a fragment.
    """
    parts = _parts(value, explode, _encode_segments if reserved else encode)
    if style == "label":
        return "." + ("." if explode else ",").join(parts)
    if style == "matrix":
        key = encode(name)
        named = explode and is_object(value)
        texts = parts if explode else [",".join(parts)] if parts else []
        heads = [f";{t}" if named else f";{key}={t}" for t in texts]
        return "".join(head.removesuffix("=") for head in heads)
    return ",".join(parts)


def cookie_pairs(
    name: str, value: object, style: Style | None, explode: bool, reserved: bool = False
) -> list[tuple[str, str]]:
    """Return *value* as cookies: encoded, or as it is in the style ``cookie``."""
    if style == "cookie":
        return style_pairs(name, value, style, explode, as_is, as_is)
    code = encode_reserved if reserved else encode
    return style_pairs(name, value, style, explode, encode_cookie_name, code)


def form_pairs(members: dict[str, object]) -> list[str]:
    """Return *members* as pairs of a form (WHATWG URL, 5.2).

    Arrays repeat their name, objects are JSON, null is left out.
    """
    pairs: list[str] = []
    for name, value in members.items():
        key = encode_form_name(name)
        for item in value if is_list(value) else (value,):
            if item is not None:
                pairs.append(f"{key}={encode_form(wire_text(item))}")
    return pairs


def header_text(value: object, explode: bool) -> str:
    """Return *value* as a header's text: style ``simple``, nothing encoded."""
    return ",".join(_parts(value, explode, as_is))


def as_is(text: str) -> str:
    """Return *text*."""
    return text


def _encode_segments(text: str) -> str:
    """Return *text* with what would begin a query encoded too."""
    return encode_reserved(text).replace("?", "%3F")


def _parts(value: object, explode: bool, code: Encoder) -> list[str]:
    """Return the encoded items, or keys and values, that a style joins."""
    if is_object(value):
        members = [
            (code(key), code(wire_text(item)))
            for key, item in value.items()
            if item is not None
        ]
        if explode:
            return [f"{key}={item}" for key, item in members]
        return [part for member in members for part in member]
    items = value if is_list(value) else [value]
    return [code(wire_text(item)) for item in items if item is not None]


def _deep(
    name: str, value: object, key: Encoder, code: Encoder
) -> list[tuple[str, str]]:
    """Return what is inside *value* as ``name[key]=value``, however deep; items of lists
    by their number, as most servers read them."""
    if is_object(value):
        inside = [(str(k), item) for k, item in value.items()]
    elif is_list(value):
        inside = [(str(index), item) for index, item in enumerate(value)]
    else:
        return [] if value is None else [(key(name), code(wire_text(value)))]
    pairs: list[tuple[str, str]] = []
    for member, item in inside:
        pairs += _deep(f"{name}[{member}]", item, key, code)
    return pairs
