"""Operations that a page names without their methods: by a path or a whole URL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specpress.lift.generic.blocks import Block, Section
from specpress.lift.generic.candidates import Candidate, Part
from specpress.lift.generic.context import Context
from specpress.lift.generic.endpoint import endpoint, urls
from specpress.lift.generic.inner import text_of
from specpress.lift.generic.titles import NAME
from specpress.lift.generic.vocabulary import section_role

_PATH: Final = re.compile(r"/(?:[\w.~:{}<>-]+/?)+")
_METHOD: Final = re.compile(r"\b(GET|PUT|POST|DELETE|PATCH)\b")
_SURE: Final = 0.6


def unstated_candidates(root: Section, context: Context) -> list[Candidate]:
    """Return the operations of headings that are a path, or whose section holds a URL
    that ends in what the heading says.

    The method is the one that the section names, else that of the whole page, else GET.
    """
    found: list[Candidate] = []
    usual = _method(root)
    for section in root.walk():
        place = _place(section)
        if place is None or section.heading is None:
            continue
        text = " ".join(text_of(b) for s in section.walk() for b in s.blocks)
        said = _METHOD.search(text)
        method = said[1] if said else usual
        made = endpoint(method, place, section.heading.span)
        if made is None:
            continue
        named = section.title.strip("` ")
        name = named if NAME.fullmatch(named) else ""
        parts = [Part(around, block) for around, block in _blocks(section, ())]
        context.read(section.heading, f"operation {made.path}")
        sure = 1.0 if said else _SURE
        found.append(Candidate(made, section.heading, parts, name=name, sure=sure))
    return found


def _place(section: Section) -> str | None:
    """Return the path or URL that *section* is about."""
    title = section.title.strip("` ")
    if _PATH.fullmatch(title):
        return title
    if not NAME.fullmatch(title) or section_role(title) is not None:
        return None
    for inner in section.walk():
        for block in inner.blocks:
            for url in urls(text_of(block)):
                if url.split("?")[0].endswith(f"/{title}"):
                    return url.split("?")[0]
    return None


def _method(root: Section) -> str:
    """Return the method that the page speaks of before any of its operations."""
    for section in root.walk():
        for block in section.blocks:
            if (found := _METHOD.search(text_of(block))) is not None:
                return found[1]
    return "GET"


def _blocks(
    section: Section, around: tuple[Section, ...]
) -> Iterator[tuple[tuple[Section, ...], Block]]:
    here = (*around, section)
    for block in section.blocks:
        yield here, block
    for inner in section.sections:
        if _place(inner) is None:
            yield from _blocks(inner, here)
