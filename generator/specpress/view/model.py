"""What the page shows: cards, each with rows of facts and what was told of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

CardKind: TypeAlias = Literal["api", "operation", "type"]


@dataclass(frozen=True, slots=True)
class Row:
    """A fact: its *kind* and *name*, its type or value as *text*, how it is known
    (*origin*, and a *confidence* in percent where it is less than certain), its *place*
    as ``file:line:column``, and what stands there."""

    kind: str
    name: str
    text: str
    origin: str
    confidence: int | None
    place: str
    said: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A diagnostic or an entry of the ledger; *level* is a severity or a status, *code*
    that of the diagnostic."""

    level: str
    code: str
    message: str
    place: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Lines of a source with their numbers from 1, those of a page without (0); *more*
    lines follow. *place* is where it begins."""

    place: str
    lines: tuple[tuple[int, str], ...]
    more: int


@dataclass(frozen=True, slots=True)
class Card:
    """An operation or a type with all that is known of it; *anchor* is its id in the
    page, *emitted* the Python text that was made of it, *models* the anchors and names
    of the types that it uses, *marks* the words that filters look for."""

    kind: CardKind
    anchor: str
    title: str
    line: str
    rows: tuple[Row, ...]
    excerpt: Excerpt | None
    emitted: str
    models: tuple[tuple[str, str], ...]
    remarks: tuple[Remark, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The whole page: *counts* are of cards and parts, by what is counted."""

    title: str
    version: str
    counts: tuple[tuple[str, int], ...]
    filters: tuple[str, ...]
    cards: tuple[Card, ...]
