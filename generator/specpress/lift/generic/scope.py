"""Which part of a page is the reference, and which leads about in it."""

from __future__ import annotations

import re
from typing import Final

from specpress.readers.element import Element

_NAVIGATION: Final = re.compile(
    r"(?:^|[-_\s])(?:nav(?:bar|igation)?|toc|tocify|table-of-contents|sidebar|side-?menu"
    r"|menu|breadcrumbs?|pagination|pager|footer|cookie|search|skip|share|topbar"
    r"|toolbar|edit-?page|feedback)(?:$|[-_\s])"
)
_ROOTS: Final = ("main", "article")


def step(element: Element) -> str:
    """Return *element* as one step of a selector, ``tag#id`` or ``tag.class``."""
    if (name := element.attributes.get("id", "")) and not re.search(r"[\s.#>:]", name):
        return f"{element.tag}#{name}"
    return element.path


def content_of(root: Element) -> tuple[Element, str]:
    """Return the element that holds the reference, and its selector.

    That is the innermost ``main`` or ``article`` that holds nearly all headings of the
    page; else the body, else all of it.
    """
    everything = list(root.walk())
    headings = _headings(root)
    best = next((e for e in everything if e.tag == "body"), root)
    for each in everything:
        named = each.tag in _ROOTS or each.attributes.get("role") == "main"
        if named and 10 * _headings(each) >= 9 * headings and _is_inside(each, best):
            best = each
    return best, step(best) or "html"


def _headings(element: Element) -> int:
    return sum(
        re.fullmatch(r"h[1-6]|table|pre|dl", e.tag) is not None for e in element.walk()
    )


def _is_inside(inner: Element, outer: Element) -> bool:
    return outer.span.start <= inner.span.start and inner.span.end <= outer.span.end


def is_navigation(element: Element) -> bool:
    """Return whether *element* only leads about in the site."""
    role = element.attributes.get("role", "")
    if element.tag == "nav" or role in ("navigation", "search", "banner"):
        return True
    if element.tag == "footer" and not any(
        e.tag in ("table", "pre") for e in element.walk()
    ):
        return True
    label = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
    if element.tag in ("div", "aside", "section", "header", "p") and _NAVIGATION.search(
        label.lower()
    ):
        return _is_links(element, 0.6)
    return False


def _is_links(element: Element, share: float) -> bool:
    """Return whether links hold at least *share* of the letters in *element*."""
    whole = len("".join(element.text.text.split()))
    linked = 0
    ended = -1
    for each in element.walk():
        if each.tag in ("table", "pre"):
            return False
        if each.tag == "a" and each.span.start >= ended:
            linked += len("".join(each.text.text.split()))
            ended = each.span.end
    return whole == 0 or linked >= share * whole
