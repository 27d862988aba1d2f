"""The links of a response: text, each with a table of expressions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.lift.rendering.tables import records
from specpress.lift.widdershins.blocks import Block
from specpress.tree import Node

_LINK: Final = re.compile(
    r"\*\*(?P<name>.+?)\*\* => (?:\[[^\]]*\]\(#opId(?P<id>[^)]+)\)|(?P<ref>\S+))"
)


def read_links(blocks: Sequence[Block], report: Report) -> dict[str, Node]:
    """Return the links (OpenAPI 3.0.3, 4.7.20) that *blocks* show, by name."""
    found: dict[str, Node] = {}
    name = ""
    for block in blocks:
        shown = _LINK.fullmatch(block.text.strip()) if block.kind == "text" else None
        if shown is not None:
            block.used = True
            name = shown["name"]
            key = "operationId" if shown["id"] else "operationRef"
            target = Node(shown["id"] or shown["ref"], block.span)
            found[name] = Node({key: target}, block.span, block.span)
        elif block.table is not None and name:
            block.used = True
            rows = records(block.table, ("name", "example"), (), report)
            given = {row.text("name"): _value(row.text("example")) for row in rows}
            parameters = Node.of(given, block.span)
            members = {**found[name].map, "parameters": parameters}
            found[name] = Node(members, found[name].span, found[name].key_span)
    return found


def _value(text: str) -> str:
    return text.strip("`")
