"""The rows of a field list: a name, a type in parentheses, a description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from specpress.lift.rendering.markdown import markdown
from specpress.readers import slices
from specpress.readers.element import Element
from specpress.source import Span
from specpress.tree import Node

_AFTER_NAME: Final = re.compile(
    r"\s*(?:\((?P<type>[^()]*(?:\([^()]*\)[^()]*)*)\))?\s*(?P<dash>[\u2013\u2014]|--?)?\s*"
)
_BEFORE_DASH: Final = re.compile(
    r"[^\u2013\u2014]+?(?=\s+(?:[\u2013\u2014]|--?)\s|\s*$)"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One entry: its parts, and the element that holds it."""

    name: str
    span: Span
    type: str
    type_span: Span
    rest: Element
    """The element again, without what stands before the description."""

    @property
    def description(self) -> str:
        """The description as Markdown."""
        return markdown(self.rest)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows below one label."""

    label: str
    span: Span
    body: Element

    def items(self) -> list[Element]:
        """Return the elements that hold a row each."""
        body = self.body
        while len(body.children) == 1 and body.children[0].tag in ("div", "section"):
            body = body.children[0]
        lists = [each for each in body.children if each.tag in ("ul", "ol")]
        if lists:
            return [
                item for each in lists for item in each.children if item.tag == "li"
            ]
        return [self.body] if self.body.text.text.strip() else []

    @property
    def is_table(self) -> bool:
        """Whether the rows look like fields, whatever the label says."""
        return any(_leading(item) is not None for item in self.items())


def groups(field_list: Element) -> Iterator[Group]:
    """Yield the groups of *field_list*, a ``dl`` or, in older pages, a ``table``."""
    label: Element | None = None
    for element in field_list.walk():
        if element.has("field-body") or (label is not None and element.tag == "dd"):
            if label is not None:
                yield Group(label.text.text, label.span, element)
            label = None
        elif _is_label(element, field_list):
            label = element


def read_row(item: Element) -> Row:
    """Return the row that *item*, a list item or a field body, holds."""
    name = _leading(item)
    if name is not None:
        shown, span, at = name.text.text.strip(), name.span, name.span.end
    else:
        text = item.text
        found = _BEFORE_DASH.search(text.text)
        shown, span = (
            (found[0].strip(), text.span(*found.span())) if found else ("", item.span)
        )
        at = text.offset(found.end()) if found else item.inner.start
    after = slices.decoded(item.source, at, item.inner.end)
    match = _AFTER_NAME.match(after.text)
    assert match is not None  # every part of the pattern may be missing
    type_, place = (match["type"] or "").strip(), span
    if match["type"]:
        place = after.span(*match.span("type"))
    end = after.offset(match.end()) if match.end() < len(after.text) else item.inner.end
    return Row(shown, span, type_, place, tail(item, end))


def tail(element: Element, offset: int) -> Element:
    """Return *element* without what stands before *offset*."""
    children = tuple(
        tail(child, offset) if child.span.start < offset else child
        for child in element.children
        if child.span.end > offset
    )
    start = max(element.inner.start, offset)
    inner = element.source.span(start, max(start, element.inner.end))
    return replace(element, children=children, inner=inner)


def without(element: Element, parts: list[Element]) -> Node | None:
    """Return the prose of *element* but for *parts* (found by their place), or None."""
    spans = {part.span for part in parts}
    blocks: list[str] = []
    at = element.inner.start
    for part in (each for each in element.children if each.span in spans):
        blocks.append(markdown(_cut(element, at, part.span.start)))
        at = part.span.end
    blocks.append(markdown(_cut(element, at, element.inner.end)))
    text = "\n\n".join(block for block in blocks if block)
    return Node(text, element.inner) if text else None


def _cut(element: Element, start: int, end: int) -> Element:
    children = tuple(
        each
        for each in element.children
        if each.span.start >= start and each.span.end <= end
    )
    inner = element.source.span(start, max(start, end))
    return replace(element, children=children, inner=inner)


def _leading(item: Element) -> Element | None:
    """Return the ``strong`` that *item* begins with, or None."""
    for element in item.walk():
        if element.tag in ("strong", "b"):
            before = slices.decoded(item.source, item.inner.start, element.span.start)
            return None if before.text.strip() else element
    return None


def _is_label(element: Element, field_list: Element) -> bool:
    if element.has("field-name"):
        return True
    return element.tag == "dt" and element in field_list.children
