"""Media types, and the examples below them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import BAD_EXAMPLE, BAD_MEDIA_TYPE
from specpress.lift.httpdoc.message import Header
from specpress.readers.json import read_json_text
from specpress.readers.slices import Text
from specpress.tree import Node

_PART: Final = re.compile(r"(?:\"(?:[^\"\\]|\\.)*\"|[^,\"]|\")+")
_MEDIA: Final = re.compile(r"[^\s/;,]+/[^\s/;,]+\s*(?:;.*)?", re.DOTALL)
_NO_EXAMPLE: Final = (None, {"example": "Example goes here"})
"""What the tool writes where the description has no example."""


def media_types(header: Header, report: Report) -> Iterator[Node]:
    """Yield the media types that *header* lists, each with its place."""
    begin = header.text.text.find(header.value)
    for found in _PART.finditer(header.value):
        media = found[0].strip()
        span = header.text.span(begin + found.start(), begin + found.end())
        if media:
            if not _MEDIA.fullmatch(media):
                report.add(BAD_MEDIA_TYPE.at(span, media=media))
            yield Node(media, span)


def read_example(body: Text, media: str, report: Report) -> Node | None:
    """Return the example that stands in *body*, or None when there is none.

    JSON is read as such whatever the media type, since the tool writes examples of any
    type as JSON; other text is kept as a string.
    """
    text, span = body.trimmed()
    if not text:
        return None
    tried = Report()
    read = read_json_text(body.text, body.source, tried, body.offset)
    if read is not None:
        return None if read.plain() in _NO_EXAMPLE else read
    if "json" in media.lower():
        for fault in tried:
            report.add(BAD_EXAMPLE.at(fault.span, reason=_reason(fault.message)))
    return Node(text, span)


def _reason(message: str) -> str:
    """Return the fault alone, without what the JSON reader did about it."""
    return message.partition(";")[0].removeprefix("broken JSON: ")
