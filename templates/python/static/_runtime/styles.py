"""The styles of OpenAPI: how arrays and objects are laid out outside JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .json import is_list, is_object, wire_text
from .percent import FORM, RESERVED, UNRESERVED, Table, encode
from .types import Style

_DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}


def query_pairs(
    name: str,
    value: object,
    style: Style = "form",
    explode: bool = True,
    reserved: bool = False,
) -> list[str]:
    """Return *value* as encoded ``name=value`` pairs; empty and null ones are none."""
    table = RESERVED if reserved else UNRESERVED
    if style == "deepObject" and is_object(value):
        return _deep(name, value, table)
    if not explode and (is_list(value) or is_object(value)):
        delimiter = _DELIMITERS.get(style, ",")
        joined = delimiter.join(_parts(value, False, lambda v: encode(v, table)))
        return [f"{encode(name)}={joined}"] if joined else []
    return _pairs(name, value, UNRESERVED, table)


def form_pairs(name: str, value: object) -> list[str]:
    """Return *value* as pairs of a form: arrays repeat *name*, objects are JSON."""
    if is_object(value):
        return [f"{encode(name, FORM)}={encode(wire_text(value), FORM)}"]
    return _pairs(name, value, FORM, FORM)


def path_text(name: str, value: object, style: Style, explode: bool) -> str:
    """Return *value* encoded for its place in a path."""
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


def header_text(value: object, explode: bool) -> str:
    """Return *value* as a header's text: style ``simple``, nothing encoded."""
    return ",".join(_parts(value, explode, str))


def _pairs(name: str, value: object, names: Table, values: Table) -> list[str]:
    """Return one pair per item of *value*, or per member of an object."""
    members: Iterable[tuple[str, object]] = [(name, value)]
    if is_object(value):
        members = value.items()
    elif is_list(value):
        members = [(name, item) for item in value]
    return [
        f"{encode(key, names)}={encode(wire_text(item), values)}"
        for key, item in members
        if item is not None
    ]


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


def _deep(name: str, value: dict[str, object], table: Table) -> list[str]:
    """Return the members of *value* as ``name[key]=value``, nested ones likewise."""
    pairs: list[str] = []
    for key, item in value.items():
        inner = f"{name}[{key}]"
        if is_object(item):
            pairs += _deep(inner, item, table)
        else:
            pairs += _pairs(inner, item, UNRESERVED, table)
    return pairs
