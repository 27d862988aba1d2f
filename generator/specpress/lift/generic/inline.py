"""Text within a paragraph or a cell: elements to pieces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specpress.lift.generic.blocks import Mark, Piece
from specpress.readers.element import Element
from specpress.readers.slices import Text

INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label"
    " mark nobr q s samp small span strike strong sub sup time tt u var wbr".split()
)
"""Elements that stand in a line of text."""
SILENT: Final = frozenset(
    "audio base button canvas datalist embed head iframe input link meta noscript object"
    " optgroup option script select style svg template textarea title video".split()
)
"""Elements that say nothing to a reader of the reference."""

_MARKS: Final[dict[str, Mark]] = {
    "a": "link",
    "b": "strong",
    "code": "code",
    "em": "em",
    "i": "em",
    "kbd": "code",
    "label": "badge",
    "samp": "code",
    "strong": "strong",
    "tt": "code",
    "var": "code",
}
_ANCHORS: Final = frozenset("¶ # § 🔗 ⚓ ↩ link".split())


def contents(element: Element) -> Iterator[Text | Element]:
    """Yield what stands directly in *element*: text and elements by turns."""
    gaps = element.gaps()
    yield next(gaps)
    for child in element.children:
        yield child
        yield next(gaps)


def is_inline(element: Element) -> bool:
    """Return whether *element* stands in a line and holds nothing that does not."""
    inline = element.tag in INLINE or element.tag in SILENT
    return inline and all(
        each.tag in INLINE or each.tag in SILENT for each in element.walk()
    )


def is_silent(element: Element) -> bool:
    """Return whether a reader does not see *element*."""
    style = element.attributes.get("style", "").replace(" ", "").lower()
    return (
        element.tag in SILENT
        or "hidden" in element.attributes
        or "display:none" in style
    )


def pieces(element: Element, mark: Mark = "text", hint: str = "") -> Iterator[Piece]:
    """Yield the text in *element*; what is marked twice counts as the outer mark."""
    for part in contents(element):
        if isinstance(part, Text):
            if part.text:
                yield Piece(part.text, mark, part.span(), hint)
        elif part.tag == "br":
            yield Piece("\n", "break", part.span)
        elif part.tag == "img":
            if alt := part.attributes.get("alt", "").strip():
                yield Piece(alt, "badge", part.span, "img")
        elif not is_silent(part):
            yield from _marked(part, mark, hint)


def _marked(part: Element, mark: Mark, hint: str) -> Iterator[Piece]:
    own = _MARKS.get(part.tag, mark)
    text = part.text
    if own == "link" and text.text.strip().lower() in _ANCHORS:
        return
    if own == "code" and mark != "code" and not any(c.tag == "br" for c in part.walk()):
        yield Piece(text.text, "code", text.span(), " ".join(part.classes))
        return
    if part.classes and own in ("text", "badge", "link") and part.tag != "a":
        own = "badge"
        hint = " ".join(part.classes)
    if mark in ("strong", "badge") and own != "code":
        own = mark
    yield from pieces(part, own, hint)
