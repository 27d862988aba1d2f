"""Blocks with other places: read from text of its own, they go back to the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from specpress.lift.generic.blocks import (
    Block,
    Code,
    Flow,
    Heading,
    Items,
    Para,
    Piece,
    Row,
    Table,
    Terms,
    Words,
)
from specpress.source import Span

Move: TypeAlias = Callable[[Span], Span]


def moved(block: Block, move: Move) -> Block:
    """Return *block* with every place in it replaced by what *move* makes of it."""
    match block:
        case Heading(level, said, anchor):
            return Heading(level, _words(said, move), anchor)
        case Para(said):
            return Para(_words(said, move))
        case Code(text, lang, span, path):
            return Code(text, lang, move(span), path)
        case Table(rows, span, path):
            return Table(tuple(_row(row, move) for row in rows), move(span), path)
        case Items(entries, span, path, ordered):
            return Items(
                tuple(_flow(e, move) for e in entries), move(span), path, ordered
            )
        case Terms(entries, span, path):
            pairs = tuple((_flow(t, move), _flow(d, move)) for t, d in entries)
            return Terms(pairs, move(span), path)


def _words(said: Words, move: Move) -> Words:
    pieces = tuple(Piece(p.text, p.mark, move(p.span), p.hint) for p in said.pieces)
    return Words(said.text, pieces, move(said.span), said.path)


def _flow(flow: Flow, move: Move) -> Flow:
    blocks = tuple(moved(block, move) for block in flow.blocks)
    return Flow(_words(flow.words, move), blocks, flow.head, flow.width)


def _row(row: Row, move: Move) -> Row:
    cells = tuple(_flow(cell, move) for cell in row.cells)
    return Row(cells, move(row.span), row.path, row.head, row.depth)
