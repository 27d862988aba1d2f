"""What a reference page is made of, whatever it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from specpress.source import Span

Mark: TypeAlias = Literal["text", "code", "strong", "em", "link", "badge", "break"]

_SPACE: Final = re.compile(r"[^\S\n]+")
_LINES: Final = re.compile(r" ?\n ?(?:\n ?)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is marked in one way.

    *hint* holds the class names around a badge, in lower case.
    """

    text: str
    mark: Mark
    span: Span
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Text between two ends of blocks; *text* has one space between words."""

    text: str
    pieces: tuple[Piece, ...]
    span: Span
    path: str

    def marked(self, *marks: Mark) -> list[Piece]:
        """Return the pieces that are marked as one of *marks*."""
        return [piece for piece in self.pieces if piece.mark in marks]


def words(pieces: Sequence[Piece], span: Span, path: str) -> Words:
    """Return *pieces* as one text; badges that touch are kept apart."""
    parts: list[str] = []
    for piece, before in zip(pieces, (None, *pieces), strict=False):
        touching = before is not None and "badge" in (piece.mark, before.mark)
        if touching and piece.text[:1].isalnum() and parts[-1][-1:].isalnum():
            parts.append(" ")
        parts.append(piece.text)
    text = _LINES.sub("\n", _SPACE.sub(" ", "".join(parts))).strip()
    return Words(text, tuple(pieces), span, path)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; *level* 1 is the outermost. Labels within a text have level 7."""

    level: int
    words: Words
    anchor: str = ""

    @property
    def text(self) -> str:
        """What the heading says."""
        return self.words.text

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.words.span

    @property
    def path(self) -> str:
        """Its place as a selector."""
        return self.words.path


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    words: Words

    @property
    def text(self) -> str:
        """What the paragraph says."""
        return self.words.text

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.words.span

    @property
    def path(self) -> str:
        """Its place as a selector."""
        return self.words.path


@dataclass(frozen=True, slots=True)
class Code:
    """Text that keeps its lines; *lang* is what the page says it is."""

    text: str
    lang: str
    span: Span
    path: str


@dataclass(frozen=True, slots=True)
class Flow:
    """A cell, an entry of a list or a definition: words, and blocks in it."""

    words: Words
    blocks: tuple[Block, ...] = ()
    head: bool = False
    width: int = 1

    @property
    def text(self) -> str:
        """What the words say."""
        return self.words.text

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.words.span


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Flow, ...]
    span: Span
    path: str
    head: bool = False
    """Whether it stands in the table's head, or all its cells are headers."""
    depth: int = 0
    """How far the row is indented below the rows above it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; a caption in it is a label before it."""

    rows: tuple[Row, ...]
    span: Span
    path: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list, or boxes of one kind one after another."""

    entries: tuple[Flow, ...]
    span: Span
    path: str
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """A list of definitions: each term with what is said of it."""

    entries: tuple[tuple[Flow, Flow], ...]
    span: Span
    path: str


Block: TypeAlias = Heading | Para | Code | Table | Items | Terms


@dataclass(slots=True)
class Section:
    """A heading with what stands below it, down to the next one like it."""

    heading: Heading | None
    parent: Section | None
    blocks: list[Block] = field(default_factory=list[Block])
    sections: list[Section] = field(default_factory=list["Section"])

    @property
    def title(self) -> str:
        """What the heading says."""
        return self.heading.text if self.heading else ""

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in the page's order."""
        yield self
        for section in self.sections:
            yield from section.walk()
