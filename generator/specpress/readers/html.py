"""HTML to `Element`s: the only user of Beautiful Soup.

Beautiful Soup's ``html.parser`` builder is used for all pages: it tells where each
start tag stands, which lxml does not, and is four times as fast as html5lib. What it
lacks is done here: the end tags that HTML lets an author omit, where elements end,
and content that is no HTML at all (`Markup`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import repeat
from typing import Any, Final, cast

from bs4 import BeautifulSoup, Tag

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import NOT_HTML, TOO_DEEP
from specpress.readers.element import Element
from specpress.readers.raw import PLAIN, Markup, hide_raw
from specpress.source import Source

MAX_BYTES: Final = 20 * 2**20
"""The largest page read."""
MAX_DEPTH: Final = 200
"""How deep elements may nest: trees are walked by recursion."""

_TAG: Final = re.compile(r"<[A-Za-z]")
_START: Final = re.compile(r"<[A-Za-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_END: Final = re.compile(r"</([A-Za-z][^\s/>]*)[^>]*>")
_VOID: Final = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()
)
_BLOCKS: Final = frozenset(
    "address article aside blockquote details div dl fieldset figure footer form h1 h2"
    " h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul".split()
)
_OMISSIBLE: Final = frozenset(
    "html head body p li dt dd option optgroup tr td th thead tbody tfoot".split()
)
"""The elements whose end tag may be left out."""


@dataclass(frozen=True, slots=True)
class _Implied:
    """A start tag of *by* ends an open *tag*, unless one of *within* stands between."""

    tag: str
    by: frozenset[str]
    within: frozenset[str]


_LISTS: Final = frozenset("ul ol menu".split())
_TABLE: Final = frozenset(("table",))
_ROWS: Final = frozenset("tr td th".split())
_IMPLIED: Final = (
    _Implied("p", _BLOCKS, frozenset("button table td th li dd dt".split())),
    _Implied("li", frozenset(("li",)), _LISTS),
    _Implied("dt", frozenset("dt dd".split()), frozenset(("dl",))),
    _Implied("dd", frozenset("dt dd".split()), frozenset(("dl",))),
    _Implied("option", frozenset("option optgroup".split()), frozenset(("select",))),
    _Implied("td", frozenset("td th tr tbody tfoot".split()), _TABLE),
    _Implied("th", frozenset("td th tr tbody tfoot".split()), _TABLE),
    _Implied("tr", frozenset("tr tbody tfoot".split()), _TABLE),
    _Implied("thead", frozenset("tbody tfoot".split()), _TABLE),
    _Implied("tbody", frozenset("tbody tfoot".split()), _TABLE),
    _Implied("head", frozenset(("body",)), frozenset()),
)


def read_html(source: Source, report: Report, markup: Markup = PLAIN) -> Element | None:
    """Return the page as one element that holds its outermost ones.

    None, with the reason reported, when it is no HTML or nests too deeply.
    """
    if not _TAG.search(source.text):
        span = source.span(0, min(len(source.text), 80))
        report.add(NOT_HTML.at(span, name=source.name))
        return None
    text = hide_raw(source.text, markup)
    converter = _Converter(source, text)
    try:
        soup = _Soup(text, "html.parser", multi_valued_attributes=None)
    except _TooDeep as deep:
        at = converter.offset(*deep.args)
        report.add(TOO_DEEP.at(source.span(at, at + 1), limit=MAX_DEPTH))
        return None
    children = converter.children(soup, 0, len(text), ())
    whole = source.span(0, len(text))
    return Element(source, "", (), {}, children, whole, whole, True)


class _TooDeep(Exception):
    """More open elements than any page needs; carries the number of characters read."""


class _Soup(BeautifulSoup):
    """Beautiful Soup that ends the elements whose end tags HTML lets one omit."""

    def handle_starttag(
        self,
        name: str,
        namespace: str | None,
        nsprefix: str | None,
        attrs: dict[str, str],
        sourceline: int | None = None,
        sourcepos: int | None = None,
        namespaces: dict[str, str] | None = None,
    ) -> Tag | None:
        """Begin an element, after ending those that its start tag ends."""
        soup = cast("Any", super())  # stubs of Beautiful Soup leave events untyped
        for rule in _IMPLIED:
            if name in rule.by and self._is_open(rule):
                soup.handle_endtag(rule.tag)
        if len(self.tagStack) > MAX_DEPTH:
            raise _TooDeep(sourceline, sourcepos)
        made: Tag | None = soup.handle_starttag(
            name, namespace, nsprefix, attrs, sourceline, sourcepos, namespaces
        )
        return made

    def _is_open(self, rule: _Implied) -> bool:
        if not self.open_tag_counter.get(rule.tag):
            return False
        for tag in reversed(self.tagStack):
            if tag.name == rule.tag:
                return True
            if tag.name in rule.within:
                return False
        return False


class _Converter:
    """Makes elements of Beautiful Soup's tags, finding out where they end."""

    def __init__(self, source: Source, text: str) -> None:
        self._source = source
        self._text = text
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def offset(self, line: int | None, column: int | None) -> int:
        """Return the offset of Beautiful Soup's *line* and *column*."""
        return self._lines[(line or 1) - 1] + (column or 0)

    def children(
        self, parent: Tag, start: int, limit: int, open_: tuple[str, ...]
    ) -> tuple[Element, ...]:
        """Return the elements in *parent*, none of which goes beyond *limit*."""
        tags = [child for child in parent.children if isinstance(child, Tag)]
        starts = [self.offset(tag.sourceline, tag.sourcepos) for tag in tags]
        limits = [*starts[1:], limit]
        return tuple(map(self._element, tags, starts, limits, repeat(open_)))

    def _element(
        self, tag: Tag, start: int, limit: int, open_: tuple[str, ...]
    ) -> Element:
        begun = _START.match(self._text, start)
        begin = begun.end() if begun else min(start + 1, limit)
        if tag.name in _VOID or self._text[begin - 2 : begin] == "/>":
            return self._made(tag, (), start, begin, begin, begin, True)
        children = self.children(tag, begin, limit, (*open_, tag.name))
        after = children[-1].span.end if children else begin
        inner_end = end = limit
        closed = tag.name in _OMISSIBLE
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
