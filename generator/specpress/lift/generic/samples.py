"""JSON samples, also those that people write by hand, and the types they show."""

from __future__ import annotations

import json
import re
from typing import Final, cast

from specpress.lift.generic.typed import Schema

_COMMENT: Final = re.compile(
    r'("(?:[^"\\\n]|\\.)*")|//[^\n]*|/\*.*?\*/|(?<=\s)#[^\n]*', re.DOTALL
)
_DOTS: Final = re.compile(r'("(?:[^"\\\n]|\\.)*")|,?\s*(?:\.\.\.|…)\s*,?')
_COMMA: Final = re.compile(r'("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])')
_PLACEHOLDER: Final = re.compile(
    r'("(?:[^"\\\n]|\\.)*")|<[^<>\n]*>|(?<=[:\[,])\s*\{\{?[\w ]+\}?\}'
)
_HEAD: Final = re.compile(r"\A\s*HTTP/[\d.]+\s+(\d{3})[^\n]*\n(?:[\w-]+:[^\n]*\n)*\s*")
_MISSING: Final = object()


def read_json(text: str) -> object:
    """Return the value that *text* shows, or `MISSING`.

    Comments, dots for what is left out and commas at the end are what people write.

    >>> read_json('{"a": 1, // one\\n "b": [2, ...],}')
    {'a': 1, 'b': [2]}
    """
    body = _HEAD.sub("", text).strip()
    if body[:1] not in ("{", "["):
        return MISSING
    for attempt in (body, _cleaned(body)):
        try:
            value, end = json.JSONDecoder().raw_decode(attempt)
        except (ValueError, RecursionError):
            continue
        if not attempt[end:].strip().strip(";"):
            return cast("object", value)
    return MISSING


MISSING: Final = _MISSING
"""Where there is no value: null is one."""


def status_line(text: str) -> str | None:
    """Return the status that *text*, a whole HTTP response, begins with."""
    found = _HEAD.match(text if "\n" in text else f"{text}\n")
    return found[1] if found else None


def _cleaned(text: str) -> str:
    text = _COMMENT.sub(lambda m: m[1] or "", text)
    text = _DOTS.sub(lambda m: m[1] or ",", text)
    text = _PLACEHOLDER.sub(lambda m: m[1] or ' ""', text)
    text = re.sub(r"([\[{])\s*,", r"\1", re.sub(r",\s*,", ",", text))
    return _COMMA.sub(lambda m: m[1] or "", text)


def sample_schema(value: object, depth: int = 0) -> Schema:
    """Return the schema of what *value* is one of; no property of it is required.

    >>> sample_schema({"a": [1]})["properties"]["a"]
    {'type': 'array', 'items': {'type': 'integer'}}
    """
    match value:
        case bool():
            return {"type": "boolean"}
        case int():
            return {"type": "integer"}
        case float():
            return {"type": "number"}
        case str():
            return {"type": "string"}
        case list():
            items = [
                sample_schema(each, depth + 1) for each in cast("list[object]", value)
            ]
            return {"type": "array", "items": _merged(items)}
        case dict() if depth < 40:
            members = cast("dict[str, object]", value)
            shown = {k: sample_schema(v, depth + 1) for k, v in members.items()}
            return {"type": "object", "properties": shown}
        case _:
            return {}


def _merged(items: list[Schema]) -> Schema:
    if not items:
        return {}
    if all(item.get("type") == "object" for item in items):
        properties: dict[str, object] = {}
        for item in items:
            for name, each in cast(
                "dict[str, object]", item.get("properties", {})
            ).items():
                properties.setdefault(name, each)
        return {"type": "object", "properties": properties}
    first = items[0]
    return first if all(item == first for item in items) else {}
