"""Types of the dynamic-html generator: a word, and what is inside in brackets."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import UNKNOWN_SCHEMA_TYPE
from specpress.lift.rendering.words import Plain, typed
from specpress.readers.element import Element
from specpress.source import Span
from specpress.tree import Node

_SHOWN: Final = re.compile(r"([^()]*?)\s*(?:\(([^()]*)\))?")
_LISTS: Final = ("list", "set", "array", "arraylist")
_MAPS: Final = ("map", "hashmap")
_NAME: Final = re.compile(r"[A-Za-z_][\w.-]*")


def read_shorthand(
    element: Element | None,
    name: str,
    span: Span,
    report: Report,
    shown: str | None = None,
) -> Node:
    """Return the schema of the type in *element*, or of the text *shown*.

    ``List(Pet)`` is a list of pets, ``Pet(Pet)`` a pet, ``String`` a text. A word that
    begins with a capital letter and is no known type is a model of another page.
    """
    text = shown if shown is not None else element.text.text.strip() if element else ""
    found = _SHOWN.fullmatch(text)
    word, inner = (found[1], found[2] or "") if found else (text, "")
    schema = _schema(word, inner)
    if schema is None:
        report.add(UNKNOWN_SCHEMA_TYPE.at(span, type=text, name=name))
        return Node({}, span, origin="default")
    return Node.of(schema, element.span if element else span)


def _schema(word: str, inner: str) -> Plain | None:
    if word.lower() in _LISTS:
        return {"type": "array", "items": _plain(inner) or {}}
    if word.lower() in _MAPS:
        return {"type": "object", "additionalProperties": _plain(inner) or {}}
    return _plain(word)


def _plain(word: str) -> Plain | None:
    schema = typed(word)
    if schema is not None:
        return schema
    if not _NAME.fullmatch(word):
        return None
    return {"$ref": f"#/components/schemas/{word}"}
