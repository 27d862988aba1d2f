"""What all parts of the reading of one page share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from specpress.lift.generic.blocks import Block, Section
from specpress.source import Span

State: TypeAlias = Literal["read", "text", "ignored"]


@dataclass(frozen=True, slots=True)
class Note:
    """What became of a part of the page."""

    span: Span
    path: str
    what: str


@dataclass(slots=True)
class Context:
    """The settings of a page, and what was made of each of its blocks.

    *columns* maps headers to what is below them; *lost* are the texts that were not
    understood, each with its selector; *broken* the samples that are none; *unsure* the
    parts of facts that are below the *threshold*; *media* is the media type of bodies that the
    page as a whole states; *convention* what a field without a mark is where others
    have one; *known* the names of objects that are described, *files* of those that stand for files; *envelope* the field of
    every response that holds the result, and the fields beside it.
    """

    columns: Mapping[str, str] = field(default_factory=dict[str, str])
    threshold: float = 0.5
    lost: list[tuple[str, str, Span]] = field(
        default_factory=list["tuple[str, str, Span]"]
    )
    broken: list[tuple[str, Span]] = field(default_factory=list["tuple[str, Span]"])
    unsure: list[tuple[str, str, float, Span]] = field(
        default_factory=list["tuple[str, str, float, Span]"]
    )
    notes: list[Note] = field(default_factory=list[Note])
    media: str | None = None
    convention: bool | None = None
    known: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    envelope: tuple[str, Mapping[str, object]] | None = None
    _states: dict[int, State] = field(default_factory=dict[int, State])
    _filled: set[int] = field(default_factory=set[int])
    _names: set[int] = field(default_factory=set[int])
    _held: list[Block] = field(default_factory=list[Block])

    def read(self, block: Block, what: str) -> None:
        """Say that *block* was understood as *what*."""
        self._say(block, "read", what)

    def fill(self, sections: Iterable[Section]) -> None:
        """Say that what the headings of *sections* announce is there."""
        self._filled.update(id(section) for section in sections)

    def filled(self, section: Section) -> bool:
        """Return whether what the heading of *section* announces is there."""
        return id(section) in self._filled

    def name(self, block: Block, what: str) -> None:
        """Say that *block* names operations, or says what they are in short."""
        self._say(block, "read", what)
        self._names.add(id(block))

    def names(self, block: Block) -> bool:
        """Return whether *block* was read for naming operations."""
        return id(block) in self._names

    def text(self, block: Block, what: str) -> None:
        """Say that *block* is prose, kept as *what*."""
        self._say(block, "text", what)

    def ignore(self, block: Block, what: str) -> None:
        """Say that *block* is left out on purpose, being *what*."""
        self._say(block, "ignored", what)

    def state(self, block: Block) -> State | None:
        """Return what became of *block*, None when nothing did."""
        return self._states.get(id(block))

    def pending(self, blocks: Iterable[Block]) -> list[Block]:
        """Return those of *blocks* that nothing was made of."""
        return [block for block in blocks if id(block) not in self._states]

    def _say(self, block: Block, state: State, what: str) -> None:
        self._states.setdefault(id(block), state)
        self._held.append(block)  # so that its id is not given to another one
        self.notes.append(Note(block.span, block.path, what))
