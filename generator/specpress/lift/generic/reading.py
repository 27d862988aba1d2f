"""A page in HTML, Markdown or plain text to its outline."""

from __future__ import annotations

import posixpath
import re
from typing import Final

from specpress.config.lifting import LiftSite
from specpress.diagnostics import Report
from specpress.diagnostics.codes.generic import BAD_SELECTOR
from specpress.lift.base import Page
from specpress.lift.generic.blocks import Block, Section
from specpress.lift.generic.flow import read_blocks
from specpress.lift.generic.markdown import read_markdown
from specpress.lift.generic.outline import read_outline
from specpress.lift.generic.places import moved
from specpress.lift.generic.plain import read_plain
from specpress.lift.generic.scope import content_of
from specpress.lift.generic.selectors import select
from specpress.lift.generic.settings import retitled, site_of
from specpress.readers.element import Element
from specpress.readers.raw import PLAIN
from specpress.source import Source, Span

_HTML: Final = re.compile(
    r"<(?:!doctype|html|head|body|article|main|section|div)\b", re.IGNORECASE
)
_SHARE: Final = 0.7


def outline_of(page: Page, report: Report) -> Section | None:
    """Return the outline of *page*, None when it can't be read."""
    blocks = blocks_of(page, report)
    if blocks is None:
        return None
    return read_outline(retitled(blocks, site_of(page.lifting, page.name)))


def blocks_of(page: Page, report: Report) -> list[Block] | None:
    """Return the blocks of *page*, whatever it is written in."""
    source = page.source
    if not is_html(source):
        if _is_plain(source):
            return read_plain(source, source.text, 0, "text")
        return read_markdown(source, report)
    root = page.root(PLAIN)
    if root is None:
        return None
    site = site_of(page.lifting, page.name)
    content, path = _content(root, site, source, report)
    left_out = _left_out(root, site, source, report)
    if (pre := _text_page(content)) is not None:
        return _plain_in(pre, source, path)
    return read_blocks(content, path, left_out)


def _content(
    root: Element, site: LiftSite, source: Source, report: Report
) -> tuple[Element, str]:
    """Return the element that holds the reference, and its selector."""
    if site.content is None:
        return content_of(root)
    found = _selected(root, site.content, source, report)
    return (found[0], site.content) if found else content_of(root)


def _left_out(
    root: Element, site: LiftSite, source: Source, report: Report
) -> frozenset[Span]:
    """Return the places of the elements that the settings leave out."""
    return frozenset(
        each.span
        for selector in site.ignore
        for each in _selected(root, selector, source, report)
    )


def _selected(
    root: Element, selector: str, source: Source, report: Report
) -> list[Element]:
    found = select(root, selector)
    if found is None:
        report.add(BAD_SELECTOR.at(source.span(0, 1), selector=selector))
    return found or []


def is_html(source: Source) -> bool:
    """Return whether *source* is HTML, not Markdown with some HTML in it."""
    head = source.text.lstrip("\ufeff \n\r\t")[:2000]
    markdown = re.search(r"^#{1,6} |^```|^\|.*\|$", source.text[:20000], re.MULTILINE)
    if re.match(r"<!doctype html|<html|<\?xml|<!--", head, re.IGNORECASE):
        return not (head.startswith("<!--") and markdown)
    if posixpath.splitext(source.name)[1].lower() in (".html", ".htm", ".xhtml"):
        return True
    return bool(_HTML.match(head)) and not markdown


def _is_plain(source: Source) -> bool:
    if posixpath.splitext(source.name)[1].lower() in (".md", ".markdown"):
        return False
    return not re.search(r"^#{1,6} \S|^```|^\|[\s|:-]+\|$", source.text, re.MULTILINE)


def _text_page(content: Element) -> Element | None:
    """Return the ``<pre>`` that holds nearly all words of the page, or None."""
    pres = [each for each in content.walk() if each.tag in ("pre", "plaintext", "xmp")]
    if not pres:
        return None
    longest = max(pres, key=lambda each: len(each.text.text))
    whole = len(content.text.text.strip())
    return (
        longest
        if len(longest.text.text) > _SHARE * whole and longest.text.text.count("\n") > 8
        else None
    )


def _plain_in(pre: Element, source: Source, path: str) -> list[Block]:
    """Return the blocks of the text in *pre*, read without its tags and references."""
    text = pre.text
    made = read_plain(Source(source.name, text.text), text.text, 0, path)
    return [moved(each, lambda span: text.span(span.start, span.end)) for each in made]
