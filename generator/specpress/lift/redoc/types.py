"""The line of a type: ``Array of strings <date> (Day) [ 1 .. 9 ] items unique``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import (
    UNKNOWN_SCHEMA_TYPE,
    UNKNOWN_TEXT,
)
from specpress.lift.rendering.words import typed
from specpress.lift.swaggerui.dom import words
from specpress.lift.swaggerui.limits import read_limit
from specpress.readers.element import Element
from specpress.source import Span
from specpress.tree import Node

_PREFIX: Final = "Array of"
_ITEMS: Final = "[ items"
_PLACES: Final = re.compile(r"decimal places <= (\d+)")
_OR: Final = re.compile(r"\s+or\s+")


@dataclass(slots=True)
class Line:
    """What a type line says: *members* are the keywords of the innermost type."""

    span: Span
    members: dict[str, Node] = field(default_factory=dict[str, Node])
    outer: dict[str, Node] = field(default_factory=dict[str, Node])
    """The keywords of the list, when it is one."""
    depth: int = 0
    """How many lists are around the innermost type."""
    title: Node | None = None
    recursive: bool = False

    def schema(self, inner: Node | None = None) -> Node:
        """Return the schema; *inner* is what is drawn below of the innermost type."""
        members = dict(self.members)
        if inner is not None:
            drawn = dict(inner.map)
            members = drawn if "$ref" in drawn else {**members, **drawn}
        node = Node(members, self.span)
        for level in range(self.depth):
            last = level == self.depth - 1
            around = {"type": Node("array", self.span), "items": node}
            node = Node({**around, **self.outer} if last else around, self.span)
        return node


def read_line(element: Element, name: str, report: Report) -> Line:
    """Return what the line *element* says of the type of *name*."""
    line = Line(element.span)
    kind: Node | None = None
    for part in _leaves(element):
        text, span = words(part)
        plain = re.sub(r"\s*(?:Show|Hide) pattern$", "", text)
        if not text:
            continue
        if text.startswith(_PREFIX):
            line.depth += text.count(_PREFIX)
            text = text.replace(_PREFIX, "").strip()
            if text:
                kind = Node(text, span)
        elif text.startswith(_ITEMS):
            _items(part, line, name, report)
        elif text == "Recursive":
            line.recursive = True
        elif text == "Nullable":
            line.members["nullable"] = Node(True, span)
        elif text.startswith("<") and text.endswith(">"):
            line.members["format"] = Node(text.strip("<> "), span)
        elif (
            text.startswith("(")
            and text.endswith(")")
            and kind is not None
            and not _is_range(text)
        ):
            line.title = Node(text[1:-1].strip(), span)
        elif found := limit_of(text):
            target = line.outer if line.depth else line.members
            target.update({key: Node.of(value, span) for key, value in found.items()})
        elif kind is None:
            kind = Node(text, span)
        else:
            line.members["pattern"] = Node(plain, span)
    for text, span in (each for part in _branches(element) for each in loose(part)):
        report.add(UNKNOWN_TEXT.at(span, path=element.path, text=text[:60]))
    if kind is not None:
        said = _kind(str(kind.text), plural=line.depth > 0)
        if said is None:
            report.add(UNKNOWN_SCHEMA_TYPE.at(kind.span, type=kind.text, name=name))
        members = {
            key: Node.of(value, kind.span) for key, value in (said or {}).items()
        }
        line.members = {**members, **line.members}
    return line


def limit_of(text: str) -> dict[str, object] | None:
    """Return the keywords of a limit, or None when *text* is none.

    >>> limit_of("decimal places <= 2")
    {'multipleOf': 0.01}
    """
    if found := _PLACES.fullmatch(text):
        return {"multipleOf": float(f"1e-{found[1]}")}
    return read_limit(text)


def _items(part: Element, line: Line, name: str, report: Report) -> None:
    """Take what stands in ``[ items ... ]``: of the items, or of a list inside."""
    inside = [each for each in _leaves(part) if words(each)[0] not in ("[ items", "]")]
    if not inside:
        line.depth += 1
        return
    for each in inside:
        text, span = words(each)
        if text.startswith(_ITEMS):
            line.depth += 1
            _items(each, line, name, report)
        elif text.startswith("<") and text.endswith(">"):
            line.members["format"] = Node(text.strip("<> "), span)
        elif found := limit_of(text):
            line.members.update({k: Node.of(v, span) for k, v in found.items()})
        elif text:
            line.members["pattern"] = Node(text, span)


def _leaves(element: Element) -> Iterator[Element]:
    """Yield the innermost spans of *element*, those of ``[ items`` as a whole."""
    for child in element.children:
        text = words(child)[0]
        if text.startswith(_ITEMS) and child.tag == "span":
            yield child
        elif any(each.tag in ("span", "div") for each in child.children):
            yield from _leaves(child)
        elif child.tag != "button":
            yield child


def _branches(element: Element) -> Iterator[Element]:
    """Yield *element* and the elements in it that `_leaves` goes into."""
    yield element
    for child in element.children:
        is_branch = any(each.tag in ("span", "div") for each in child.children)
        if is_branch and not words(child)[0].startswith(_ITEMS):
            yield from _branches(child)


def loose(element: Element) -> list[tuple[str, Span]]:
    """Return the words of *element* that stand in none of its children."""
    if not element.children:
        return []
    found = [gap.trimmed() for gap in element.gaps()]
    return [each for each in found if any(char.isalnum() for char in each[0])]


def _is_range(text: str) -> bool:
    return limit_of(text) is not None


def _kind(text: str, *, plural: bool) -> dict[str, object] | None:
    """Return the schema of the words *text*; None when they are none of the tool's."""
    parts = [each.strip(" ()") for each in _OR.split(text)]
    nullable = "null" in parts
    schemas: list[dict[str, object]] = []
    for part in parts:
        if part in ("null", "", "items"):
            continue
        word = part.removesuffix("s") if plural and part not in ("any",) else part
        found = typed(word)
        if found is None:
            return {} if len(parts) > 1 else None
        schemas.append(found)
    plain: dict[str, object] = {}
    if len(schemas) > 1:
        plain = {"anyOf": schemas}
    elif schemas:
        plain = dict(schemas[0])
    if plain.get("type") == "array":
        plain["items"] = {}
    if nullable and plain:
        plain["nullable"] = True
    return plain
