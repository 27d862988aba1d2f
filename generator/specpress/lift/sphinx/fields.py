"""Fields of JSON objects, listed by their paths, as one schema."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import UNKNOWN_TYPE
from specpress.diagnostics.codes.sphinx import HIDDEN_VALUES
from specpress.lift.rendering.words import typed, with_format
from specpress.lift.sphinx.rows import Row
from specpress.source import Span
from specpress.tree import Node

_MARKS: Final = re.compile(
    r"\s*\((?P<marks>(?:required|read only)(?:,\s*(?:required|read only))*)\)\s*$",
    re.IGNORECASE,
)
_STEP: Final = re.compile(r"\[\]|[^.\[\]]+")
_LIST_OF: Final = re.compile(
    r"(?:array|list|sequence)(?:\s+of\s+|\s*[\[<(]\s*)(?P<inner>[^\])>]+?)s?\s*[\])>]?"
    r"|(?P<short>[\w-]+)\[\]",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Field:
    """A value that is being put together from the rows about it."""

    span: Span
    members: dict[str, Node] = field(default_factory=dict[str, Node])
    fields: dict[str, _Field] = field(default_factory=dict[str, "_Field"])
    required: dict[str, Node] = field(default_factory=dict[str, Node])
    items: _Field | None = None

    def at(self, steps: Sequence[str], span: Span) -> _Field:
        """Return the value at *steps* below this one."""
        if not steps:
            return self
        head, *rest = steps
        if head == "[]":
            self.items = self.items or _Field(span)
            return self.items.at(rest, span)
        return self.fields.setdefault(head, _Field(span)).at(rest, span)

    def node(self) -> Node:
        """Return the schema (OpenAPI 3.0.3, 4.7.24)."""
        members = dict(self.members)
        if self.items is not None:
            members["type"] = Node("array", self.span)
            members["items"] = self.items.node()
        if self.fields:
            members["type"] = Node("object", self.span)
            inner = {
                name: Node(each.node().value, each.span, each.span)
                for name, each in self.fields.items()
            }
            members["properties"] = Node(inner, self.span)
            if self.required:
                members["required"] = Node(list(self.required.values()), self.span)
        return Node(members, self.span)


def object_schema(
    rows: Sequence[Row], span: Span, report: Report, listed: bool = False
) -> Node:
    """Return the schema of the object (the list of objects) whose fields are *rows*."""
    root = _Field(span)
    for row in rows:
        steps = _STEP.findall(row.name)
        if listed:
            steps = ["[]", *steps]
        value = root.at(steps, row.span)
        text, marks = split_marks(row.description)
        schema, words = read_type(row, report)
        value.members |= schema
        if text:
            value.members["description"] = Node(text, row.rest.inner)
        marks |= words
        if "read only" in marks:
            value.members["readOnly"] = Node(True, row.rest.inner)
        if "deprecated" in marks:
            value.members["deprecated"] = Node(True, row.type_span)
        if "required" in marks and steps and steps[-1] != "[]":
            holder = root.at(steps[:-1], row.span)
            holder.required[steps[-1]] = Node(steps[-1], row.span)
    return root.node()


def split_marks(description: str) -> tuple[str, set[str]]:
    """Return *description* without the marks that the tool adds, and the marks.

    >>> split_marks("The name (required)")
    ('The name', {'required'})
    """
    found = _MARKS.search(description)
    if found is None:
        return description, set()
    marks = {" ".join(mark.split()).lower() for mark in found["marks"].split(",")}
    return description[: found.start()], marks


def read_type(row: Row, report: Report) -> tuple[dict[str, Node], set[str]]:
    """Return the schema that the type of *row* stands for, and the marks beside it.

    The tool writes ``string:date, required``: a type, its format (or that it has
    listed values, which are not shown), and marks.
    """
    first, *rest = [part.strip() for part in row.type.split(",")] if row.type else [""]
    marks = {part.lower() for part in rest} & {"required", "deprecated"}
    types = [first, *(p for p in rest if p.lower() not in ("required", "deprecated"))]
    if first.lower() in ("required", "deprecated"):
        marks.add(first.lower())
        types = types[1:]
    nullable = "null" in types
    types = [each for each in types if each not in ("null", "")]
    schemas = [_schema(each, row, report) for each in types]
    known = [each for each in schemas if each is not None]
    if len(known) != len(schemas):
        report.add(UNKNOWN_TYPE.at(row.type_span, type=row.type, name=row.name))
        return {}, marks
    plain: dict[str, object] = {"anyOf": known} if len(known) > 1 else dict(*known)
    if nullable and plain:
        plain["nullable"] = True
    return dict(Node.of(plain, row.type_span).map), marks


def _schema(word: str, row: Row, report: Report) -> dict[str, object] | None:
    name, _, format_ = word.partition(":")
    if name == "enum" or format_ == "enum":
        report.add(HIDDEN_VALUES.at(row.type_span, name=row.name))
        name, format_ = name.removeprefix("enum"), ""
    if found := _LIST_OF.fullmatch(name):
        inner = typed(found["inner"] or found["short"])
        return None if inner is None else {"type": "array", "items": inner}
    any_list: dict[str, object] = {"type": "array", "items": Node({})}
    schema = any_list if name.lower() in ("array", "list") else typed(name)
    if schema is None:
        return None
    return with_format(schema, format_) if format_ else schema
