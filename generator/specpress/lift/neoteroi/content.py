"""Media types with their schemas and examples: of a body, or of a response."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import BAD_EXAMPLE, NOT_A_SCHEMA
from specpress.lift.neoteroi import texts
from specpress.lift.neoteroi.stream import Part
from specpress.readers.element import Element
from specpress.readers.json import read_json_text
from specpress.source import Span
from specpress.tree import Node, escape

_WRAPPER: Final = frozenset(("summary", "description", "value", "externalValue"))


class Contents:
    """What one body or response holds; *phrase* is what its status is called."""

    def __init__(self, span: Span, report: Report, phrase: str = "") -> None:
        self._span = span
        self._report = report
        self._phrase = phrase
        self._media: dict[str, tuple[Span, dict[str, Node]]] = {}
        self._last: dict[str, Node] = {}
        self._also: list[tuple[list[str], dict[str, Node]]] = []
        self._common: Node | None = None
        self.headers: Node | None = None

    def begin(self, part: Part) -> None:
        """Begin the media type that *part* names."""
        self._last = self._media.setdefault(part.text, (part.element.span, {}))[1]

    def take(self, part: Part, state: str) -> bool:
        """Take *part*, which stands in *state*; False when it does not belong here."""
        if part.kind == "code":
            if state == "example" and "schema" not in self._last:
                self._example(part.element)
            else:
                self._schema(part.element)
            return True
        if part.kind != "prose":
            return False
        text = part.text
        if found := texts.ALSO.fullmatch(text):
            names = [each.strip() for each in found[1].split(",")]
            self._also.append((names, self._last))
            return True
        if texts.GENERATED in text:
            self._last.pop("example", None)
            return True
        return not any(char.isalnum() for char in text)

    def refer(self, part: Part) -> None:
        """Take the link to a common response in *part*."""
        if found := texts.COMMON.fullmatch(part.text):
            ref = f"#/components/responses/{escape(found[1])}"
            self._common = Node.of({"$ref": ref}, part.element.span)

    def node(self) -> Node:
        """Return the content (a map of Media Type Objects, OpenAPI 3.0.3, 4.7.14)."""
        made: dict[str, Node] = {}
        for name, (span, members) in self._media.items():
            made[name] = Node(members, span, span)
        for names, members in self._also:
            schema = {k: v for k, v in members.items() if k == "schema"}
            for name in names:
                made.setdefault(name, Node(schema, self._span))
        return Node(made, self._span)

    def response(self) -> Node:
        """Return the Response Object (OpenAPI 3.0.3, 4.7.17), or what it refers to."""
        if self._common is not None:
            return Node(self._common.value, self._common.span, self._span)
        members = {"description": Node(self._phrase, self._span)}
        if self.headers is not None:
            members["headers"] = self.headers
        if self._media:
            members["content"] = self.node()
        return Node(members, self._span, self._span)

    def _example(self, element: Element) -> None:
        tried = Report()
        text = _code(element).text
        read = read_json_text(text.text, text.source, tried, text.offset)
        if read is None:
            whole, span = text.trimmed()
            for fault in list(tried)[:1]:
                reason = fault.message.partition(";")[0]
                self._report.add(BAD_EXAMPLE.at(fault.span, reason=reason))
            read = Node(whole, span)
        if read.is_object and "value" in read.map and _WRAPPER.issuperset(read.map):
            read = read.map["value"]
        self._last.setdefault("example", read)

    def _schema(self, element: Element) -> None:
        text = _code(element).text
        if not text.text.strip() or "schema" in self._last:
            return
        read = read_json_text(text.text, text.source, self._report, text.offset)
        if read is None:
            return
        if not read.is_object:
            found = str(read.plain())[:60]
            self._report.add(NOT_A_SCHEMA.at(read.span, found=found))
            return
        self._last["schema"] = Node(read.value, read.span)


def _code(element: Element) -> Element:
    """Return the innermost element that holds the text of the code."""
    for tag in ("code", "pre"):
        for each in element.walk():
            if each.tag == tag and each.text.text.strip():
                return each
    return element
