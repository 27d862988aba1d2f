"""Accounts for everything on a page: what was not understood is reported."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import (
    REPEATED_ELEMENT,
    STRAY_TEXT,
    TRUNCATED,
    UNKNOWN_ELEMENT,
    UNKNOWN_INLINE,
)
from specpress.lift.httpdoc.markup import CHILDREN, KNOWN, ONCE
from specpress.readers.element import Element

_SILENT: Final = frozenset("br wbr hr link meta script style h1 h2 h3 h4 h5 h6".split())
"""Elements without a class that say nothing about the operation."""
_INLINE: Final = frozenset(
    "a abbr b bdi bdo cite code data dfn em i kbd label mark q s samp small span strong"
    " sub sup time u var".split()
)
_LABELS: Final = re.compile(r"\s|\[\s*in\s*:|type\s*:|\]|:", re.IGNORECASE)
"""The text that the tool itself writes between elements."""


def is_whole(scope: Element, report: Report) -> bool:
    """Return whether all elements end that must; report the last one that does not."""
    unclosed = [each for each in scope.walk() if not each.closed]
    if unclosed:
        last = unclosed[-1]
        begin = last.source.span(last.span.start, last.inner.start)
        report.add(TRUNCATED.at(begin, tag=last.path))
    return not unclosed


def account(scope: Element, report: Report) -> None:
    """Report every element and text below *scope* that the format does not have."""
    _account(scope, "", scope.path, report)
    for name in ONCE:
        for again in scope.all(name)[1:]:
            report.add(REPEATED_ELEMENT.at(again.span, path=again.path))


def _account(element: Element, context: str, path: str, report: Report) -> None:
    """Check what stands in *element*, which is a *context* of the format."""
    allowed = CHILDREN[context]
    for child in element.children:
        here = f"{path} > {child.path}"
        known = [name for name in child.classes if name in allowed]
        if known:
            if known[0] in CHILDREN:
                _account(child, known[0], here, report)
        elif not child.classes and child.tag in _SILENT:
            continue
        elif any(KNOWN.intersection(inner.classes) for inner in child.walk()):
            _wrapped(child, context, here, report)
        elif child.classes or child.text.text.strip():
            inline = child.tag in _INLINE
            code = UNKNOWN_INLINE if inline else UNKNOWN_ELEMENT
            report.add(code.at(child.span, path=here))
    _account_text(element, context, path, report)


def _wrapped(child: Element, context: str, path: str, report: Report) -> None:
    """Check an element that the format does not have around ones that it has."""
    misplaced = KNOWN.intersection(child.classes)
    if misplaced:
        report.add(UNKNOWN_ELEMENT.at(child.span, path=path))
    else:
        _account(child, context, path, report)


def _account_text(element: Element, context: str, path: str, report: Report) -> None:
    gaps = list(element.gaps())
    if context == "http-example":
        gaps.pop()  # the body of the message
    for gap in gaps:
        if _LABELS.sub("", gap.text):
            text, span = gap.trimmed()
            report.add(STRAY_TEXT.at(span, text=text[:60], path=path))
