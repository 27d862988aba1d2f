"""The rows of tables of fields: what one says, and what stands around it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from specpress.lift.redoc.types import Line
from specpress.readers.element import Element
from specpress.source import Span
from specpress.tree import Node

PROSE: Final = frozenset("p ul ol h1 h2 h3 h4 h5 h6 table pre blockquote hr dl".split())
_NOT_NAME: Final = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(slots=True)
class Frame:
    """A schema that is being read; *name* is set when something inside refers to it."""

    title: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A field: its name, its schema, what is said beside it."""

    name: Node
    schema: Node
    required: bool
    deprecated: Node | None
    description: Node | None
    kind: str


def described(row: Row) -> Node:
    """Return the schema of *row* with what stands beside it."""
    members = dict(row.schema.map)
    if "$ref" in members:
        return Node(members, row.schema.span, row.name.span)
    if row.description is not None:
        members["description"] = row.description
    if row.deprecated is not None:
        members["deprecated"] = row.deprecated
    return Node(members, row.schema.span, row.name.span)


def filled(line: Line, inner: Node | None, extra: Node) -> Node:
    """Return the schema of *line* with what is drawn below it, and its notes."""
    drawn = inner
    depth = line.depth
    while drawn is not None and depth and drawn.get_text("type") == "array":
        drawn = drawn.get("items")
        depth -= 1
    schema = line.schema(drawn)
    members = dict(schema.map)
    for key, value in extra.items():
        if key == "items":
            items = members.get("items")
            inside = dict(items.map) if items is not None else {}
            members["items"] = Node({**inside, **value.map}, value.span)
        elif key == "enum" and line.depth and "items" in members:
            inside = dict(members["items"].map)
            members["items"] = Node({**inside, "enum": value}, value.span)
        elif "$ref" not in members:
            members[key] = value
    return Node(members, schema.span)


def recursion(trail: Sequence[Frame], title: str, span: Span) -> Node | None:
    """Return a reference to the schema around it that *title* names, else the outermost."""
    around = [each for each in trail if each.title == title and title] or list(
        trail[:1]
    )
    if not around:
        return None
    frame = around[-1]
    frame.name = frame.name or _NOT_NAME.sub(
        "", title.title() if " " in title else title
    )
    if not frame.name:
        return None
    ref = Node(f"#/components/schemas/{frame.name}", span)
    return Node({"$ref": ref}, span)


def rows_of(table: Element) -> Iterator[Element]:
    """Yield the rows of *table*, none of those of a table inside it."""
    for child in table.children:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead"):
            yield from rows_of(child)


def is_below(row: Element) -> bool:
    """Return whether *row* is what the field before it unfolds."""
    cells = [each for each in row.children if each.tag == "td"]
    return len(cells) == 1 and "colspan" in cells[0].attributes


def is_folded(head: Element) -> bool:
    """Return whether the field of *head* can be unfolded."""
    return any(each.tag == "button" for each in head.walk())


def has_prose(part: Element) -> bool:
    """Return whether *part* holds rendered Markdown."""
    return any(each.tag in PROSE for each in part.walk())


def value_of(text: str) -> object:
    """Return the JSON value *text*; other text as it stands."""
    try:
        return json.loads(text)
    except ValueError:
        return text
