"""Accounts for what stands on a page: what was read, what says nothing, and the rest."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import NO_TARGET
from specpress.lift.redoc.layout import HEADINGS
from specpress.lift.rendering.account import Account
from specpress.lift.swaggerui.dom import tagged, words
from specpress.readers.element import Element

_SECTION: Final = "data-section-id"
_SAMPLES: Final = re.compile(r"(?:request|response|callback) samples", re.IGNORECASE)
_TABS: Final = frozenset(("tablist", "tab", "tabpanel", "search", "menu"))


def account(
    root: Element, blocks: list[Element], taken: Account, report: Report
) -> None:
    """Report each part of the reference below *root* that is not in *taken*.

    *blocks* are the sections of operations that were read. A section that names an
    operation and no method is an error.
    """
    scope = _scope(root)
    for each in scope.walk():
        name = each.attributes.get(_SECTION)
        if name is None and (
            each.attributes.get("role") in _TABS
            or each.attributes.get("data-role", "").startswith("redoc-")
            or each.has("api-info")
            or _is_samples(each)
        ):
            taken.take(each)
        elif name is not None and not any(each is one for one in blocks):
            _section(each, blocks, taken, report)
    taken.settle(scope)


def _section(
    section: Element, blocks: list[Element], taken: Account, report: Report
) -> None:
    """Take the heading and the text of a tag; report an operation without a method."""
    inside = list(section.walk())
    if any(one is each for one in inside for each in blocks):
        return  # around operations
    if any(one is section for each in blocks for one in each.walk()):
        return  # inside an operation
    name = section.attributes[_SECTION]
    if "operation/" in name and not name.startswith("schema/"):
        if section.first("http-verb") is None:
            report.add(NO_TARGET.at(section.span, what="method"))
        taken.take(section)
        return
    if not any("title" in each.attributes for each in tagged(section, "td")):
        taken.take(section)


def _scope(root: Element) -> Element:
    """Return the innermost element that all sections are in."""
    scope = root
    while True:
        if _SECTION in scope.attributes:
            return scope
        holders = [
            child
            for child in scope.children
            if any(_SECTION in each.attributes for each in child.walk())
        ]
        if len(holders) != 1:
            return scope
        scope = holders[0]


def _is_samples(element: Element) -> bool:
    """Return whether *element* is the box of samples: its heading says so."""
    heads = [each for each in element.children if each.tag in HEADINGS]
    return bool(heads) and all(_SAMPLES.fullmatch(words(each)[0]) for each in heads)
