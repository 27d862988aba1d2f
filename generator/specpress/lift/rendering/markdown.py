"""HTML prose back to the Markdown that descriptions are written in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from specpress.readers.element import Element

_BLOCKS: Final = frozenset(
    "address article blockquote center dd details div dl dt figure h1 h2 h3 h4 h5 h6"
    " header hr li main ol p pre section summary table ul".split()
)
_SPACE: Final = re.compile(r"[ \t\f]+")
_AROUND_LINE_END: Final = re.compile(r" *\n *")
_MANY_ENDS: Final = re.compile(r"\n{2,}")
_MARKS: Final = {
    "strong": "**",
    "b": "**",
    "em": "*",
    "i": "*",
    "del": "~~",
    "s": "~~",
}
_KEPT: Final = frozenset("sub sup kbd u mark abbr".split())
"""Inline elements that Markdown has no mark for: they stay HTML."""
_SKIPPED: Final = frozenset("script style template".split())


def markdown(element: Element) -> str:
    """Return the content of *element* as Markdown (CommonMark 0.31, GFM tables)."""
    return "\n\n".join(_content(element))


def as_markdown(element: Element, *, inside: bool = False) -> str:
    """Return *element* itself as Markdown: a list with its marks, a quote with its.

    With *inside*, its content only, on one line.
    """
    if inside:
        return " ".join(_content(element))
    return "\n\n".join(_block(element))


def between(element: Element, start: int, end: int) -> Element:
    """Return *element* with only the content from the offset *start* to *end*."""
    children = tuple(
        each
        for each in element.children
        if each.span.start >= start and each.span.end <= end
    )
    inner = element.source.span(start, end)
    return replace(element, children=children, inner=inner)


def inline(element: Element) -> str:
    """Return the content of *element* as Markdown in one paragraph."""
    return _MANY_ENDS.sub("\n", markdown(element))


def _content(element: Element) -> list[str]:
    """Return the blocks in *element*; text between blocks is a block of its own."""
    blocks: list[str] = []
    line: list[str] = []
    gaps = element.gaps()
    line.append(next(gaps).text)
    for child in element.children:
        if child.tag in _BLOCKS:
            _end(line, blocks)
            blocks.extend(_block(child))
        elif child.tag not in _SKIPPED:
            line.append(_inline(child))
        line.append(next(gaps).text)
    _end(line, blocks)
    return blocks


def _end(line: list[str], blocks: list[str]) -> None:
    """Make a block of *line*, and begin a new line."""
    text = _AROUND_LINE_END.sub("\n", _SPACE.sub(" ", "".join(line))).strip()
    if text:
        blocks.append(_MANY_ENDS.sub("\n", text))
    line.clear()


def _inline(element: Element) -> str:
    if element.tag == "br":
        return "\n"
    if element.tag == "img":
        seen = element.attributes
        return f"![{seen.get('alt', '')}]({seen.get('src', '')})"
    if element.tag in ("code", "tt", "samp"):
        return _code(element.text.text)
    inner = " ".join(_content(element))
    if element.tag == "a":
        return _link(inner, element.attributes.get("href", ""))
    if element.tag in _KEPT and inner:
        return f"<{element.tag}>{inner}</{element.tag}>"
    mark = _MARKS.get(element.tag, "")
    return _marked(element, inner, mark) if inner else ""


def _marked(element: Element, inner: str, mark: str) -> str:
    """Return *inner* between *mark*, with the white space of *element* around it."""
    text = element.text.text
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{mark}{inner}{mark}{after}"


def _code(text: str) -> str:
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}" if text else ""


def _link(text: str, href: str) -> str:
    """Return a link; one whose text is where it leads was a bare address."""
    if not href or not text:
        return text
    if text in (href, href.removeprefix("mailto:")):
        return text
    return f"[{text}]({href})"


def _block(element: Element) -> Iterator[str]:
    maker = _MAKERS.get(element.tag)
    if maker is None:
        yield from _content(element)
    elif text := maker(element):
        yield text


def _list(element: Element) -> str:
    ordered = element.tag == "ol"
    items = [each for each in element.children if each.tag == "li"]
    lines: list[str] = []
    for number, item in enumerate(items, 1):
        mark = f"{number}. " if ordered else "- "
        text = "\n".join(_content(item))
        lines.append(mark + text.replace("\n", f"\n{' ' * len(mark)}"))
    return "\n".join(lines)


def _fenced(element: Element) -> str:
    text = element.text.text.strip("\n")
    return f"```\n{text}\n```"


def _quote(element: Element) -> str:
    text = "\n\n".join(_content(element))
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _heading(element: Element) -> str:
    text = " ".join(_content(element))
    return f"{'#' * int(element.tag[1])} {text}" if text else ""


def _table(element: Element) -> str:
    rows = [each for each in element.walk() if each.tag == "tr"]
    lines: list[str] = []
    for row in rows:
        cells = [each for each in row.children if each.tag in ("td", "th")]
        shown = (inline(cell).replace("\n", " ").replace("|", "\\|") for cell in cells)
        lines.append(f"| {' | '.join(shown)} |")
        if len(lines) == 1:
            lines.append(f"|{'---|' * len(cells)}")
    return "\n".join(lines)


_MAKERS: Final[dict[str, Callable[[Element], str]]] = {
    "ul": _list,
    "ol": _list,
    "pre": _fenced,
    "blockquote": _quote,
    "hr": lambda _: "---",
    "table": _table,
    **dict.fromkeys((f"h{level}" for level in range(1, 7)), _heading),
}
