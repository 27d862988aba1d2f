"""The blocks of a page that a Markdown renderer made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specpress.lift.rendering.account import SILENT
from specpress.lift.rendering.markdown import as_markdown
from specpress.lift.rendering.selectors import selector
from specpress.lift.rendering.tables import read_table
from specpress.lift.widdershins.blocks import Block, Kind
from specpress.readers.element import Element

_HEADING: Final = re.compile(r"h([1-6])")
_THROUGH: Final = frozenset(
    "html body main article section header center form span".split()
)
_KINDS: Final[dict[str, Kind]] = {
    "p": "text",
    "pre": "code",
    "blockquote": "quote",
    "ul": "list",
    "ol": "list",
    "table": "table",
    "aside": "aside",
}
_STRAIGHT: Final = {
    0x2018: "'",
    0x2019: "'",
    0x201C: '"',
    0x201D: '"',
    0x2026: "...",
    0x2013: "--",
    0x2014: "---",
}
"""Typographic quotes, dots and dashes, and what they were made of."""
_IGNORED: Final = SILENT - {"hr"}


def blocks_of_html(root: Element) -> list[Block]:
    """Return the blocks of the page *root*, from its first heading on.

    What stands outside of the element that holds all headings is navigation.
    """
    trail = _content(root)
    blocks = list(_blocks(trail[-1], tuple(trail)))
    if any(each.tag == "pre" and each.has("example") for each in root.walk()):
        for block in blocks:
            _straighten(block)
    return blocks


def _straighten(block: Block) -> None:
    """Undo what the tool's own renderer does to quotes, dots and dashes."""
    if block.kind in ("heading", "text"):
        block.text = block.text.translate(_STRAIGHT)


def _content(root: Element) -> list[Element]:
    """Return the innermost element that holds all headings, after those around it."""
    trail = [root]
    while True:
        inside = [each for each in trail[-1].children if _has_heading(each)]
        if len(inside) != 1 or _HEADING.fullmatch(inside[0].tag):
            return trail
        trail.append(inside[0])


def _has_heading(element: Element) -> bool:
    return any(_HEADING.fullmatch(each.tag) for each in element.walk())


def _blocks(element: Element, trail: tuple[Element, ...]) -> Iterator[Block]:
    gaps = element.gaps()
    yield from _loose(next(gaps).trimmed(), trail)
    for child in element.children:
        below = (*trail, child)
        if child.tag in _THROUGH or (child.tag == "div" and _has_blocks(child)):
            yield from _blocks(child, below)
        elif child.tag not in _IGNORED and child.tag != "hr":
            yield _block(child, below)
        yield from _loose(next(gaps).trimmed(), trail)


def _has_blocks(element: Element) -> bool:
    return any(
        each.tag in _KINDS or _HEADING.fullmatch(each.tag) for each in element.walk()
    )


def _loose(trimmed: tuple[str, object], trail: tuple[Element, ...]) -> Iterator[Block]:
    """Yield text that stands between elements."""
    text = trimmed[0]
    if text:
        yield Block("text", text, trail[-1].span, selector(trail))


def _block(element: Element, trail: tuple[Element, ...]) -> Block:
    path = selector(trail)
    anchors = tuple(
        name
        for each in element.walk()
        if (name := each.attributes.get("id") or each.attributes.get("name"))
    )
    if heading := _HEADING.fullmatch(element.tag):
        text = as_markdown(element, inside=True)
        level = int(heading[1])
        return Block("heading", text, element.span, path, anchors, level)
    kind = _KINDS.get(element.tag, "text" if element.tag in ("a", "div") else "other")
    if kind == "code":
        text = element.text.text
        return Block(kind, text, element.span, path, anchors, language=_lang(element))
    text = as_markdown(element)
    table = read_table(element, path) if kind == "table" else None
    return Block(kind, text, element.span, path, anchors, table=table)


def _lang(element: Element) -> str:
    for each in element.walk():
        for name in each.classes:
            if name.startswith(("language-", "lang-")):
                return name.partition("-")[2]
    return ""
