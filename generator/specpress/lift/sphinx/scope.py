"""The sections of a page: their titles, their prose, their operations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from specpress.lift.sphinx.signature import is_signature, without_link
from specpress.readers import slices
from specpress.readers.element import Element
from specpress.tree import Node

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Section:
    """A section; *depth* is 0 for the one that holds the others."""

    title: Node | None
    depth: int
    prose: Element
    """The section before its first operation and its first section."""
    operations: tuple[Element, ...]


def sections(root: Element) -> list[Section]:
    """Return the sections that hold operations, outer first."""
    scope = root
    while inner := [each for each in scope.children if _holds(each)]:
        if len(inner) > 1 or is_signature(inner[0]) or _is_section(scope):
            break
        scope = inner[0]
    return list(_sections(scope, 0))


def _sections(scope: Element, depth: int) -> Iterator[Section]:
    operations: list[Element] = []
    below: list[Element] = []
    _split(scope, operations, below)
    heading = next((each for each in scope.children if each.tag in _HEADINGS), None)
    start = heading.span.end if heading else scope.inner.start
    parts = (*operations, *below, *(e for e in scope.children if _is_section(e)))
    end = min((e.span.start for e in parts if e.span.start >= start), default=start)
    if heading is None and not _is_section(scope):
        end = start
    kept = tuple(
        each
        for each in scope.children
        if each.span.start >= start and each.span.end <= end
    )
    inner = scope.source.span(start, max(start, end))
    prose = replace(scope, children=kept, inner=inner)
    yield Section(_title(heading), depth, prose, tuple(operations))
    for each in below:
        yield from _sections(each, depth + 1)


def _split(scope: Element, operations: list[Element], below: list[Element]) -> None:
    for child in scope.children:
        if is_signature(child):
            operations.append(child)
        elif _holds(child):
            if _is_section(child):
                below.append(child)
            else:
                _split(child, operations, below)


def _title(heading: Element | None) -> Node | None:
    if heading is None:
        return None
    end = without_link(heading)
    text, span = slices.decoded(heading.source, heading.inner.start, end).trimmed()
    return Node(" ".join(text.split()), span)


def _holds(element: Element) -> bool:
    return any(is_signature(each) for each in element.walk())


def _is_section(element: Element) -> bool:
    return element.tag == "section" or element.has("section")
