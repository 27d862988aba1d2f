"""What stands in a type cell, as a schema."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import UNKNOWN_SCHEMA_TYPE
from specpress.lift.rendering.words import Plain, either, with_format
from specpress.source import Span
from specpress.tree import Node

_REFERENCE: Final = re.compile(r"\[([^\]]+)\]\(#schema[^)]*\)")
_ARRAY: Final = re.compile(r"array\[(.*)\]|\[(.*)\]", re.DOTALL)
_FORMAT: Final = re.compile(r"([^()]+)\(([^()]+)\)")
_NULL: Final = re.compile(r"\s*¦\s*null\s*\Z")
_MIXED: Final = ("anyof", "oneof", "allof", "not")
"""What the tool writes for the items of an array that are a combination."""


def reference(name: str, span: Span) -> Node:
    """Return a reference to the schema *name*."""
    pointer = name.replace("~", "~0").replace("/", "~1")
    return Node.of({"$ref": f"#/components/schemas/{pointer}"}, span)


def read_type(text: str, name: str, span: Span, report: Report) -> Node:
    """Return the schema of the type *text*, which *name* has.

    ``[Pet](#schemapet)`` is a reference, ``[string]`` and ``array[string]`` an array,
    ``string(date)`` a word with its format, ``¦null`` marks what may be null.
    """
    plain = _NULL.sub("", text.strip())
    schema = _schema(plain, span)
    if schema is None:
        report.add(UNKNOWN_SCHEMA_TYPE.at(span, type=text, name=name))
        return Node({}, span, origin="default")
    if plain == text.strip():
        return schema
    if schema.get("$ref"):
        wrapped = {"allOf": [schema], "nullable": True}
        return Node.of(wrapped, span)
    return Node({**schema.map, "nullable": Node(True, span)}, span)


def _schema(text: str, span: Span) -> Node | None:
    if link := _REFERENCE.fullmatch(text):
        return reference(link[1], span)
    if array := _ARRAY.fullmatch(text):
        inner = (array[1] or array[2] or "").strip()
        items = Node({}, span) if inner in _MIXED else _schema(inner, span)
        if items is None:
            return None
        return Node.of({"type": "array", "items": items}, span)
    plain = _plain(text)
    return None if plain is None else Node.of(plain, span)


def _plain(text: str) -> Plain | None:
    format_ = ""
    if found := _FORMAT.fullmatch(text):
        text, format_ = found[1], found[2]
    if text.lower() in (*_MIXED, "undefined"):
        return {}
    schema = either(text)
    if schema is not None and format_ and format_ != schema.get("format"):
        return with_format(schema, format_)
    return schema
