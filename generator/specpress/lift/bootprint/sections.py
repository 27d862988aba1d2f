"""The sections that a schema is drawn as, told by their classes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from specpress.lift.bootprint.datatype import PARTS
from specpress.readers.element import Element

_SECTION: Final = "json-schema-"
_THROUGH: Final = ("div", "ul", "p")


def pairs(section: Element) -> list[tuple[Element, Element | None]]:
    """Return the terms of the definition list in *section*, each with its detail."""
    found: list[tuple[Element, Element | None]] = []
    lists = [each for each in section.children if each.tag == "dl"]
    for child in (each for held in lists for each in held.children):
        if child.tag == "dt":
            found.append((child, None))
        elif child.tag == "dd" and found and found[-1][1] is None:
            found[-1] = (found[-1][0], child)
    return found


def is_mark(element: Element) -> bool:
    """Return whether *element* is a mark of a type."""
    return any(element.has(name) for name in PARTS)


def inner_head(section: Element) -> Element | None:
    """Return the mark of a type that stands first in *section*, or None."""
    return next((e for e in section.children if e.has("json-property-type")), None)


def kind_of(section: Element) -> str:
    """Return the kind of *section*, which its class tells; empty for none."""
    for name in section.classes:
        if name.startswith(_SECTION):
            return name.removeprefix(_SECTION)
    return ""


def sections_of(body: Element) -> Iterator[Element]:
    """Yield the sections in *body*, and the reference that stands instead of them."""
    for child in body.children:
        if child.has("json-schema-ref") or (child.tag == "section" and kind_of(child)):
            yield child
        elif child.tag in _THROUGH:
            yield from sections_of(child)


def members_of(sections: Sequence[Element]) -> list[list[Element]]:
    """Return the sections of each member: a kind that comes again begins another."""
    found: list[list[Element]] = []
    for section in sections:
        kinds = [kind_of(each) for each in found[-1]] if found else []
        if not found or kind_of(section) in kinds or kind_of(section) == "description":
            found.append([])
        found[-1].append(section)
    return found
