"""The table of responses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import (
    NO_RESPONSES,
    REPEATED_STATUS,
    UNKNOWN_STATUS,
)
from specpress.diagnostics.codes.rendering import UNKNOWN_SCHEMA_TYPE
from specpress.lift.rendering.words import typed
from specpress.lift.swaggerui.contents import Contents, media_of
from specpress.lift.swaggerui.dom import prose, tagged, words
from specpress.readers.element import Element
from specpress.tree import Node

_STATUS: Final = re.compile(r"[1-5](?:\d\d|XX)|default", re.IGNORECASE)


_DRAWN: Final = (
    "model-box",
    "highlight-code",
    "microlight",
    "json-schema-2020-12",
)
"""Classes of what shows a schema or a sample."""


class Answers:
    """Reads the rows of responses."""

    def __init__(self, contents: Contents, report: Report) -> None:
        self._contents = contents
        self._report = report

    def read(self, operation: Element) -> Node:
        """Return the responses (OpenAPI 3.0.3, 4.7.16) of *operation*."""
        wrapper = operation.first("responses-wrapper") or operation
        shared = media_of(next(_headers(wrapper), None))
        found: dict[str, Node] = {}
        for row in wrapper.all("response"):
            if row.tag != "tr":
                continue
            cell = row.first("response-col_status")
            text, span = words(cell) if cell else ("", row.span)
            status = (row.attributes.get("data-code") or text).split()[:1]
            name = status[0] if status else ""
            if not _STATUS.fullmatch(name):
                self._report.add(UNKNOWN_STATUS.at(span, status=name or text))
                continue
            name = name.upper() if name.lower() != "default" else "default"
            if name in found:
                self._report.add(REPEATED_STATUS.at(span, status=name))
                continue
            response = self._response(row, shared)
            found[name] = Node(response, row.span, span)
        if not found:
            self._report.add(NO_RESPONSES.at(wrapper.span))
            default = {"default": {"description": ""}}
            return Node.of(default, wrapper.span, origin="default")
        return Node(found, wrapper.span)

    def _response(self, row: Element, shared: list[Node]) -> dict[str, Node]:
        cell = row.first("response-col_description") or row
        inner = row.first("response-col_description__inner")
        told = prose(inner if inner is not None else cell)
        members = {"description": told or Node("", cell.span)}
        controls = row.first("response-controls") or cell
        media = media_of(controls)
        example = row.first("model-example") or cell
        drawn = any(map(example.first, _DRAWN))
        if drawn or media:
            content = self._contents.content(example, media or shared)
            if content is not None:
                members["content"] = content
        table = row.first("headers")
        if table is not None and (headers := self._headers(table)):
            members["headers"] = Node(headers, table.span)
        return members

    def _headers(self, table: Element) -> dict[str, Node]:
        """Return the headers (OpenAPI 3.0.3, 4.7.21): name, description, type."""
        found: dict[str, Node] = {}
        for row in tagged(table, "tr"):
            cells = [each for each in row.children if each.tag == "td"]
            if len(cells) < 3:
                continue
            name, span = words(cells[0])
            word, at = words(cells[2])
            plain = typed(word.split("(")[0].strip())
            if plain is None:
                said = {"type": word, "name": name}
                self._report.add(UNKNOWN_SCHEMA_TYPE.at(at, **said))
            members = {"schema": Node.of(plain or {}, at)}
            if told := prose(cells[1]):
                members["description"] = told
            found[name] = Node(members, span, span)
        return found


def _headers(wrapper: Element) -> Iterator[Element]:
    """Yield the line above the table, where pages of OpenAPI 2.0 name media types."""
    for child in wrapper.children:
        if child.has("opblock-section-header"):
            yield child
