"""The parts of a drawn model, apart from those of models inside it."""

from __future__ import annotations

from collections.abc import Iterator

from specpress.lift.swaggerui.dom import own, words
from specpress.readers.element import Element
from specpress.tree import Node


def own_parts(model: Element) -> Iterator[Element]:
    """Yield the elements of *model*, none of those inside a model or table in it."""
    for child in model.children:
        yield child
        if not is_model(child) and child.tag != "table":
            yield from own_parts(child)


def is_model(element: Element) -> bool:
    """Return whether *element* draws a schema."""
    return element.tag == "span" and element.has("model")


def outer_models(element: Element) -> Iterator[Element]:
    """Yield the models in *element*, none of those inside another one."""
    for child in element.children:
        if is_model(child):
            yield child
        else:
            yield from outer_models(child)


def naming(parts: list[Element]) -> tuple[Node | None, Node | None]:
    """Return the name of the component, as far as it is told, and the title."""
    hint = next((each for each in parts if each.has("model-hint")), None)
    shown = next((each for each in parts if each.has("model-title__text")), None)
    shown = shown or next((each for each in parts if each.has("model-title")), None)
    title = Node(*words(shown)) if shown is not None else None
    if hint is not None and "/" in words(hint)[0]:
        path, span = words(hint)
        name = Node(path.rpartition("/")[2], span)
        return (name, title) if name.text else (title, title)
    return title, title


def own_text(model: Element) -> str:
    """Return the text of *model* that stands in no model inside it."""
    inner = [each for each in own_parts(model) if is_model(each)]
    start = model.inner.start
    end = inner[0].span.start if inner else model.inner.end
    return model.source.text[start:end].rpartition(">")[2] + "".join(
        gap.text for each in (model, *own(model, "model")) for gap in each.gaps()
    )


def rows_of(table: Element) -> Iterator[Element]:
    """Yield the rows of *table*, none of those of a table inside it."""
    for child in table.children:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead"):
            yield from rows_of(child)


def cells_of(row: Element) -> tuple[Element, Element]:
    """Return the first cell of *row*, and the last one with a model, or else the last."""
    cells = [each for each in row.children if each.tag in ("td", "th")]
    shown = [each for each in cells[1:] if any(map(is_model, each.walk()))]
    return (cells[0], (shown or cells)[-1]) if cells else (row, row)


def begins_a_line(element: Element) -> bool:
    """Return whether *element* is a keyword in a line of its own (older versions)."""
    first = element.children[0] if element.children else None
    return element.tag == "span" and first is not None and first.tag == "br"
