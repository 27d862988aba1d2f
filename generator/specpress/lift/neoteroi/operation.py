"""The parts below the heading of an operation, as an operation."""

from __future__ import annotations

from collections.abc import Sequence

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import NO_RESPONSES
from specpress.diagnostics.codes.rendering import UNKNOWN_SECTION, UNKNOWN_TEXT
from specpress.lift.neoteroi import texts
from specpress.lift.neoteroi.content import Contents
from specpress.lift.neoteroi.parameters import Asked, read_headers, read_parameters
from specpress.lift.neoteroi.stream import Part
from specpress.lift.rendering.markdown import markdown
from specpress.source import Span
from specpress.tree import Node

_ALONE = frozenset((texts.REQUEST, texts.RESPONSES))


class Reader:
    """Reads the parts of one operation, in order; each belongs to the label before."""

    def __init__(self, schemes: frozenset[str], report: Report) -> None:
        self._schemes = schemes
        self._report = report
        self.members: dict[str, Node] = {}
        self.asked = Asked()
        self._prose: list[Part] = []
        self._body: Contents | None = None
        self._answers: dict[str, Contents] = {}
        self._contents: Contents | None = None
        self._state = "summary"

    def read(self, parts: Sequence[Part], span: Span) -> Node:
        """Return the operation (OpenAPI 3.0.3, 4.7.10) that *parts* describe."""
        for part in parts:
            if part.kind == "label" and self._label(part):
                continue
            if part.kind == "heading" and self._answer(part):
                continue
            self._content(part)
        if self._prose:
            blocks = (markdown(each.element) or each.text for each in self._prose)
            first, last = self._prose[0].element, self._prose[-1].element
            place = Span(span.file, first.span.start, last.span.end)
            self.members["description"] = Node("\n\n".join(blocks), place)
        if self.asked.parameters:
            self.members["parameters"] = Node(self.asked.parameters)
        if self._body is not None:
            content = self._body.node()
            self.members["requestBody"] = Node({"content": content}, content.span)
        self.members["responses"] = self._responses(span)
        if self.asked.security:
            self.members["security"] = Node(self.asked.security)
        return Node(self.members, span, span)

    def _label(self, part: Part) -> bool:
        """Take *part* as a label; False when it is prose."""
        word = part.text.lower()
        if part.level == 2 and (status := texts.status_of(part.text)):
            self._open(part, *status)
        elif word in _ALONE or word in texts.LABELS:
            self._state = word
            if word == texts.REQUEST:
                self._contents = self._body = Contents(part.element.span, self._report)
        elif texts.MEDIA.fullmatch(part.text) and self._contents is not None:
            self._contents.begin(part)
            self._state = "example"
        else:
            return False
        return True

    def _answer(self, part: Part) -> bool:
        status = texts.status_of(part.text)
        if status is None:
            return False
        self._open(part, *status)
        return True

    def _open(self, part: Part, status: str, phrase: str) -> None:
        contents = Contents(part.element.span, self._report, phrase)
        self._contents = self._answers.setdefault(status, contents)
        self._state = "response"

    def _content(self, part: Part) -> None:
        """Take *part* as what the label before it announces."""
        if part.kind == "prose" and not part.text:
            return
        match self._state:
            case "summary":
                self._summary(part)
            case texts.DESCRIPTION:
                self._prose.append(part)
            case texts.PARAMETERS if part.kind == "table":
                read_parameters(part, self._schemes, self.asked, self._report)
            case (
                "example" | texts.REQUEST_SCHEMA | texts.RESPONSE_SCHEMA
            ) if self._contents is not None and self._contents.take(part, self._state):
                pass
            case "response" if self._contents is not None and part.kind == "prose":
                self._contents.refer(part)
            case _ if part.kind == "table" and self._contents is not None:
                self._contents.headers = read_headers(part, self._report)
            case _:
                self._unknown(part)

    def _summary(self, part: Part) -> None:
        if part.kind == "prose" and "summary" not in self.members:
            text = " ".join(markdown(part.element).split())
            self.members["summary"] = Node(text, part.element.inner)
        else:
            self._unknown(part)

    def _unknown(self, part: Part) -> None:
        element = part.element
        grave = part.kind in ("table", "code", "heading")
        shown = " ".join(element.text.text.split())[:60]
        code = UNKNOWN_SECTION if grave else UNKNOWN_TEXT
        self._report.add(code.at(element.span, path=element.path, text=shown))

    def _responses(self, span: Span) -> Node:
        made: dict[str, Node] = {}
        for status, contents in self._answers.items():
            made[status] = contents.response()
        if not made:
            self._report.add(NO_RESPONSES.at(span))
            made["default"] = Node.of({"description": ""}, span, origin="default")
        return Node(made, span)
