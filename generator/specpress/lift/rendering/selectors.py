"""Where an element stands, as a CSS selector that finds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.readers.element import Element

_NAME: Final = re.compile(r"-?[A-Za-z_][\w-]*")
"""Identifiers that CSS takes as they stand."""


def selector(trail: Sequence[Element]) -> str:
    """Return the selector of the last element of *trail*, which holds all around it.

    It begins at the innermost element that has an id, as that finds one place.
    """
    steps: list[str] = []
    for index in range(len(trail) - 1, -1, -1):
        element = trail[index]
        name = element.attributes.get("id", "")
        if _NAME.fullmatch(name):
            steps.append(f"#{name}")
            break
        if element.tag:
            around = trail[index - 1] if index else None
            steps.append(_step(element, around))
    return " > ".join(reversed(steps))


def _step(element: Element, around: Element | None) -> str:
    """Return *element* as one step of a selector: its tag and classes, its number."""
    names = element.attributes.get("class", "").split()
    step = ".".join((element.tag, *(each for each in names if _NAME.fullmatch(each))))
    alike = (
        [each for each in around.children if each.tag == element.tag] if around else []
    )
    if len(alike) > 1:
        place = next(i for i, each in enumerate(alike, 1) if each.span == element.span)
        step = f"{step}:nth-of-type({place})"
    return step
