"""Parameters on the wire by OpenAPI's styles (RFC 6570), from the IR alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from specpress.emit.cases.text import compact, percent, plain
from specpress.ir.media import is_json
from specpress.ir.nodes import Parameter


def path_value(parameter: Parameter, value: object) -> str:
    """Return what stands for *parameter* in the path: styles simple, label, matrix."""
    value, name = written(parameter, value), percent(parameter.name)
    parts = _joinable(value, parameter.explode, percent)
    match parameter.style:
        case "label":
            return "." + ("." if parameter.explode else ",").join(parts)
        case "matrix" if isinstance(value, dict) and parameter.explode:
            return "".join(f";{part}" for part in parts)
        case "matrix" if isinstance(value, list) and parameter.explode:
            return "".join(f";{name}={part}" for part in parts)
        case "matrix":
            return f";{name}={','.join(parts)}"
        case _:
            return ",".join(parts)


def query_pairs(parameter: Parameter, value: object) -> list[str]:
    """Return the ``name=value`` pairs that *parameter* adds to the query."""
    value, name = written(parameter, value), percent(parameter.name)

    def code(text: str) -> str:
        return percent(text, reserved=parameter.allow_reserved)

    if isinstance(value, dict):
        members = _members(cast("dict[str, object]", value))
        if parameter.style == "deepObject":
            return [f"{name}%5B{percent(k)}%5D={code(v)}" for k, v in members]
        if parameter.explode:
            return [f"{percent(k)}={code(v)}" for k, v in members]
    elif parameter.explode or not isinstance(value, list):
        items = (item for item in as_list(value) if item is not None)
        return [f"{name}={code(plain(item))}" for item in items]
    between = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
    parts = _joinable(cast(object, value), False, code)
    joined = between.get(parameter.style, ",").join(parts)
    return [f"{name}={joined}"] if joined else []


def header_value(parameter: Parameter, value: object) -> str:
    """Return the text of the header *parameter*: style simple, nothing encoded."""
    return ",".join(_joinable(written(parameter, value), parameter.explode, str))


def cookie_pairs(parameter: Parameter, value: object) -> list[str]:
    """Return the ``name=value`` pairs that *parameter* adds to the cookies.

    Percent-encoded, since RFC 6265 lets neither space nor semicolon into a cookie.
    """
    text = ",".join(_joinable(written(parameter, value), False, percent))
    return [f"{percent(parameter.name)}={text}"]


def written(parameter: Parameter, value: object) -> object:
    """Return *value* as text where *parameter* is written as JSON."""
    json = parameter.media_type is not None and is_json(parameter.media_type)
    return compact(value) if json else value


def as_list(value: object) -> list[object]:
    """Return *value* when it is a list, else a list of it alone."""
    return cast("list[object]", value) if isinstance(value, list) else [value]


def _joinable(value: object, explode: bool, code: Callable[[str], str]) -> list[str]:
    if not isinstance(value, dict):
        return [code(plain(item)) for item in as_list(value) if item is not None]
    members = _members(cast("dict[str, object]", value))
    if explode:
        return [f"{code(key)}={code(item)}" for key, item in members]
    return [code(part) for member in members for part in member]


def _members(value: dict[str, object]) -> Iterable[tuple[str, str]]:
    return ((key, plain(item)) for key, item in value.items() if item is not None)
