"""Changes of a page in HTML, each one at a place that a seed chooses."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Final

from bs4 import BeautifulSoup, Tag

from lift_mutations.mutate_markdown import MARKDOWN, mutated_markdown

Mutation = Callable[[BeautifulSoup, random.Random], str | None]
"""Changes a page in place. Returns the text that is gone with it, empty for none; None
when the page has nothing to change."""

_WORDS: Final = ("Zorblax", "Quimby", "Flernt", "Wubble")
_HEADINGS: Final = re.compile(r"^h[1-6]$")


def _pick(found: list[Tag], rng: random.Random) -> Tag | None:
    return rng.choice(found) if found else None


def _tables(page: BeautifulSoup) -> list[Tag]:
    return [t for t in page.find_all("table") if len(t.find_all("tr")) > 1]


def _rows(table: Tag) -> list[Tag]:
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)


def rename_header(page: BeautifulSoup, rng: random.Random) -> str | None:
    """Give a column another header."""
    cell = _pick([c for c in page.find_all("th") if c.get_text(strip=True)], rng)
    if cell is None:
        return None
    cell.clear()
    cell.append(rng.choice(_WORDS))
    return ""


def rename_heading(page: BeautifulSoup, rng: random.Random) -> str | None:
    """Give a section another heading; what the heading said is gone."""
    heading = _pick(
        [h for h in page.find_all(_HEADINGS) if h.get_text(strip=True)], rng
    )
    if heading is None:
        return None
    gone = heading.get_text(" ", strip=True)
    heading.clear()
    heading.append(rng.choice(_WORDS))
    return gone


def add_column(page: BeautifulSoup, rng: random.Random) -> str | None:
    """Give a table one more column."""
    table = _pick(_tables(page), rng)
    if table is None:
        return None
    rows = _rows(table)
    at = rng.randrange(1 + len(_cells(rows[0])))
    for index, row in enumerate(rows):
        cell = page.new_tag("th" if row.find("th", recursive=False) else "td")
        cell.string = "Since" if index == 0 else "v2"
        row.insert(min(at, len(_cells(row))), cell)
    return ""


def reorder_columns(page: BeautifulSoup, rng: random.Random) -> str | None:
    """Put the columns of a table into another order."""
    table = _pick(_tables(page), rng)
    if table is None:
        return None
    rows = _rows(table)
    order = list(range(len(_cells(rows[0]))))
    rng.shuffle(order)
    for row in rows:
        cells = _cells(row)
        if len(cells) == len(order) and not any(c.get("colspan") for c in cells):
            for cell in cells:
                cell.extract()
            for at in order:
                row.append(cells[at])
    return ""


def nest_table(page: BeautifulSoup, rng: random.Random) -> str | None:
    """Put a table into the only cell of another one."""
    table = _pick(_tables(page), rng)
    if table is None:
        return None
    outer, row, cell = page.new_tag("table"), page.new_tag("tr"), page.new_tag("td")
    table.replace_with(outer)
    outer.append(row)
    row.append(cell)
    cell.append(table)
    return ""


def wrap(page: BeautifulSoup, rng: random.Random) -> str | None:
    """Put an element into a box."""
    found = page.find_all(
        ["table", "dl", "ul", "p", "pre", "section", "article", _HEADINGS]
    )
    element = _pick([e for e in found if e.find_parent("head") is None], rng)
    if element is None:
        return None
    box = page.new_tag("div", attrs={"class": "zorblax"})
    element.replace_with(box)
    box.append(element)
    return ""


def unwrap(page: BeautifulSoup, rng: random.Random) -> str | None:
    """Take a box away around what is in it."""
    found = [
        d for d in page.find_all(["div", "section", "span"]) if d.get_text(strip=True)
    ]
    element = _pick(found, rng)
    if element is None:
        return None
    element.unwrap()
    return ""


def change_class(page: BeautifulSoup, rng: random.Random) -> str | None:
    """Give a class another name, everywhere."""
    names = sorted(
        {c for e in page.find_all(class_=True) for c in str(e["class"]).split()}
    )
    if not names:
        return None
    name = rng.choice(names)
    for element in page.find_all(class_=True):
        kept = [
            rng.choice(_WORDS) if c == name else c
            for c in str(element["class"]).split()
        ]
        element["class"] = " ".join(kept)
    return ""


def head_to_body(page: BeautifulSoup, rng: random.Random) -> str | None:
    """Make plain cells of a table's header cells."""
    table = _pick([t for t in _tables(page) if t.find("th")], rng)
    if table is None:
        return None
    for cell in table.find_all("th"):
        cell.name = "td"
    return ""


def drop_section(page: BeautifulSoup, rng: random.Random) -> str | None:
    """Take a table or list away, with all that it says."""
    found = [e for e in page.find_all(["table", "dl", "ul"]) if e.get_text(strip=True)]
    element = _pick(found, rng)
    if element is None:
        return None
    gone = element.get_text(" ", strip=True)
    element.decompose()
    return gone


def drop_cell(page: BeautifulSoup, rng: random.Random) -> str | None:
    """Take one cell of a row away, with what it says."""
    row = _pick(
        [r for r in page.find_all("tr") if len(_cells(r)) > 1 and r.find("td")], rng
    )
    if row is None:
        return None
    cell = rng.choice(_cells(row))
    gone = row.get_text(" ", strip=True)
    cell.decompose()
    return gone


MUTATIONS: Final[dict[str, Mutation]] = {
    each.__name__: each
    for each in (
        rename_header,
        rename_heading,
        add_column,
        reorder_columns,
        nest_table,
        wrap,
        unwrap,
        change_class,
        head_to_body,
        drop_section,
        drop_cell,
    )
}


ALL: Final = tuple(dict.fromkeys((*MUTATIONS, *MARKDOWN)))
"""The names of all mutations, of pages in HTML and in Markdown."""


def is_plain(text: str) -> bool:
    """Return whether the page *text* is no HTML, but Markdown or plain text."""
    return not text.lstrip("\ufeff \t\r\n").startswith("<")


def settled(text: str) -> str:
    """Return the page *text* as it is written after a change that changes nothing."""
    if is_plain(text):
        return text
    return str(BeautifulSoup(text, "html.parser", multi_valued_attributes=None))


def mutated(text: str, name: str, seed: int) -> tuple[str, str] | None:
    """Return *text* after the mutation *name*, and the words that are gone with it.

    None when there is nothing to change, or no such change of pages of its kind.
    """
    if is_plain(text):
        return mutated_markdown(text, name, seed) if name in MARKDOWN else None
    if name not in MUTATIONS:
        return None
    soup = BeautifulSoup(text, "html.parser", multi_valued_attributes=None)
    gone = MUTATIONS[name](soup, random.Random(f"{name}{seed}"))
    return None if gone is None else (str(soup), gone)
