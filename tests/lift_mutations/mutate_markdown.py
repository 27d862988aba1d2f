"""Changes of a page in Markdown, each one at a place that a seed chooses."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Final

Mutation = Callable[[list[str], random.Random], str | None]
"""Changes the lines of a page in place. Returns the text that is gone with it, empty
for none; None when the page has nothing to change."""

_WORDS: Final = ("Zorblax", "Quimby", "Flernt", "Wubble")
_HEADING: Final = re.compile(r"(#{1,6}) +\S")
_RULE: Final = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_FENCE: Final = re.compile(r"\s*(```|~~~)")


def _plain(lines: list[str]) -> list[int]:
    """Return the numbers of the lines that stand in no block of code."""
    found: list[int] = []
    fence = ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
        elif not fence:
            found.append(number)
    return found


def _tables(lines: list[str]) -> list[range]:
    """Return where the tables stand: heads, the rule below them, rows."""
    plain = set(_plain(lines))
    found: list[range] = []
    for number, line in enumerate(lines):
        if number and number in plain and "|" in line and _RULE.fullmatch(line):
            end = number + 1
            while end < len(lines) and lines[end].strip().startswith("|"):
                end += 1
            if "|" in lines[number - 1]:
                found.append(range(number - 1, end))
    return found


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return re.split(r"(?<!\\)\|", inner)


def _row(cells: list[str]) -> str:
    return f"|{'|'.join(cells)}|"


def rename_header(lines: list[str], rng: random.Random) -> str | None:
    """Give a column another header."""
    if not (tables := _tables(lines)):
        return None
    at = rng.choice(tables).start
    cells = _cells(lines[at])
    cells[rng.randrange(len(cells))] = rng.choice(_WORDS)
    lines[at] = _row(cells)
    return ""


def rename_heading(lines: list[str], rng: random.Random) -> str | None:
    """Give a section another heading; what the heading said is gone."""
    found = [n for n in _plain(lines) if _HEADING.match(lines[n])]
    if not found:
        return None
    at = rng.choice(found)
    mark, _, gone = lines[at].partition(" ")
    lines[at] = f"{mark} {rng.choice(_WORDS)}"
    return gone


def add_column(lines: list[str], rng: random.Random) -> str | None:
    """Give a table one more column."""
    if not (tables := _tables(lines)):
        return None
    table = rng.choice(tables)
    place = rng.randrange(1 + len(_cells(lines[table.start])))
    for index, at in enumerate(table):
        cells = _cells(lines[at])
        cells.insert(place, ("Since", "---")[index] if index < 2 else "v2")
        lines[at] = _row(cells)
    return ""


def reorder_columns(lines: list[str], rng: random.Random) -> str | None:
    """Put the columns of a table into another order."""
    if not (tables := _tables(lines)):
        return None
    table = rng.choice(tables)
    order = list(range(len(_cells(lines[table.start]))))
    rng.shuffle(order)
    for at in table:
        cells = _cells(lines[at])
        if len(cells) == len(order):
            lines[at] = _row([cells[place] for place in order])
    return ""


def wrap(lines: list[str], rng: random.Random) -> str | None:
    """Put a table, or a paragraph, into a box."""
    found = [*_tables(lines)]
    found += [range(n, n + 1) for n in _plain(lines) if re.match(r"\w", lines[n])]
    if not found:
        return None
    part = rng.choice(found)
    lines[part.stop : part.stop] = ["", "</div>", ""]
    lines[part.start : part.start] = ["", '<div class="zorblax">', ""]
    return ""


def quote(lines: list[str], rng: random.Random) -> str | None:
    """Put a table into a quotation."""
    if not (tables := _tables(lines)):
        return None
    for at in rng.choice(tables):
        lines[at] = f"> {lines[at]}"
    return ""


def change_level(lines: list[str], rng: random.Random) -> str | None:
    """Put a heading one level deeper."""
    found = [n for n in _plain(lines) if re.match(r"#{1,5} +\S", lines[n])]
    if not found:
        return None
    at = rng.choice(found)
    lines[at] = f"#{lines[at]}"
    return ""


def drop_section(lines: list[str], rng: random.Random) -> str | None:
    """Take a table away, with all that it says."""
    if not (tables := _tables(lines)):
        return None
    table = rng.choice(tables)
    gone = " ".join(lines[at] for at in table)
    del lines[table.start : table.stop]
    return gone


def drop_cell(lines: list[str], rng: random.Random) -> str | None:
    """Take one cell of a row away, with what it says."""
    rows = [at for table in _tables(lines) for at in table[2:]]
    if not rows:
        return None
    at = rng.choice(rows)
    gone, cells = lines[at], _cells(lines[at])
    del cells[rng.randrange(len(cells))]
    lines[at] = _row(cells)
    return gone


MARKDOWN: Final[dict[str, Mutation]] = {
    each.__name__: each
    for each in (
        rename_header,
        rename_heading,
        add_column,
        reorder_columns,
        wrap,
        quote,
        change_level,
        drop_section,
        drop_cell,
    )
}


def mutated_markdown(text: str, name: str, seed: int) -> tuple[str, str] | None:
    """Return *text* after the mutation *name*, and the words that are gone with it."""
    lines = text.split("\n")
    gone = MARKDOWN[name](lines, random.Random(f"{name}{seed}"))
    return None if gone is None else ("\n".join(lines), gone)
