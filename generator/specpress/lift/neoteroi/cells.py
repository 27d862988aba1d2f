"""The types in cells: ``string(date)``, ``Array<Pet>``, ``integer | null``."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from specpress.lift.rendering.words import typed
from specpress.tree import escape

_LIST: Final = re.compile(r"Array\s*<(.*)>(.*)", re.DOTALL)
_SCALAR: Final = re.compile(r"([A-Za-z]+)\s*\(([^()]+)\)")
_FIELDS: Final = re.compile(r"_?Properties:\s*_?(.*)", re.DOTALL)
_EXAMPLE: Final = re.compile(r"_?Example:\s*.*", re.DOTALL)


def read_type(text: str, names: Collection[str]) -> dict[str, object] | None:
    """Return the schema that *text* stands for; *names* are those of the components.

    None when *text* is neither a type of the tool nor one of *names*.

    >>> read_type("Array<string(date)>", ())
    {'type': 'array', 'items': {'type': 'string', 'format': 'date'}}
    """
    text = " ".join(text.split())
    if text in names:
        return {"$ref": f"#/components/schemas/{escape(text)}"}
    if found := _LIST.fullmatch(text):
        items = read_type(found[1], names)
        if items is None:
            return None
        return _nullable({"type": "array", "items": items}, "null" in found[2])
    if found := _FIELDS.fullmatch(text):
        fields = [each.strip() for each in found[1].split(",") if each.strip()]
        return {"type": "object", "properties": {name: {} for name in fields}}
    if _EXAMPLE.fullmatch(text):
        return {"type": "object"}
    if not text:
        return {}
    parts = [part.strip() for part in text.split("|")]
    schemas = [_scalar(part) for part in parts if part != "null"]
    known = [each for each in schemas if each is not None]
    if len(known) != len(schemas):
        return None
    if not known:
        return {"nullable": True, "enum": [None]}
    whole: dict[str, object] = known[0] if len(known) == 1 else {"anyOf": known}
    return _nullable(whole, "null" in parts)


def _scalar(text: str) -> dict[str, object] | None:
    found = _SCALAR.fullmatch(text)
    schema = typed(found[1] if found else text)
    if schema is None:
        return None
    if text == "array":
        schema["items"] = {}
    return {**schema, "format": found[2].strip()} if found else schema


def _nullable(schema: dict[str, object], nullable: bool) -> dict[str, object]:
    return {**schema, "nullable": True} if nullable else schema
