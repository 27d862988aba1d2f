"""The responses of an operation, and what a body or response holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import REPEATED_STATUS, UNKNOWN_STATUS
from specpress.diagnostics.codes.swaggerui import FOLDED
from specpress.lift.redoc.fields import Fields
from specpress.lift.redoc.layout import SCHEMA, answers_of, flat, is_prose, sections
from specpress.lift.redoc.rows import described
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.markdown import markdown
from specpress.lift.swaggerui.contents import media_of
from specpress.lift.swaggerui.dom import tagged, words
from specpress.readers.element import Element
from specpress.tree import Node

_MEDIA: Final = re.compile(r"[\w.+*-]+/[\w.+*-]+(?:\s*;\s*\S+)?")
_STATUS: Final = re.compile(r"[1-5](?:\d\d|XX)|default", re.IGNORECASE)


class Answers:
    """Reads responses, and schemas below their headings."""

    def __init__(self, fields: Fields, report: Report, taken: Account) -> None:
        self._fields = fields
        self._report = report
        self._taken = taken

    def read(self, inside: Sequence[Element], heading: Element) -> Node:
        """Return the responses (OpenAPI 3.0.3, 4.7.16) in the boxes *inside*."""
        found: dict[str, Node] = {}
        for part in (each for one in inside for each in answers_of(one)):
            head = part.children[0]
            strong = tagged(head, "strong")
            text, span = words(strong[0]) if strong else words(head)
            status = text.split()[0] if text.split() else ""
            if not _STATUS.fullmatch(status):
                self._report.add(UNKNOWN_STATUS.at(span, status=text))
                continue
            status = "default" if status.lower() == "default" else status.upper()
            if status in found:
                self._report.add(REPEATED_STATUS.at(span, status=status))
                continue
            self._taken.take(head)
            found[status] = Node(self._response(part, head), part.span, span)
        return Node(found, heading.span)

    def _response(self, part: Element, head: Element) -> dict[str, Node]:
        told = (each for each in head.children if each.tag not in ("strong", "svg"))
        text = "\n\n".join(text for each in told if (text := markdown(each)))
        members = {"description": Node(text, head.span)}
        closed = head.attributes.get("aria-expanded") == "false"
        if closed and "disabled" not in head.attributes:
            self._report.add(FOLDED.at(head.span))
        below = [each for one in part.children[1:] for each in flat(one)]
        for table in (each for each in below if each.tag == "table"):
            caption = next(
                (each for each in table.children if each.tag == "caption"), None
            )
            if caption is not None and "headers" in words(caption)[0].lower():
                self._taken.take(caption)
                headers = {
                    str(row.name.text): _header(described(row), row.name)
                    for row in self._fields.rows(table)
                }
                members["headers"] = Node(headers, table.span)
        for heading, inside in sections(below):
            if SCHEMA.fullmatch(words(heading)[0]):
                self._taken.take(heading)
                schema, _ = self.drawn(inside)
                members["content"] = content_of(media_in(heading), schema, heading)
        return members

    def drawn(self, inside: Sequence[Element]) -> tuple[Node | None, Node | None]:
        """Return the schema and the prose before it."""
        told: Node | None = None
        rest = list(inside)
        if rest and is_prose(rest[0]):
            text = markdown(rest[0])
            self._taken.take(rest[0])
            told = Node(text, rest[0].inner) if text else None
            rest = rest[1:]
        rest = [each for each in rest if words(each)[0]]
        return self._fields.top(rest, "body"), told


def _header(schema: Node, name: Node) -> Node:
    """Return a Header Object (OpenAPI 3.0.3, 4.7.21) of *schema*."""
    inside = {key: each for key, each in schema.items() if key != "description"}
    members = {"schema": Node(inside, schema.span)}
    if "description" in schema.map:
        members["description"] = schema.map["description"]
    return Node(members, schema.span, name.span)


def content_of(media: list[Node], schema: Node | None, heading: Element) -> Node:
    """Return the content: the schema is that of the first media type."""
    content: dict[str, Node] = {}
    for index, each in enumerate(media):
        held = {"schema": schema} if schema is not None and index == 0 else {}
        content[str(each.text)] = Node(held, each.span, each.span)
    return Node(content, heading.span)


def media_in(heading: Element) -> list[Node]:
    """Return the media types that *heading* names, the one shown first."""
    if media := media_of(heading):
        return media
    for each in tagged(heading, "span", "div"):
        text, span = words(each)
        if _MEDIA.fullmatch(text):
            return [Node(text, span)]
    found = re.search(_MEDIA.pattern, words(heading)[0])
    return [Node(found[0] if found else "*/*", heading.span)]
