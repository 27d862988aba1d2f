"""The sections of an operation, told by their headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from specpress.lift.widdershins.blocks import Block

TITLES: Final = {
    "parameters": "parameters",
    "detailed descriptions": "details",
    "enumerated values": "values",
    "responses": "responses",
    "response schema": "schemas",
    "response headers": "headers",
    "callbacks": "callbacks",
    "links": "links",
}
_QUOTES: Final = ("body parameter", "example responses")


@dataclass(slots=True)
class Sections:
    """The blocks of an operation by section.

    *described* are those after the target and before the first section. *strange* are
    headings that the tool does not write, with all below them.
    """

    described: list[Block] = field(default_factory=list[Block])
    body: list[Block] = field(default_factory=list[Block])
    examples: list[Block] = field(default_factory=list[Block])
    parameters: list[Block] = field(default_factory=list[Block])
    details: list[Block] = field(default_factory=list[Block])
    values: list[Block] = field(default_factory=list[Block])
    responses: list[Block] = field(default_factory=list[Block])
    schemas: list[Block] = field(default_factory=list[Block])
    headers: list[Block] = field(default_factory=list[Block])
    callbacks: list[Block] = field(default_factory=list[Block])
    links: list[Block] = field(default_factory=list[Block])
    asides: list[Block] = field(default_factory=list[Block])
    strange: list[Block] = field(default_factory=list[Block])


def sections(blocks: Sequence[Block]) -> Sections:
    """Return the sections that *blocks*, which follow the target, are cut into."""
    found = Sections()
    current = found.described
    begun = False
    for block in blocks:
        if block.kind == "heading" and (name := _section(block, begun=begun)):
            begun = True
            inside = name in ("values", "links") and current is found.schemas
            if not inside:
                current = _of(found, name)
            block.used = True
            if inside:
                current.append(block)
        elif block.kind == "heading" and begun and current is not found.callbacks:
            current = found.strange
            current.append(block)
        elif block.kind == "quote" and (quoted := _quoted(block)):
            begun = True
            block.used = True
            current = found.body if quoted == _QUOTES[0] else found.examples
        elif block.kind == "aside":
            found.asides.append(block)
        else:
            current.append(block)
    return found


def _section(block: Block, *, begun: bool) -> str | None:
    """Return the section that *block* heads; low headings may be in a description."""
    name = TITLES.get(block.text.strip().lower())
    known = block.level >= 3 and (begun or name in ("parameters", "responses"))
    return name if known else None


def _of(found: Sections, name: str) -> list[Block]:
    part: list[Block] = getattr(found, name)
    return part


def _quoted(block: Block) -> str | None:
    text = block.text.lstrip("> ").strip().lower()
    return text if text in _QUOTES else None
