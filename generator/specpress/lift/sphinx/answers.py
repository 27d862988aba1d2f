"""The responses of an operation: status codes, headers, fields, examples."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import (
    NO_RESPONSES,
    REPEATED_STATUS,
    UNKNOWN_STATUS,
)
from specpress.diagnostics.codes.sphinx import NO_SUCCESS
from specpress.lift.httpdoc.media import media_types, read_example
from specpress.lift.sphinx.asks import shapes_of
from specpress.lift.sphinx.fields import read_type
from specpress.lift.sphinx.messages import Shown, read_shown
from specpress.lift.sphinx.parts import Parts, is_code
from specpress.lift.sphinx.rows import Row, read_row, without
from specpress.readers.element import Element
from specpress.source import Span
from specpress.tree import Node

_STATUS: Final = re.compile(r"([1-5](?:[0-9]{2}|XX)|DEFAULT)\b.*", re.DOTALL)
_JSON: Final = "application/json"


class Answers:
    """Collects the responses of one operation, by status."""

    def __init__(self, span: Span, report: Report) -> None:
        self._found: dict[str, dict[str, Node]] = {}
        self._spans: dict[str, Span] = {}
        self._span = span
        self._report = report

    def read(self, parts: Parts) -> Node:
        """Return the responses (OpenAPI 3.0.3, 4.7.16) that *parts* tell of."""
        for _, group in parts.rows("status"):
            for item in group.items():
                self._row(read_row(item))
        shape = shapes_of(parts, ("response", "response-list"), self._report)
        if shape is not None:
            status = self._success(shape.span)
            self._content(status, _JSON, shape.span)["schema"] = shape
        for shown in parts.messages:
            if shown.status:
                self._example(shown.status, shown)
        for _, group in parts.rows("response-header"):
            for item in group.items():
                self._header(read_row(item), group.span)
        if not self._found:
            self._report.add(NO_RESPONSES.at(self._span))
            return Node.of(
                {"default": {"description": ""}}, self._span, origin="default"
            )
        made = {
            status: Node(members, self._spans[status], self._spans[status])
            for status, members in self._found.items()
        }
        return Node(made, self._span)

    def _row(self, row: Row) -> None:
        matched = _STATUS.fullmatch(row.name.strip().upper())
        if matched is None:
            self._report.add(UNKNOWN_STATUS.at(row.span, status=row.name))
            return
        status = matched[1].replace("DEFAULT", "default")
        if status in self._found:
            self._report.add(REPEATED_STATUS.at(row.span, status=status))
            return
        parts: list[Element] = []
        shown: list[Shown] = []
        previous: Element | None = None
        for child in row.rest.children:
            if is_code(child) and (message := read_shown(child)):
                shown.append(message)
                if previous is not None and _is_label(previous):
                    parts.append(previous)
                parts.append(child)
            previous = child
        described = without(row.rest, parts)
        text = described or Node("", row.span)
        self._found[status] = {"description": text}
        self._spans[status] = row.span
        for message in shown:
            self._example(status, message)

    def _example(self, status: str, shown: Shown) -> None:
        """Add the media type and the example of *shown* to the response *status*."""
        if status not in self._found:
            if not _STATUS.fullmatch(status):
                return
            self._found[status] = {"description": Node("", shown.span)}
            self._spans[status] = shown.span
        header = shown.message.header("content-type")
        media = next(media_types(header, self._report), None) if header else None
        if media is None:
            return
        name = str(media.text)
        content = self._content(status, name, media.span)
        example = read_example(shown.message.body, name, self._report)
        if example is not None:
            content.setdefault("example", example)

    def _content(self, status: str, media: str, span: Span) -> dict[str, Node]:
        """Return the members of the media type *media* of the response *status*."""
        members = self._found[status].setdefault("content", Node({}, span))
        assert isinstance(members.value, dict)
        node = members.value.setdefault(media, Node({}, span, span))
        assert isinstance(node.value, dict)
        return node.value

    def _success(self, span: Span) -> str:
        """Return the first status of success; 200 when the page has none."""
        for status in self._found:
            if status.startswith("2"):
                return status
        self._report.add(NO_SUCCESS.at(span))
        self._found["200"] = {"description": Node("", span, origin="default")}
        self._spans["200"] = span
        return "200"

    def _header(self, row: Row, span: Span) -> None:
        schema, _ = read_type(row, self._report) if row.type else ({}, None)
        schema = schema or {"type": Node("string", row.span, origin="default")}
        members = {"schema": Node(schema, row.type_span)}
        if row.description:
            members["description"] = Node(row.description, row.rest.inner)
        holder = self._found[self._success(span)].setdefault("headers", Node({}, span))
        assert isinstance(holder.value, dict)
        holder.value.setdefault(row.name, Node(members, row.span, row.span))


def _is_label(element: Element) -> bool:
    text = element.text.text.strip()
    return element.tag == "p" and text.endswith(":") and bool(element.children)
