"""Which column of a table holds what: by its header, else by its cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from specpress.lift.generic.blocks import Row, Table
from specpress.lift.generic.names import looks_like_name
from specpress.lift.generic.typewords import read_type
from specpress.lift.generic.vocabulary import column_role, mark

_TOLD: Final = (
    "path",
    "query",
    "header",
    "body",
    "form",
    "parameters",
    "url",
    "response",
    "errors",
)
"""What a heading may say that a table lists, whatever its own headers are."""
_STATUS: Final = re.compile(r"[1-5](?:\d\d|XX)\b.*|default", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by what they hold, and the rows below the header.

    *headers* are the header cells; *unknown* the columns that were not understood;
    *guessed* those that were told by their cells.
    """

    roles: Mapping[str, int]
    rows: tuple[Row, ...]
    headers: tuple[str, ...]
    unknown: tuple[int, ...]
    guessed: frozenset[str] = frozenset()

    @property
    def kind(self) -> str | None:
        """What the table lists: fields, responses, endpoints, or None."""
        roles = self.roles
        if "path" in roles and "method" in roles:
            return "endpoints"
        if "status" in roles and "name" not in roles:
            return "responses"
        if "name" in roles and len(roles) > 1:
            return "fields"
        return None


def read_columns(
    table: Table,
    configured: Mapping[str, str] | None = None,
    subject: str | None = None,
) -> Columns:
    """Return what the columns of *table* hold.

    *configured* maps headers, in lower case, to what is below them. *subject* is what
    the table is about, where a heading says it.
    """
    heads = [row for row in table.rows if row.head and len(row.cells) > 1]
    rows = [row for row in table.rows if not row.head]
    if not heads and table.rows:
        first = table.rows[0]
        said = [_role(cell.text, configured) for cell in first.cells]
        if len(first.cells) > 1 and sum(r is not None for r in said) * 2 > len(said):
            heads, rows = [first], list(table.rows[1:])
    headers = tuple(cell.text for cell in heads[-1].cells) if heads else ()
    if not rows and len(heads) > 1:  # every row is marked as a header
        headers, rows = tuple(c.text for c in heads[0].cells), heads[1:]
    roles: dict[str, int] = {}
    unknown: list[int] = []
    for at, header in enumerate(headers):
        role = _role(header, configured)
        if role == "status" and not _all(rows, at, _is_status):
            role = "name" if subject != "errors" and "name" not in roles else None
        if role is None or role in roles:
            unknown.append(at)
        else:
            roles[role] = at
    width = max((len(row.cells) for row in rows), default=0)
    if not headers:
        unknown = list(range(width))
    guessed: frozenset[str] = frozenset()
    if roles or not headers or subject in _TOLD:
        guessed = _guess(roles, unknown, rows, subject)
    return Columns(roles, tuple(rows), headers, tuple(unknown), guessed)


def _role(header: str, configured: Mapping[str, str] | None) -> str | None:
    if configured and (role := configured.get(" ".join(header.lower().split()))):
        return role if role != "ignore" else "ignored"
    return column_role(header)


def _guess(
    roles: dict[str, int], unknown: list[int], rows: Sequence[Row], subject: str | None
) -> frozenset[str]:
    """Tell the roles of columns whose headers are no known words by their cells."""
    before = set(roles)
    if (
        subject in ("errors", "response")
        and "status" not in roles
        and "name" not in roles
    ):
        _give(roles, unknown, rows, "status", _is_status)
    if "status" not in roles:
        _give(roles, unknown, rows, "name", None)
    if "name" in roles:
        _give(roles, unknown, rows, "required", _is_mark)
        _give(roles, unknown, rows, "type", _is_type)
    if unknown and "description" not in roles and roles:
        longest = max(unknown, key=lambda at: sum(len(_text(r, at)) for r in rows))
        if any(_text(row, longest) for row in rows):
            roles["description"] = longest
            unknown.remove(longest)
    return frozenset(roles) - before


def _give(
    roles: dict[str, int],
    unknown: list[int],
    rows: Sequence[Row],
    role: str,
    fits: object,
) -> None:
    if role in roles:
        return
    for at in unknown:
        if role == "name":
            good = _all_named(rows, at)
        else:
            assert callable(fits)
            good = _all(rows, at, fits)
        if good:
            roles[role] = at
            unknown.remove(at)
            return


def _all_named(rows: Sequence[Row], at: int) -> bool:
    cells = [
        row.cells[at] for row in rows if at < len(row.cells) and row.cells[at].text
    ]
    named = sum(looks_like_name(cell.words) for cell in cells)
    return bool(cells) and named >= 0.8 * len(cells)


def _all(rows: Sequence[Row], at: int, fits: object) -> bool:
    assert callable(fits)
    texts = [text for row in rows if (text := _text(row, at))]
    return bool(texts) and all(fits(text) for text in texts)


def _text(row: Row, at: int) -> str:
    return row.cells[at].text if at < len(row.cells) else ""


def _is_status(text: str) -> bool:
    return _STATUS.fullmatch(text.strip("`* ")) is not None


def _is_mark(text: str) -> bool:
    return mark(text) in ("required", "optional", "conditional")


def _is_type(text: str) -> bool:
    read = read_type(text)
    return read.schema is not None and read.exact and len(text.split()) < 7
