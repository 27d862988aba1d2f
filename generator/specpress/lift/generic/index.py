"""Tables and lists that name many operations, one in a row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from specpress.lift.generic.blocks import (
    Flow,
    Items,
    Section,
    Table,
)
from specpress.lift.generic.candidates import Candidate, shape
from specpress.lift.generic.columns import read_columns
from specpress.lift.generic.context import Context
from specpress.lift.generic.endpoint import (
    METHODS,
    Endpoint,
    endpoint,
    endpoints,
    rest_of,
)


def is_index(
    block: Table | Items, section: Section, context: Context, index: list[Candidate]
) -> bool:
    """Take *block* when it lists several operations, each in a row."""
    found: list[Candidate] = []
    if isinstance(block, Table):
        columns = read_columns(block)
        if (
            columns.kind != "endpoints"
            or "produces" in columns.roles
            or len(columns.rows) < 2
        ):
            found = _index_of_one_column(block)
        else:
            at = columns.roles.get("description")
            for row in columns.rows:
                single = Table((row,), row.span, row.path)
                for each in _cells(columns.roles, row.cells, single):
                    brief = (
                        row.cells[at].text
                        if at is not None and at < len(row.cells)
                        else ""
                    )
                    found.append(Candidate(each, section.heading, brief=brief))
    else:
        for entry in block.entries:
            named = endpoints(
                entry.text, entry.span, loose=bool(entry.words.marked("code"))
            )
            if not named or not re.match(r"\W*[A-Z]+\b", entry.text) or entry.blocks:
                found = []
                break
            rest = rest_of(entry.text)
            found += [Candidate(each, section.heading, brief=rest) for each in named]
    if len(found) < 2:
        return False
    index.extend(found)
    context.name(block, f"index of {len(found)} operations")
    return True


def _index_of_one_column(block: Table) -> list[Candidate]:
    """Return the operations of a table with a method and path in one cell of each row."""
    found: list[Candidate] = []
    rows = [row for row in block.rows if not row.head]
    for row in rows:
        named = endpoints(row.cells[0].text, row.span)
        if not named or len(rest_of(row.cells[0].text)) > 20:
            return []
        brief = row.cells[1].text if len(row.cells) > 1 else ""
        found += [Candidate(each, None, brief=brief) for each in named]
    return found


def _cells(
    roles: Mapping[str, int], cells: Sequence[Flow], single: Table
) -> list[Endpoint]:
    if max(roles["method"], roles["path"]) >= len(cells):
        return []
    methods = re.findall(r"[A-Za-z]+", cells[roles["method"]].text)
    place = cells[roles["path"]].text.split("\n")[0].strip("` ")
    made = [endpoint(m, place, single.span) for m in methods if m.lower() in METHODS]
    return [each for each in made if each is not None]


def indexed(made: list[Candidate], index: list[Candidate]) -> list[Candidate]:
    """Return *made* with what the *index* says, and its operations that have no section."""
    known = {(each.endpoint.method, shape(each.endpoint.path)): each for each in made}
    out = list(made)
    for each in index:
        key = (each.endpoint.method, shape(each.endpoint.path))
        full = known.get(key) or next(
            (
                c
                for (m, p), c in known.items()
                if m == key[0] and (p.endswith(key[1]) or key[1].endswith(p))
            ),
            None,
        )
        if full is None:
            known[key] = each
            out.append(each)
        elif full is not each and not full.brief:
            full.brief = each.brief
    return out
