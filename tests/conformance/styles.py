"""Parameters read back by the style tables of OpenAPI, section 'Parameter Object'."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import unquote

from conformance.operations import Found
from conformance.values import from_text, items, kinds, others, properties

ABSENT: Final = object()
"""Said of a parameter that a request does not have."""

_DEFAULTS: Final = {
    "path": "simple",
    "query": "form",
    "header": "simple",
    "cookie": "form",
}
_BETWEEN: Final = {
    "form": ",",
    "simple": ",",
    "spaceDelimited": " ",
    "pipeDelimited": "|",
}


def from_path(found: Found, parameter: Mapping[str, Any]) -> Any:
    """Return the value that a path has for *parameter*."""
    name = parameter["name"]
    if (raw := found.captured.get(name)) is None:
        return ABSENT
    style = parameter.get("style", "simple")
    explode = parameter.get("explode", False)
    if style == "label":
        raw = raw.removeprefix(".")
    elif style == "matrix":
        raw = raw.removeprefix(";")
        if not explode or not _is(found, parameter, "object"):
            raw = re.sub(rf"(^|;){re.escape(name)}=", r"\1", raw)
    between = {"label": ".", "matrix": ";"}.get(style, ",") if explode else ","
    return _shaped(
        found,
        parameter,
        [unquote(p) for p in raw.split(between)],
        unquote(raw),
        explode,
    )


def from_query(
    found: Found, parameter: Mapping[str, Any], query: Mapping[str, Any]
) -> tuple[Any, set[str]]:
    """Return the value that *query* has for *parameter*, and the names it takes."""
    name = parameter["name"]
    style = parameter.get("style", "form")
    explode = parameter.get("explode", style == "form")
    if style == "deepObject":
        inside = {k: v for k, v in query.items() if k.startswith(f"{name}[")}
        value = {k[len(name) + 1 : -1]: v for k, v in inside.items()}
        return (_fields(found, parameter, value) if value else ABSENT), set(inside)
    if (
        explode
        and style == "form"
        and _is(found, parameter, "object")
        and name not in query
    ):
        known = {
            p["name"] for p in found.parameters if p["in"] == "query"
        } | found.fixed
        inside = {k: v for k, v in query.items() if k not in known}
        return (_fields(found, parameter, inside) if inside else ABSENT), set(inside)
    if name not in query:
        return ABSENT, set()
    raw = query[name]
    if "content" in parameter:
        return json.loads(raw), {name}
    if isinstance(raw, list):
        return _shaped(found, parameter, list(map(str, raw)), "", False), {name}
    text = str(raw) if not isinstance(raw, bool) else json.dumps(raw)
    between = _BETWEEN.get(style, ",")
    pieces = [text] if explode else text.split(between)
    return _shaped(found, parameter, pieces, text, False), {name}


def from_header(found: Found, parameter: Mapping[str, Any], raw: Any) -> Any:
    """Return the value that the header text *raw* has for *parameter*."""
    text = json.dumps(raw) if isinstance(raw, bool) else str(raw)
    pieces = [each.strip() for each in text.split(",")]
    return _shaped(found, parameter, pieces, text, parameter.get("explode", False))


def _shaped(
    found: Found,
    parameter: Mapping[str, Any],
    pieces: Sequence[str],
    text: str,
    explode: bool,
) -> Any:
    """Return *pieces* as the array or the object that is described, else *text*."""
    schema = parameter.get("schema", {})
    if _is(found, parameter, "array"):
        inner = items(found.document, schema)
        return [from_text(found.document, inner, each) for each in pieces]
    if _is(found, parameter, "object"):
        if explode:
            pairs = dict(each.split("=", 1) for each in pieces)
        else:
            pairs = dict(zip(pieces[::2], pieces[1::2], strict=True))
        return _fields(found, parameter, pairs)
    return from_text(found.document, schema, text)


def _fields(
    found: Found, parameter: Mapping[str, Any], pairs: Mapping[str, Any]
) -> Any:
    """Return *pairs* of names and texts as the object that is described."""
    schema = parameter.get("schema", {})
    known = properties(found.document, schema)
    rest = others(found.document, schema)
    return {
        k: from_text(found.document, known.get(k, rest), str(v))
        for k, v in pairs.items()
    }


def _is(found: Found, parameter: Mapping[str, Any], kind: str) -> bool:
    """Tell whether *parameter* is described as an "array" or an "object"."""
    return any(
        p.get("type") == kind for p in kinds(found.document, parameter.get("schema"))
    )
