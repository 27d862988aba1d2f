"""The page as one stream: headings, labels, code, tables and prose.

The tool writes plain Markdown, or tabs and boxes for MkDocs' Material theme. A tab is
its label with what it holds behind it, and so is a box: then both styles are alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from specpress.lift.neoteroi.texts import is_label
from specpress.readers.element import Element

Kind: TypeAlias = Literal["heading", "label", "code", "table", "prose"]

_HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6".split())
_WRAPPERS: Final = frozenset("div section article main".split())
_NAVIGATION: Final = frozenset("a button nav script style input".split())


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the page: *text* is that of a heading or label, without markup."""

    kind: Kind
    text: str
    element: Element
    level: int = 0
    """1 to 6 for headings; for labels: whether they came from a tab (2), a box (1)."""


def stream(scope: Element) -> Iterator[Part]:
    """Yield the parts of *scope*, in the page's order."""
    for child in scope.children:
        yield from _parts(child)


def _parts(element: Element) -> Iterator[Part]:
    if element.tag in _HEADINGS:
        yield Part("heading", plain(element), element, int(element.tag[1]))
    elif element.tag == "table":
        yield Part("table", "", element)
    elif element.has("tabbed-set"):
        yield from _tabs(element)
    elif element.tag == "details" or element.has("admonition"):
        yield from _box(element)
    elif element.tag == "pre" or element.has("highlight"):
        yield Part("code", "", element)
    elif element.tag == "p":
        yield from _paragraph(element)
    elif element.tag in _WRAPPERS and element.children:
        if all(each.tag in _INLINE for each in element.children):
            yield Part("prose", plain(element), element)
        else:
            yield from stream(element)
    elif element.tag not in _NAVIGATION:
        yield Part("prose", plain(element), element)


_INLINE: Final = frozenset("a b code em i strong span br".split())


def _tabs(element: Element) -> Iterator[Part]:
    """Yield the label of each tab with its content (pymdownx.tabbed, both styles)."""
    labels = [each for each in element.walk() if each.tag == "label"]
    own = [each for each in labels if _is_of(each, element)]
    blocks = [
        each
        for holder in element.children
        for each in (holder.children if holder.has("tabbed-content") else ())
        if each.tag == "div"
    ]
    for class_ in ("tabbed-content", "tabbed-block"):
        blocks = blocks or [each for each in element.children if each.has(class_)]
    for label, block in zip(own, blocks, strict=False):
        yield Part("label", _label(label), label, 2)
        yield from stream(block)


def _is_of(label: Element, tabs: Element) -> bool:
    """Return whether *label* is one of *tabs*, not of tabs inside them."""
    for child in tabs.children:
        if child is label or (child.has("tabbed-labels") and label in child.children):
            return True
    return False


def _box(element: Element) -> Iterator[Part]:
    title = next(
        (
            e
            for e in element.children
            if e.tag == "summary" or e.has("admonition-title")
        ),
        None,
    )
    if title is not None:
        yield Part("label", plain(title), title, 1)
    for child in element.children:
        if child is not title:
            yield from _parts(child)


def _paragraph(element: Element) -> Iterator[Part]:
    """Yield a label that the paragraph begins with, and what stands behind it."""
    first = element.children[0] if element.children else None
    before = next(element.gaps()).text.strip()
    if first is None or before or first.tag not in ("strong", "b"):
        yield Part("prose", plain(element), element)
        return
    start = first.span.end
    inner = element.source.span(start, max(start, element.inner.end))
    rest = replace(element, children=element.children[1:], inner=inner)
    alone = not rest.text.text.strip()
    if not (is_label(_label(first)) or alone):
        yield Part("prose", plain(element), element)
        return
    yield Part("label", _label(first), first if not alone else element)
    if not alone:
        yield Part("prose", plain(rest), rest)


def _label(element: Element) -> str:
    """Return the text of a label: Markdown took the ``*/*`` of some for emphasis."""
    text = plain(element)
    is_any = text == "/" and any(each.tag in ("em", "i") for each in element.walk())
    return "*/*" if is_any else text


def plain(element: Element) -> str:
    """Return the text of *element* in one line, without links to itself."""
    links = [each for each in element.walk() if each.has("headerlink")]
    text = element.text.text
    for link in links:
        text = text.replace(link.text.text, "")
    return re.sub(r"\s+", " ", text).strip()
