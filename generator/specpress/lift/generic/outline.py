"""Blocks to sections, by the levels of their headings."""

from __future__ import annotations

from collections.abc import Iterable

from specpress.lift.generic.blocks import Block, Heading, Para, Section
from specpress.lift.generic.vocabulary import section_role

_LONGEST = 60


def read_outline(blocks: Iterable[Block]) -> Section:
    """Return the section that holds all of *blocks*.

    Labels (bold lines that say what comes next) become headings of level 7: they end
    at the next heading.
    """
    root = Section(None, None)
    open_ = [(0, root)]
    for block in blocks:
        heading = block if isinstance(block, Heading) else _label(block)
        if heading is None:
            open_[-1][1].blocks.append(block)
            continue
        while open_[-1][0] >= heading.level:
            open_.pop()
        section = Section(heading, open_[-1][1])
        open_[-1][1].sections.append(section)
        open_.append((heading.level, section))
    return root


def _label(block: Block) -> Heading | None:
    """Return the paragraph *block* as a heading when it is a label."""
    if not isinstance(block, Para):
        return None
    said = block.words
    text = said.text.rstrip(":").strip()
    if not text or len(text) > _LONGEST or "\n" in text:
        return None
    marked = "".join(p.text for p in said.marked("strong", "badge")).strip()
    whole = len(marked.rstrip(":")) >= len(text) > 0
    if (whole or said.text.endswith(":")) and section_role(text) is not None:
        return Heading(7, said)
    return None
