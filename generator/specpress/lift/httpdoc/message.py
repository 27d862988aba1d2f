"""An HTTP example: its start line, its headers and its body."""

from __future__ import annotations

from dataclasses import dataclass

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import UNKNOWN_HEADER
from specpress.readers.element import Element
from specpress.readers.slices import Text
from specpress.source import Span


@dataclass(frozen=True, slots=True)
class Header:
    """One header of a message; *name* is in lower case."""

    name: str
    value: str
    text: Text
    span: Span


@dataclass(frozen=True, slots=True)
class Message:
    """The headers and the body of an HTTP example."""

    headers: tuple[Header, ...]
    body: Text

    def header(self, name: str) -> Header | None:
        """Return the first header *name*, or None."""
        return next((each for each in self.headers if each.name == name), None)


def read_message(example: Element, report: Report, known: tuple[str, ...]) -> Message:
    """Return the message that *example* shows, reporting headers that are not *known*."""
    headers: list[Header] = []
    name: Element | None = None
    for element in example.walk():
        if element.has("header-line"):
            name = element
        elif element.has("header-value") and name is not None:
            word = name.text.text.strip().lower()
            text = element.text
            value, span = text.trimmed()
            if word in known:
                headers.append(Header(word, value, text, span))
            else:
                report.add(UNKNOWN_HEADER.at(name.span, name=word))
            name = None
    *_, body = example.gaps()
    return Message(tuple(headers), body)
