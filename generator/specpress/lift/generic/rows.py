"""Rows of a table to what they say of parameters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from specpress.lift.generic.blocks import Flow, Row, Words
from specpress.lift.generic.columns import Columns
from specpress.lift.generic.facts import Fact
from specpress.lift.generic.limits import read_limits
from specpress.lift.generic.names import read_name
from specpress.lift.generic.notes import (
    kind_of,
    set_type,
    split_description,
    take_mark,
    take_note,
    take_notes,
    take_values,
    value_of,
)
from specpress.lift.generic.tree import nested
from specpress.lift.generic.typed import Typed
from specpress.lift.generic.typewords import read_type
from specpress.lift.generic.vocabulary import location, section_mark, section_role
from specpress.source import Span

Inner = Callable[[Flow, Fact], None]
"""Reads what stands in a cell beside its words."""

_NOTHING: Final = frozenset(("", "-", "\u2013", "\u2014", "n/a", "none", "N/A"))


def read_rows(
    columns: Columns, inner: Inner, lost: list[tuple[str, str, Span]]
) -> list[Fact]:
    """Return what each row of a table says, nested as the rows are.

    *inner* reads blocks in cells. What is not understood is added to *lost*: the text,
    its place as a selector, and its span.
    """
    found: list[tuple[int, Fact]] = []
    place: str | None = None
    required: str | None = None
    for row in columns.rows:
        if _is_title(row, columns):
            place, required = _titled(row, lost)
            continue
        name = _cell(row, columns, "name")
        named = read_name(name.words) if name is not None else None
        if named is None:
            _continue(row, columns, found, inner, lost)
            continue
        for each in named.names:
            fact = Fact(each, name.span if name else row.span, row.path)
            if named.required is not None:
                fact.required, fact.marked = named.required, True
            if required is not None:
                fact.required, fact.marked = required == "required", True
            fact.location = place
            _read(fact, row, columns, named.notes, inner, lost)
            found.append((named.depth + row.depth, fact))
    return nested(found)


def _is_title(row: Row, columns: Columns) -> bool:
    """Return whether *row* is a title over the rows below it."""
    filled = [cell for cell in row.cells if cell.text or cell.blocks]
    if len(filled) != 1 or filled[0].blocks:
        return False
    single = len(row.cells) == 1 and len(columns.headers or "..") > 1
    return (single or filled[0].width > 1) and not re.search(r"[.!]$", filled[0].text)


def _titled(
    row: Row, lost: list[tuple[str, str, Span]]
) -> tuple[str | None, str | None]:
    text = row.cells[0].text
    role = section_role(text) or location(text)
    required = section_mark(text)
    if role is None and required is None:
        lost.append((text, row.path, row.span))
    known = ("path", "query", "header", "cookie", "body", "form")
    return (role if role in known else None), required


def _cell(row: Row, columns: Columns, role: str) -> Flow | None:
    at = columns.roles.get(role)
    return row.cells[at] if at is not None and at < len(row.cells) else None


def _continue(
    row: Row,
    columns: Columns,
    found: list[tuple[int, Fact]],
    inner: Inner,
    lost: list[tuple[str, str, Span]],
) -> None:
    """Add a row without a name of its own to the row before it."""
    filled = [cell for cell in row.cells if cell.text or cell.blocks]
    if not filled:
        return
    name = _cell(row, columns, "name")
    if not found or (
        name is not None and name.text and not name.blocks and len(filled) > 1
    ):
        lost.append((" | ".join(c.text for c in filled)[:80], row.path, row.span))
        return
    fact = found[-1][1]
    for cell in dict.fromkeys(map(id, filled)):
        flow = next(c for c in filled if id(c) == cell)
        if flow.blocks:
            inner(flow, fact)
        if flow.text:
            fact.description = f"{fact.description}\n{flow.text}".strip()


def _read(
    fact: Fact,
    row: Row,
    columns: Columns,
    notes: tuple[str, ...],
    inner: Inner,
    lost: list[tuple[str, str, Span]],
) -> None:
    """Put what the cells of *row* say into *fact*."""
    cells = {
        role: cell
        for role, at in columns.roles.items()
        if at < len(row.cells)
        for cell in (row.cells[at],)
    }
    if (cell := cells.get("type")) is not None:
        _type(cell, fact, lost)
    spare = [note for note in notes if not take_notes(note, fact)]
    for role, cell in cells.items():
        if role not in ("name", "type", "description") and cell.text:
            _value(role, cell, fact, lost)
    if (cell := cells.get("description")) is not None:
        fact.description = split_description(cell.text, fact)
    if spare:
        fact.description = "\n".join(filter(None, (" ".join(spare), fact.description)))
    for cell in row.cells:
        if cell.blocks:
            inner(cell, fact)
    for at in columns.unknown:
        if at < len(row.cells) and row.cells[at].text not in _NOTHING:
            header = (
                columns.headers[at] if at < len(columns.headers) else f"column {at + 1}"
            )
            lost.append(
                (
                    f"{header}: {row.cells[at].text}"[:80],
                    row.cells[at].words.path,
                    row.cells[at].span,
                )
            )


def _type(cell: Flow, fact: Fact, lost: list[tuple[str, str, Span]]) -> None:
    fact.type_span = cell.span
    if cell.text in _NOTHING:
        return
    read = read_cell_type(cell.words)
    if read.schema is None or not read.exact:
        lines = [line for line in cell.text.split("\n") if line.strip()]
        if len(lines) > 1 and all(take_note(line, fact) for line in lines):
            return
        fact.type_text = cell.text
        if read.schema is None:
            lost.append((cell.text, cell.words.path, cell.span))
            return
        fact.doubt("type", 0.6)
    set_type(fact, read, cell.text)


def read_cell_type(words: Words) -> Typed:
    """Return the type that a cell says; several words marked as code are values."""
    read = read_type(words.text)
    codes = [piece.text.strip() for piece in words.marked("code")]
    if len(codes) > 1 and (read.schema is None or not read.exact):
        rest = words.text
        for code in codes:
            rest = rest.replace(code, "", 1)
        inner = read_type(re.sub(r"(?i)\bone of\b|[,:|]|\bor\b", " ", rest))
        if not rest.strip(" ,:|/\n") or inner.exact:
            schema = dict(inner.schema or {"type": "string"})
            return Typed({**schema, "enum": [_plain(code) for code in codes]})
    return read


def _plain(code: str) -> object:
    return int(code) if re.fullmatch(r"-?\d{1,15}", code) else code.strip("\"'")


def _value(
    role: str, cell: Flow, fact: Fact, lost: list[tuple[str, str, Span]]
) -> None:
    """Put a cell of the column *role* into *fact*."""
    text = cell.text.strip()
    if text in _NOTHING and role not in ("required", "optional"):
        return
    bare = text.strip("`")
    understood = True
    match role:
        case "required" | "optional":
            understood = _required(role, text, fact)
        case "default":
            fact.default = value_of(bare, fact)
        case "location":
            fact.location = location(text)
            understood = fact.location is not None
        case "values":
            codes = [p.text for p in cell.words.marked("code") if p.text.strip()]
            fact.values = [value_of(c, fact) for c in codes] or take_values(text, fact)
        case "example":
            fact.example = value_of(bare, fact)
        case "limits" | "format":
            understood = _limits(role, bare, fact)
        case "minimum" | "maximum":
            prefix = "min" if role == "minimum" else "max"
            limits = read_limits(f"{prefix} {bare}", kind_of(fact))
            understood = limits is not None
            fact.limits.update(limits or {})
        case "nullable" | "deprecated":
            if text.lower() in ("yes", "true", "✓", "y", role):
                setattr(fact, role, True)
        case "access":
            understood = take_mark(text, fact) or text.lower() in (
                "read/write",
                "rw",
                "read-write",
            )
        case "ignored":
            pass
        case _:
            understood = False
    if not understood:
        lost.append((f"{role}: {text}"[:80], cell.words.path, cell.span))


def _required(role: str, text: str, fact: Fact) -> bool:
    lines = [part for part in re.split(r"[\n,;]", text) if part.strip()]
    if role == "optional":
        fact.marked = True
        fact.required = not lines or text.strip().lower() in (
            "no",
            "false",
            "n",
            "-",
            "✗",
        )
        return True
    if text.strip() in _NOTHING:
        fact.required, fact.marked = False, True
        return True
    good = [take_note(part.strip(), fact) for part in lines]
    if any(good) and fact.marked:
        return all(good)
    if text.lower().startswith(
        ("yes", "required", "mandatory", "no", "optional", "conditional")
    ):
        word = re.split(r"[\s,(.:]", text.lower())[0]
        take_mark(word, fact)
        if " if " in text.lower() or " unless " in text.lower():
            fact.required = False
            fact.doubt("required", 0.7)
        fact.unread.append((text, fact.span))
        return True
    return False


def _limits(role: str, text: str, fact: Fact) -> bool:
    limits = read_limits(text, kind_of(fact))
    if limits is not None:
        fact.limits.update(limits)
        return True
    return take_note(f"format: {text}" if role == "format" else text, fact)


def rows_of(columns: Columns, role: str) -> Iterator[tuple[Row, Flow]]:
    """Yield the rows whose cell of the column *role* says something."""
    for row in columns.rows:
        cell = _cell(row, columns, role)
        if cell is not None and cell.text:
            yield row, cell
