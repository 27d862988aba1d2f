"""The styles of OpenAPI: how arrays and objects are laid out outside JSON."""

from __future__ import annotations

from collections.abc import Callable

from .json import is_list, is_object, wire_text
from .percent import Encoder, encode, encode_form, encode_form_name, encode_reserved
from .types import Style

_DELIMITERS: dict[Style | None, str] = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}


def query_pairs(
    name: str,
    value: object,
    style: Style | None = None,
    explode: bool = True,
    reserved: bool = False,
) -> list[str]:
    """Return *value* as encoded ``name=value`` pairs; empty and null ones are none."""
    coded = encode_reserved if reserved else encode
    if style == "deepObject" and is_object(value):
        return _deep(name, value, coded)
    if not explode and (is_list(value) or is_object(value)):
        joined = _DELIMITERS.get(style, ",").join(_parts(value, explode, coded))
        return [f"{encode(name)}={joined}"] if joined else []
    return _exploded(name, value, coded)


def form_pairs(members: dict[str, object]) -> list[str]:
    """Return *members* as pairs of a form.

    Arrays repeat their name, objects are JSON, null is left out.
    """
    pairs: list[str] = []
    for name, value in members.items():
        items = value if is_list(value) else (value,)
        key = encode_form_name(name)
        pairs += [
            f"{key}={encode_form(wire_text(item))}"
            for item in items
            if item is not None
        ]
    return pairs


def path_text(name: str, value: object, style: Style | None, explode: bool) -> str:
    """Return *value* encoded for its place in a path; without *style* as ``simple``."""
    parts = _parts(value, explode, encode)
    if style == "label":
        return "." + ("." if explode else ",").join(parts)
    if style == "matrix":
        key = encode(name)
        if not explode:
            return f";{key}={','.join(parts)}"
        prefix = "" if is_object(value) else f"{key}="
        return "".join([f";{prefix}{part}" for part in parts])
    return ",".join(parts)


def cookie_text(value: object) -> str:
    """Return *value* encoded for a cookie."""
    return ",".join(_parts(value, False, encode))


def header_text(value: object, explode: bool) -> str:
    """Return *value* as a header's text: style ``simple``, nothing encoded."""
    return ",".join(_parts(value, explode, _as_is))


def _as_is(text: str) -> str:
    """Return *text*."""
    return text


def _exploded(name: str, value: object, coded: Encoder) -> list[str]:
    """Return one pair per item of *value*, or per member of an object."""
    if is_object(value):
        return [
            f"{encode(key)}={coded(wire_text(item))}"
            for key, item in value.items()
            if item is not None
        ]
    key = encode(name)
    return [f"{key}={part}" for part in _parts(value, False, coded)]


def _parts(value: object, explode: bool, code: Callable[[str], str]) -> list[str]:
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


def _deep(name: str, value: dict[str, object], coded: Encoder) -> list[str]:
    """Return the members of *value* as ``name[key]=value``, nested ones likewise."""
    pairs: list[str] = []
    for key, item in value.items():
        inner = f"{name}[{key}]"
        if is_object(item):
            pairs += _deep(inner, item, coded)
        else:
            pairs += _exploded(inner, item, coded)
    return pairs
