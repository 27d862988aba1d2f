"""Ways through the elements that Swagger UI renders."""

from __future__ import annotations

from collections.abc import Iterator

from specpress.lift.rendering.markdown import markdown
from specpress.readers.element import Element
from specpress.source import Span
from specpress.tree import Node

_PROSE = ("renderedmarkdown", "markdown")


def own(element: Element, *borders: str) -> Iterator[Element]:
    """Yield the elements inside *element*, none inside one with a class of *borders*."""
    for child in element.children:
        yield child
        if not any(child.has(name) for name in borders):
            yield from own(child, *borders)


def words(element: Element) -> tuple[str, Span]:
    """Return the text of *element* in one line, without breaking spaces of no width."""
    text, span = element.text.trimmed()
    return " ".join(text.replace("\u200b", "").split()), span


def prose(element: Element | None) -> Node | None:
    """Return the rendered Markdown in *element*, or None when there is none."""
    if element is None:
        return None
    boxes = [each for each in element.walk() if any(map(each.has, _PROSE))]
    for box in boxes:
        if text := markdown(box):
            return Node(text, box.inner)
    return None


def tagged(element: Element, *tags: str) -> list[Element]:
    """Return the elements inside *element* that are one of *tags*."""
    return [each for each in element.walk() if each.tag in tags]


def options(element: Element | None) -> list[Node]:
    """Return the values of the options in *element* (a select, or around one)."""
    if element is None:
        return []
    found: list[Node] = []
    for option in tagged(element, "option"):
        value = option.attributes.get("value", option.text.text.strip())
        found.append(Node(value, option.span))
    return found
