"""HTML to `Element`s: the only user of Beautiful Soup.

Beautiful Soup builds the tree with ``html.parser`` for every page: lxml does not tell
where a tag stands, and html5lib takes four times as long and splits a ``<p>`` in a
``<p>``. What ``html.parser`` lacks is added: it is shown whole tags only (`skeleton`),
omitted end tags are supplied, and where an element ends is found out here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice, repeat
from typing import Any, Final

from bs4 import BeautifulSoup, Tag

from specpress.diagnostics import Diagnostic, Report
from specpress.diagnostics.codes.html import (
    NOT_HTML,
    TOO_DEEP,
    TOO_MANY_TAGS,
    TOO_MUCH_MARKUP,
)
from specpress.readers.element import Element
from specpress.readers.omitted import OMISSIBLE, VOID, implied_ends
from specpress.readers.raw import PLAIN, Markup, skeleton
from specpress.source import Source

MAX_BYTES: Final = 20 * 2**20
"""The largest page read."""
MAX_DEPTH: Final = 200
"""How deep elements may nest: trees are walked by recursion."""
MAX_TAGS: Final = 150_000
"""How many tags a page may have; one page for a whole API has some 100,000."""
MAX_MARKUP: Final = 4 * 2**20
"""How many characters may stand in tags: ``html.parser`` is slow on attributes."""

_TAG: Final = re.compile(r"</?[A-Za-z]")
_START: Final = re.compile(r"<[A-Za-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_END: Final = re.compile(r"</([A-Za-z][^\s/>]*)[^>]*>")


def read_html(source: Source, report: Report, markup: Markup = PLAIN) -> Element | None:
    """Return the page as one element that holds its outermost ones.

    None, with the reason reported, when it is no HTML or nests too deeply.
    """
    if fault := _fault(source):
        report.add(fault)
        return None
    text = skeleton(source.text, markup)
    if len(text) - text.count(" ") > MAX_MARKUP:
        report.add(TOO_MUCH_MARKUP.at(source.span(0, 1), limit=MAX_MARKUP))
        return None
    converter = _Converter(source, text)
    try:
        soup = _Soup(text, "html.parser", multi_valued_attributes=None)
    except _TooDeep as deep:
        at = deep.offset
        report.add(TOO_DEEP.at(source.span(at, at + 1), limit=MAX_DEPTH))
        return None
    children = converter.children(soup, 0, len(text), ())
    if not children:
        report.add(_not_html(source))
        return None
    whole = source.span(0, len(text))
    return Element(source, "", (), {}, children, whole, whole, True)


def _fault(source: Source) -> Diagnostic | None:
    """Return why *source* is not parsed, or None when it is."""
    tags = sum(1 for _ in islice(_TAG.finditer(source.text), MAX_TAGS + 1))
    if not tags:
        return _not_html(source)
    if tags > MAX_TAGS:
        return TOO_MANY_TAGS.at(source.span(0, 1), limit=MAX_TAGS)
    return None


def _not_html(source: Source) -> Diagnostic:
    return NOT_HTML.at(source.span(0, min(len(source.text), 80)), name=source.name)


class _TooDeep(Exception):
    """More open elements than any page needs."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class _Soup(BeautifulSoup):
    """Beautiful Soup that ends the elements whose end tags HTML lets one omit."""

    def handle_starttag(
        self,
        name: str,
        namespace: str | None,
        nsprefix: str | None,
        attrs: Mapping[Any, Any],
        sourceline: int | None = None,
        sourcepos: int | None = None,
        namespaces: dict[str, str] | None = None,
    ) -> Tag | None:
        """Begin an element, after ending those that its start tag ends."""
        open_ = [str(tag.name) for tag in reversed(self.tagStack)]
        for tag in implied_ends(name, open_):
            self.handle_endtag(tag)
        if len(self.tagStack) > MAX_DEPTH:
            raise _TooDeep(sourcepos or 0)
        return super().handle_starttag(
            name, namespace, nsprefix, attrs, sourceline, sourcepos, namespaces
        )


class _Converter:
    """Makes elements of Beautiful Soup's tags, finding out where they end."""

    def __init__(self, source: Source, text: str) -> None:
        self._source = source
        self._text = text

    def children(
        self, parent: Tag, start: int, limit: int, open_: tuple[str, ...]
    ) -> tuple[Element, ...]:
        """Return the elements in *parent*, none of which goes beyond *limit*."""
        tags = [child for child in parent.children if isinstance(child, Tag)]
        starts = [tag.sourcepos or 0 for tag in tags]
        limits = [*starts[1:], limit]
        return tuple(map(self._element, tags, starts, limits, repeat(open_)))

    def _element(
        self, tag: Tag, start: int, limit: int, open_: tuple[str, ...]
    ) -> Element:
        begun = _START.match(self._text, start)
        begin = begun.end() if begun else min(start + 1, limit)
        if tag.name in VOID or self._text[begin - 2 : begin] == "/>":
            return self._made(tag, (), start, begin, begin, begin, True)
        children = self.children(tag, begin, limit, (*open_, tag.name))
        after = children[-1].span.end if children else begin
        inner_end = end = limit
        closed = tag.name in OMISSIBLE
        for found in _END.finditer(self._text, after, limit):
            name = found[1].lower()
            if name == tag.name:
                inner_end, end, closed = found.start(), found.end(), True
                break
            if name in open_:
                inner_end = end = found.start()
                break
        return self._made(tag, children, start, begin, inner_end, end, closed)

    def _made(
        self,
        tag: Tag,
        children: tuple[Element, ...],
        start: int,
        begin: int,
        inner_end: int,
        end: int,
        closed: bool,
    ) -> Element:
        attributes = {name: str(value) for name, value in tag.attrs.items()}
        return Element(
            self._source,
            tag.name,
            tuple(attributes.get("class", "").lower().split()),
            attributes,
            children,
            self._source.span(start, end),
            self._source.span(begin, inner_end),
            closed,
        )
