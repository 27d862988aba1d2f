"""One section of an operation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import NO_RESPONSES
from specpress.diagnostics.codes.rendering import UNKNOWN_SECTION
from specpress.lift.redoc.answers import Answers, content_of, media_in
from specpress.lift.redoc.fields import Fields
from specpress.lift.redoc.layout import (
    BODY,
    HEADINGS,
    PARAMETERS,
    column_of,
    flat,
    sections,
    tables_of,
)
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.markdown import markdown
from specpress.lift.swaggerui.dom import tagged, words
from specpress.readers.element import Element
from specpress.tree import Node

_ID: Final = re.compile(r"(?:^|/)operation/(.+)$")


class Operations:
    """Reads sections of operations."""

    def __init__(self, fields: Fields, report: Report, taken: Account) -> None:
        self._fields = fields
        self._answers = Answers(fields, report, taken)
        self._report = report
        self._taken = taken

    def read(self, section: Element, path: str) -> Node:
        """Return the operation (OpenAPI 3.0.3, 4.7.10) of *section*, at *path*."""
        column = column_of(section)
        parts = list(flat(column))
        members: dict[str, Node] = {}
        if name := _operation_id(section):
            members["operationId"] = name
        at = 0
        if parts and parts[0].tag in ("h1", "h2", "h3"):
            self._title(parts[0], members)
            self._taken.take(parts[0])
            at = 1
        told: list[Element] = []
        while at < len(parts) and parts[at].tag not in HEADINGS:
            told.append(parts[at])
            at += 1
        self._taken.take(*(each for each in told if not tagged(each, "td")))
        texts = [markdown(each) for each in told]
        if text := "\n\n".join(each for each in texts if each):
            members["description"] = Node(text, told[0].span)
        _check_title(members, path)
        parameters: list[Node] = []
        for heading, inside in sections(parts[at:]):
            self._section(heading, inside, members, parameters)
        if parameters:
            members["parameters"] = Node(parameters)
        if "responses" not in members:
            self._report.add(NO_RESPONSES.at(section.span))
            default = {"default": {"description": ""}}
            members["responses"] = Node.of(default, section.span, origin="default")
        return Node(members, section.span, section.span)

    def _title(self, heading: Element, members: dict[str, Node]) -> None:
        text, span = words(heading)
        for each in tagged(heading, "span"):
            if each.attributes.get("type") == "warning":
                members["deprecated"] = Node(True, each.span)
                text = text.removesuffix(words(each)[0]).strip()
        name = members.get("operationId")
        if text and (name is None or text != name.text):
            members["summary"] = Node(text, span)

    def _section(
        self,
        heading: Element,
        inside: Sequence[Element],
        members: dict[str, Node],
        parameters: list[Node],
    ) -> None:
        text, span = words(heading)
        self._taken.take(heading)
        if found := PARAMETERS.fullmatch(text):
            for table in (each for part in inside for each in tables_of(part)):
                parameters.extend(self._parameters(table, found[1].lower()))
        elif BODY.fullmatch(text):
            members["requestBody"] = self._body(heading, inside)
        elif text.lower() == "responses":
            members["responses"] = self._answers.read(inside, heading)
        elif text.lower().startswith(("authorizations", "callbacks")):
            self._taken.take(*inside)  # read apart; callbacks are folded
        else:
            shown = {"path": heading.path, "text": text[:60]}
            self._report.add(UNKNOWN_SECTION.at(span, **shown))

    def _parameters(self, table: Element, place: str) -> list[Node]:
        found: list[Node] = []
        for row in self._fields.rows(table):
            span = row.name.span
            members = {"name": row.name, "in": Node(place, table.span)}
            if row.description is not None:
                members["description"] = row.description
            members["required"] = Node(place == "path" or row.required, span)
            if row.deprecated is not None:
                members["deprecated"] = row.deprecated
            members["schema"] = row.schema
            found.append(Node(members, span, span))
        return found

    def _body(self, heading: Element, inside: Sequence[Element]) -> Node:
        """Return the request body (OpenAPI 3.0.3, 4.7.13) below *heading*."""
        media = media_in(heading)
        schema, told = self._answers.drawn(inside)
        members: dict[str, Node] = {}
        if told is not None:
            members["description"] = told
        members["content"] = content_of(media, schema, heading)
        if "required" in [words(each)[0] for each in tagged(heading, "div", "span")]:
            members["required"] = Node(True, heading.span)
        return Node(members, heading.span)


def _check_title(members: dict[str, Node], path: str) -> None:
    """Leave out a summary that the tool took from elsewhere, having none.

    It takes the operationId, the beginning of the description, or the path.
    """
    summary = str(members["summary"].text) if "summary" in members else ""
    description = members.get("description")
    begins = str(description.text).startswith(summary) if description else False
    if summary and (summary == path or (len(summary) == 50 and begins)):
        del members["summary"]


def _operation_id(section: Element) -> Node | None:
    for element in section.walk():
        found = _ID.search(element.attributes.get("data-section-id", ""))
        if found:
            return Node(unquote(found[1]), element.span)
    return None
