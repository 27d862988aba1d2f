"""Tables of HTML: cells that span rows or columns stand in all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, TypeAlias

from specpress.lift.generic.blocks import Flow, Row, Table
from specpress.lift.generic.scope import step
from specpress.readers.element import Element

Read: TypeAlias = Callable[[Element, str], Flow]

_WIDEST: Final = 50
_DEPTH: Final = re.compile(r"(?:level|depth|indent|nest(?:ed)?)[-_]?(\d)")


def read_table(element: Element, path: str, read: Read) -> Table:
    """Return the table that *element* is; *read* reads a cell."""
    rows: list[Row] = []
    held: dict[int, tuple[int, Flow]] = {}
    for row, in_head in _rows(element):
        here = f"{path} > {step(row)}"
        cells: list[Flow] = []
        tags = [c for c in row.children if c.tag in ("td", "th")]
        for tag in tags:
            _fill(cells, held)
            cell = read(tag, f"{here} > {step(tag)}")
            width = _number(tag, "colspan")
            cell = replace(cell, head=tag.tag == "th", width=width)
            if (height := _number(tag, "rowspan")) > 1:
                held[len(cells)] = (height - 1, cell)
            cells.append(cell)
        _fill(cells, held)
        head = in_head or (bool(tags) and all(tag.tag == "th" for tag in tags))
        if cells:
            made = Row(tuple(cells), row.span, here, head, _depth(row))
            rows.append(made)
    return Table(tuple(rows), element.span, path)


def _fill(cells: list[Flow], held: dict[int, tuple[int, Flow]]) -> None:
    """Add the cells that come down from the rows above."""
    while (at := len(cells)) in held:
        left, cell = held.pop(at)
        if left > 1:
            held[at] = (left - 1, cell)
        cells.append(cell)


def _rows(element: Element, *, head: bool = False) -> Iterator[tuple[Element, bool]]:
    for part in element.children:
        if part.tag == "tr":
            yield part, head
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(part, head=part.tag == "thead")


def _number(element: Element, attribute: str) -> int:
    text = element.attributes.get(attribute, "1").strip()
    return min(max(int(text), 1), _WIDEST) if text.isdecimal() else 1


def _depth(row: Element) -> int:
    """Return how deep classes or attributes say that *row* is nested."""
    for text in (
        *row.classes,
        *(
            f"level{row.attributes[k]}"
            for k in ("data-level", "aria-level")
            if k in row.attributes
        ),
    ):
        if found := _DEPTH.fullmatch(text):
            return int(found[1])
    return 0
