"""Documents in tests: what a diagnostic says, and the text that it points at."""

from __future__ import annotations

import json

from specpress.diagnostics.model import Diagnostic, Report
from specpress.readers.json import read_json
from specpress.source import Source
from specpress.tree import Node


def place_and_message(diagnostic: Diagnostic, text: str) -> str:
    """Return *diagnostic* with the part of *text* that it covers, cut short."""
    code, span = diagnostic.code, diagnostic.span
    covered = text[span.start : span.end][:30]
    return f"{covered}: {code.severity}[{code.id}]: {diagnostic.message}"


def read(data: object) -> tuple[Node, str]:
    """Return *data* as a document with places, and the text that they are in."""
    text = json.dumps(data)
    node = read_json(Source("a.json", text), Report())
    assert node is not None
    return node, text
