"""What the settings say of one page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from typing import Final

from specpress.config.lifting import LiftConfig, LiftSite
from specpress.lift.base import Page
from specpress.lift.generic.blocks import Block, Heading, Para, Piece, Words, words
from specpress.lift.generic.context import Context
from specpress.lift.generic.vocabulary import normal

_TITLES: Final = {
    "path": "Path parameters",
    "query": "Query parameters",
    "header": "Request headers",
    "cookie": "Cookies",
    "body": "Request body",
    "form": "Form parameters",
    "parameters": "Parameters",
    "response": "Response",
    "errors": "Errors",
    "example request": "Example request",
    "example response": "Example response",
    "authentication": "Authentication",
}
"""Headings that every reader of the outline knows."""


def site_of(lifting: LiftConfig, name: str) -> LiftSite:
    """Return the settings of the first site that the page *name* is of."""
    for site in lifting.site:
        if any(fnmatchcase(name, pattern) for pattern in site.pages):
            return site
    return LiftSite()


def context_of(page: Page) -> Context:
    """Return what the reading of *page* begins with."""
    site = site_of(page.lifting, page.name)
    columns = {" ".join(k.lower().split()): str(v) for k, v in site.columns.items()}
    return Context(columns=columns, threshold=page.lifting.threshold / 100)


def retitled(blocks: Iterable[Block], site: LiftSite) -> list[Block]:
    """Return *blocks* with the headings and labels that *site* knows in known words."""
    if not site.sections:
        return list(blocks)
    known = {normal(text): _TITLES[role] for text, role in site.sections.items()}
    return [_retitled(block, known) for block in blocks]


def _retitled(block: Block, known: Mapping[str, str]) -> Block:
    if not isinstance(block, Heading | Para) or normal(block.text) not in known:
        return block
    said = _said(block.words, known[normal(block.text)])
    return Heading(block.level if isinstance(block, Heading) else 7, said)


def _said(old: Words, text: str) -> Words:
    return words((Piece(text, "strong", old.span),), old.span, old.path)
