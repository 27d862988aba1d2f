"""How certain a fact is that a lifter of hand-made pages read."""

from __future__ import annotations

from typing import Final

from specpress.tree import Node

EXTENSION: Final = "x-specpress-confidence"
"""The extension that holds, for each part of a fact that is not certain, a number from
0 to 1."""


def confidence(node: Node) -> int:
    """Return how certain *node*, a parameter or schema, is in percent: its least
    certain part counts. What is not told to be less is certain.

    >>> confidence(Node.of({EXTENSION: {"type": 0.6, "location": 0.7}}))
    60
    """
    held = node.get(EXTENSION)
    numbers = [
        each.value
        for each in (held.map.values() if held else ())
        if isinstance(each.value, int | float) and 0 <= each.value <= 1
    ]
    return round(100 * min(numbers, default=1))
