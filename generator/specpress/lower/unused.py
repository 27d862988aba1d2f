"""The parts of a description that no client needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.lower import UNUSED_PART
from specpress.lower.places import place
from specpress.tree import Node

_WHY: Final = {
    "links": "calls are made by hand",
}


def note_unused(node: Node, keys: Iterable[str], report: Report) -> None:
    """Note which of *keys*, parts that no client needs, *node* has."""
    for key in keys:
        if (part := node.get(key)) is not None and (part.map or part.list):
            report.add(UNUSED_PART.at(place(part), part=key, why=_WHY[key]))
