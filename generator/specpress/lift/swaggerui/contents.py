"""Media types with a schema or a sample: of a body, of a response."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.swaggerui import SAMPLE_ONLY
from specpress.lift.rendering.samples import sampled
from specpress.lift.swaggerui.dom import options, tagged
from specpress.lift.swaggerui.models import Models
from specpress.lift.swaggerui.modern import Modern
from specpress.lift.swaggerui.names import Names
from specpress.readers.element import Element
from specpress.readers.json import read_json_text
from specpress.source import Span
from specpress.tree import Node

_ARTICLE: Final = "json-schema-2020-12"
_ANY: Final = "*/*"


class Contents:
    """Reads what a page shows of media types."""

    def __init__(self, names: Names, report: Report) -> None:
        self._models = Models(names, report)
        self._modern = Modern(names, report)
        self._report = report

    def content(
        self, box: Element, media: list[Node], *, request: bool = False
    ) -> Node | None:
        """Return the content (a map of Media Type Objects, OpenAPI 3.0.3, 4.7.14).

        *media* are the types to choose from: the page shows the first one; of the
        others only the names.
        """
        members = self.shown(box, request=request)
        if not media and not members:
            return None
        span = media[0].span if media else box.span
        first = media or [Node(_ANY, box.span, origin="default")]
        content: dict[str, Node] = {}
        for index, each in enumerate(first):
            held = members if index == 0 else {}
            content[str(each.text)] = Node(held, each.span, each.span)
        return Node(content, span)

    def shown(self, box: Element, *, request: bool = False) -> dict[str, Node]:
        """Return schema or example of the media type that *box* shows."""
        if (schema := self.schema(box)) is not None:
            return {"schema": schema}
        sample = self.sample(box)
        if sample is None:
            return {}
        members = {"example": sample}
        if request:
            self._report.add(SAMPLE_ONLY.at(sample.span))
            members["schema"] = sampled(sample)
        return members

    def schema(self, box: Element) -> Node | None:
        """Return the schema that is drawn in *box*, or None."""
        drawn = next((each for each in box.walk() if each.has(_ARTICLE)), None)
        if drawn is not None:
            return self._modern.read(drawn)
        drawn = box.first("model-box")
        return self._models.read(drawn) if drawn is not None else None

    def sample(self, box: Element) -> Node | None:
        """Return the sample that stands in *box*, or None."""
        holder = box.first("highlight-code") or box.first("microlight")
        codes = tagged(holder, "code", "pre") if holder is not None else []
        areas = tagged(box, "textarea")
        for element in (*reversed(codes), *areas):
            text = element.text
            whole, span = text.trimmed()
            if not whole:
                continue
            read = read_json_text(text.text, text.source, Report(), text.offset)
            return read if read is not None else Node(whole, span)
        return None


def media_of(element: Element | None) -> list[Node]:
    """Return the media types that the first select in *element* offers."""
    if element is None:
        return []
    for select in tagged(element, "select"):
        if select.has("content-type") or any(
            "/" in str(each.text) for each in options(select)
        ):
            return [each for each in options(select) if "/" in str(each.text)]
    return []


def place_of(content: Node) -> Span:
    """Return where *content* is told."""
    return content.span
