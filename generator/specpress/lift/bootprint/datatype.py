"""The words and marks that give the type of a value: format, values, limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import (
    UNKNOWN_RESTRICTION,
    UNKNOWN_SCHEMA_TYPE,
)
from specpress.lift.rendering.words import Plain, either, value
from specpress.readers.element import Element
from specpress.source import Span
from specpress.tree import Node

_POINTER: Final = re.compile(r"#/(?:definitions|components/schemas)/(.+)")
_NUMBER: Final = r"(-?[\d.]+(?:e[+-]?\d+)?)"
_RANGE: Final = re.compile(
    rf"(?:{_NUMBER}\s*([<≤])\s*)?x\s*(?:([<≤>≥])\s*{_NUMBER})?\s*\}}", re.IGNORECASE
)
_LENGTHS: Final = (
    (re.compile(r"\((\d+) to (\d+) chars\)"), ("minLength", "maxLength")),
    (re.compile(r"\(at least (\d+) chars\)"), ("minLength",)),
    (re.compile(r"\(up to (\d+) chars\)"), ("maxLength",)),
)
PARTS: Final = (
    "json-property-type",
    "json-property-format",
    "json-property-enum",
    "json-property-range",
    "json-property-default-value",
    "json-property-pattern",
)
"""The marks that belong to a type, by their class."""


def reference(link: Element) -> Node | None:
    """Return the reference that *link* is, or None."""
    found = _POINTER.fullmatch(link.attributes.get("href", ""))
    name = found[1] if found else link.text.text.strip()
    if not name:
        return None
    return Node.of({"$ref": f"#/components/schemas/{name}"}, link.span)


def marks(element: Element) -> Iterator[Element]:
    """Yield the marks of a type that stand in *element* itself."""
    for child in element.children:
        if child.has("json-property-type") and any(
            inner.has("json-property-type") for inner in child.children
        ):
            yield from marks(child)
        elif any(child.has(name) for name in PARTS):
            yield child


def read_datatype(element: Element, name: str, report: Report) -> Node:
    """Return the schema that the marks in *element* tell of the value *name*."""
    members: dict[str, Node] = {}
    depth = 0
    span = element.span
    for mark in marks(element):
        if mark.has("json-property-type"):
            link = next((e for e in mark.walk() if e.has("json-schema-ref")), None)
            if link is not None and (found := reference(link)) is not None:
                return found
            schema, depth, span = _type(mark, name, report)
            members.update(schema.map)
        elif mark.has("json-property-format"):
            text, place = mark.text.trimmed()
            members["format"] = Node(text.strip("()"), place)
        else:
            members.update(_mark(mark, members, name, report))
    schema = Node(members, span)
    for _ in range(depth):
        schema = Node.of({"type": "array", "items": schema}, span)
    return schema


def _type(mark: Element, name: str, report: Report) -> tuple[Node, int, Span]:
    """Return the schema of a word, how many lists are around it, and its place."""
    text, span = mark.text.trimmed()
    word = text.rstrip("[]")
    depth = (len(text) - len(word)) // 2
    plain = either(word)
    if plain is None:
        report.add(UNKNOWN_SCHEMA_TYPE.at(span, type=text, name=name))
        return Node({}, span, origin="default"), depth, span
    return Node.of(plain, span), depth, span


def _mark(
    mark: Element, members: dict[str, Node], name: str, report: Report
) -> dict[str, Node]:
    kind: Plain = {"type": members["type"].value} if "type" in members else {}
    text, span = mark.text.trimmed()
    if mark.has("json-property-enum"):
        return _values(mark, kind)
    if mark.has("json-property-default-value"):
        return {"default": Node.of(value(text, kind), span)}
    if mark.has("json-property-pattern"):
        inner = mark.first("json-schema--regex")
        if inner is None:
            report.add(UNKNOWN_RESTRICTION.at(span, text=text, name=name))
            return {}
        pattern, place = inner.text.trimmed()
        return {"pattern": Node(pattern, place)}
    if not text:
        return {}
    found = _limits(text, kind)
    if not found:
        report.add(UNKNOWN_RESTRICTION.at(span, text=text, name=name))
    return {key: Node.of(limit, span) for key, limit in found.items()}


def _values(mark: Element, kind: Plain) -> dict[str, Node]:
    """Return the values, and the one that is marked as the default."""
    items = mark.all("json-property-enum-item")
    values = [Node.of(value(e.text.text.strip(), kind), e.inner) for e in items]
    found = {"enum": Node(list(values), mark.span)}
    gaps = [gap.text for gap in mark.gaps()]
    for number, gap in enumerate(gaps[1 : len(items) + 1]):
        if "(default)" in gap:
            found["default"] = Node(values[number].value, items[number].inner)
    return found


def _limits(text: str, kind: Plain) -> Plain:
    """Return the limits of a number, or of the length of a text."""
    for pattern, keys in _LENGTHS:
        if found := pattern.search(" ".join(text.split())):
            return dict(zip(keys, map(int, found.groups()), strict=True))
    shown = _RANGE.search(text.partition("|")[2])
    if shown is None:
        return {}
    whole = kind.get("type") == "integer"
    numbers: Plain = {"type": "integer" if whole else "number"}
    limits: Plain = {}
    if shown[1] is not None:
        limits["minimum"] = value(shown[1], numbers)
        if shown[2] == "<":
            limits["exclusiveMinimum"] = True
    if shown[4] is not None:
        upper = shown[3] in ("<", "≤")
        limits["maximum" if upper else "minimum"] = value(shown[4], numbers)
        if shown[3] in ("<", ">"):
            limits["exclusiveMaximum" if upper else "exclusiveMinimum"] = True
    return limits
