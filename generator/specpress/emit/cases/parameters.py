"""Parameters on the wire by OpenAPI's styles (RFC 6570), from the IR alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import cast

from specpress.emit.cases.text import compact, cookie_name, form, percent, plain
from specpress.ir.media import is_form, is_json
from specpress.ir.nodes import Parameter


def path_value(parameter: Parameter, value: object) -> str:
    """Return what stands for *parameter* in the path: styles simple, label, matrix."""
    value, name = written(parameter, value), percent(parameter.name)

    def code(text: str) -> str:
        return percent(text, reserved=parameter.allow_reserved).replace("?", "%3F")

    parts = _joinable(value, parameter.explode, code)
    match parameter.style:
        case "label":
            return "." + ("." if parameter.explode else ",").join(parts)
        case "matrix":
            is_object = isinstance(value, dict)
            alone = [",".join(parts)] if parts else []
            texts = parts if parameter.explode else alone
            head = ";" if parameter.explode and is_object else f";{name}="
            return "".join((head + text).removesuffix("=") for text in texts)
        case _:
            return ",".join(parts)


def query_pairs(parameter: Parameter, value: object) -> list[str]:
    """Return the ``name=value`` pairs that *parameter* adds to the query; one that is
    the whole query has no name."""
    if parameter.location == "querystring":
        text = written(parameter, value)
        return [str(text) if _is_form(parameter) else percent(str(text))]

    def code(text: str) -> str:
        return percent(text, reserved=parameter.allow_reserved)

    return [f"{k}={v}" for k, v in pairs(parameter, value, percent, code)]


def header_value(parameter: Parameter, value: object) -> str:
    """Return the text of the header *parameter*: style simple, nothing encoded."""
    return ",".join(_joinable(written(parameter, value), parameter.explode, str))


def cookie_pairs(parameter: Parameter, value: object) -> list[str]:
    """Return the ``name=value`` pairs that *parameter* adds to the cookies.

    Percent-encoded, since RFC 6265 lets neither space nor semicolon into a cookie; in
    the style ``cookie`` that is left to the caller.
    """
    if parameter.style == "cookie":
        found = pairs(parameter, value, str, str)
    else:
        found = pairs(parameter, value, cookie_name, percent)
    return [f"{name}={text}" for name, text in found]


def pairs(
    parameter: Parameter,
    value: object,
    name: Callable[[str], str],
    code: Callable[[str], str],
) -> list[tuple[str, str]]:
    """Return the names and values that *value* makes (OpenAPI 3.2, "Style Examples")."""
    value, key = written(parameter, value), name(parameter.name)
    if not isinstance(value, dict | list):
        return [] if value is None else [(key, code(plain(value)))]
    if parameter.style == "deepObject":
        return list(_deep(parameter.name, cast(object, value), name, code))
    parts = _joinable(cast(object, value), False, code)
    if not parameter.explode:
        between = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}
        found = between.get(parameter.style)
        delimiter = code(found) if found else ","
        return [(key, delimiter.join(parts))] if parts else []
    if isinstance(value, dict):
        members = _members(cast("dict[str, object]", value))
        return [(name(k), code(v)) for k, v in members]
    return [(key, part) for part in parts]


def _deep(
    path: str, value: object, name: Callable[[str], str], code: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """Yield what is inside *value* by its path in brackets, items by their number."""
    if isinstance(value, dict):
        for key, part in cast("dict[str, object]", value).items():
            yield from _deep(f"{path}[{key}]", part, name, code)
    elif isinstance(value, list):
        for index, part in enumerate(cast("list[object]", value)):
            yield from _deep(f"{path}[{index}]", part, name, code)
    elif value is not None:
        yield name(path), code(plain(value))


def _is_form(parameter: Parameter) -> bool:
    return parameter.media_type is not None and is_form(parameter.media_type)


def written(parameter: Parameter, value: object) -> object:
    """Return *value* as text where *parameter* is written as JSON or as a form."""
    if _is_form(parameter) and isinstance(value, dict):
        members = cast("dict[str, object]", value).items()
        return "&".join(pair for key, item in members for pair in form_pairs(key, item))
    json = parameter.media_type is not None and is_json(parameter.media_type)
    return compact(value) if json else value


def form_pairs(name: str, value: object) -> list[str]:
    """Return the pairs of the field *name* of a form: lists repeat it, objects are JSON
    (WHATWG URL, 5.2)."""
    items = (item for item in as_list(value) if item is not None)
    return [f"{form(name)}={form(plain(item))}" for item in items]


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
