"""The names of types on these pages: models, words of Java, containers."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import UNKNOWN_SCHEMA_TYPE
from specpress.lift.rendering.words import typed, with_format
from specpress.source import Span
from specpress.tree import Node

_LIST: Final = re.compile(r"(?:array|list|set)\s*[\[<](.*)[\]>]", re.IGNORECASE)
_MAP: Final = re.compile(
    r"map\s*[\[<]\s*(?:(?:string|String)\s*,\s*)?(.*)[\]>]", re.DOTALL | re.IGNORECASE
)
_WORDS: Final[dict[str, dict[str, object]]] = {"date": {"type": "string"}, "null": {}}
"""Words that stand for more than one type: a format tells which."""


class Types:
    """Makes schemas of the names of types; *models* are those that pages describe."""

    def __init__(self, models: Collection[str], report: Report) -> None:
        self._models = models
        self._report = report

    def read(self, text: str, name: str, span: Span, format_: str = "") -> Node:
        """Return the schema of the type *text* with *format_*, which *name* has."""
        schema = self._schema(text.strip(), span)
        if schema is None:
            if not format_:
                said = {"type": text.strip(), "name": name}
                self._report.add(UNKNOWN_SCHEMA_TYPE.at(span, **said))
            schema = Node({}, span, origin="default")
        if not format_ or schema.get("$ref") or schema.get("items"):
            return schema
        given: dict[str, object] = dict(schema.map)
        return Node.of(with_format(given, format_), span)

    def _schema(self, text: str, span: Span) -> Node | None:
        if text in self._models:
            pointer = text.replace("~", "~0").replace("/", "~1")
            return Node.of({"$ref": f"#/components/schemas/{pointer}"}, span)
        if found := _LIST.fullmatch(text):
            items = self._schema(found[1].strip(), span)
            return (
                None if items is None else _of({"type": "array", "items": items}, span)
            )
        if found := _MAP.fullmatch(text):
            values = self._schema(found[1].strip(), span)
            members = {"type": "object", "additionalProperties": values}
            return None if values is None else _of(members, span)
        plain = _WORDS.get(text.lower(), typed(text))
        return None if plain is None else Node.of(plain, span)


def _of(members: Mapping[str, object], span: Span) -> Node:
    return Node.of(dict(members), span)


def literal(text: str, schema: Node) -> Node | None:
    """Return the default *text* as a value of *schema*; None for the tool's ``null``.

    Without a type, what reads as a number or a truth value is one.
    """
    if text in ("", "null"):
        return None
    kind = schema.get_text("type")
    if kind in ("integer", "number", None) and re.fullmatch(r"-?\d+(\.\d+)?", text):
        return Node(float(text) if "." in text else int(text), schema.span)
    if kind in ("boolean", None) and text in ("true", "false"):
        return Node(text == "true", schema.span)
    return Node(text, schema.span) if kind in ("string", None) else None
