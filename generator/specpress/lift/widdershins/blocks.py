"""The blocks that a page is a sequence of, in Markdown as in HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from specpress.lift.rendering.tables import Table
from specpress.source import Span

Kind: TypeAlias = Literal[
    "heading", "text", "code", "quote", "list", "table", "aside", "other"
]


@dataclass(slots=True)
class Block:
    """A block: its Markdown, its place, and a *path* that finds it for a reader.

    *anchors* are the ids on it and in it. A heading has a *level*; code has a
    *language*; a table has its cells. *used* is set when a part of the lifter has
    understood the block, or ignores it on purpose.
    """

    kind: Kind
    text: str
    span: Span
    path: str
    anchors: tuple[str, ...] = ()
    level: int = 0
    language: str = ""
    table: Table | None = None
    used: bool = field(default=False, compare=False)

    def heads(self, *titles: str) -> bool:
        """Return whether this is a heading with one of *titles*, in lower case."""
        return self.kind == "heading" and self.text.strip().lower() in titles

    def anchor(self, prefix: str) -> str | None:
        """Return what follows *prefix* in the first anchor that begins so, or None."""
        for each in self.anchors:
            if each.startswith(prefix):
                return each[len(prefix) :]
        return None


def prose(blocks: list[Block]) -> str:
    """Return *blocks* as one Markdown text, and count them as used."""
    for block in blocks:
        block.used = True
    texts = (_marked(each) for each in blocks if each.text.strip())
    return "\n\n".join(texts).strip()


def _marked(block: Block) -> str:
    """Return the Markdown of *block*, with what makes it a heading or code."""
    if block.kind == "heading":
        return f"{'#' * block.level} {block.text.strip()}"
    if block.kind == "code":
        return f"```{block.language}\n{block.text.strip()}\n```"
    return block.text
