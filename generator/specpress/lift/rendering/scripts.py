"""JSON that stands in the scripts of a page: read as data, never run."""

from __future__ import annotations

import json
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import BAD_JSON
from specpress.readers.element import Element
from specpress.readers.json import read_json_text
from specpress.tree import Node

_DECODER: Final = json.JSONDecoder()


def json_after(
    script: Element, start: int, what: str, path: str, report: Report
) -> Node | None:
    """Return the JSON value that begins at *start* in the text of *script*.

    None, with the reason reported, when there stands none. *what* it is and the *path*
    of the script are for the reader of the report.
    """
    source = script.source
    base = script.inner.start
    text = source.text[base : script.inner.end]
    try:
        _, end = _DECODER.raw_decode(text, start)
    except ValueError:
        begin = base + start
        span = source.span(begin, min(begin + 40, script.inner.end))
        report.add(BAD_JSON.at(span, path=path, what=what))
        return None
    return read_json_text(
        text[start:end], source, report, lambda index: base + start + index
    )
