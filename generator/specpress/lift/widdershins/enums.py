"""The tables of values, which name a field and not its place."""

from __future__ import annotations

from collections.abc import Sequence

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import ENUM_UNCLEAR
from specpress.lift.rendering.tables import Table, records
from specpress.lift.widdershins.rows import Field, split
from specpress.source import Span

Listed = tuple[str, tuple[str, ...], Span]
"""A name, the values in the rows of that name, and where the first one stands."""


def listed(table: Table, report: Report) -> list[Listed]:
    """Return the values that *table* lists, those of neighbouring rows together."""
    found: list[tuple[str, list[str], Span]] = []
    for record in records(table, ("name", "value"), (), report):
        name = split(record.text("name"))[1]
        if not found or found[-1][0] != name:
            found.append((name, [], record.span))
        found[-1][1].append(record.text("value"))
    return [(name, tuple(values), span) for name, values, span in found]


def give_values(
    lists: Sequence[Listed], fields: Sequence[Field], path: str, report: Report
) -> None:
    """Give each of *lists* to the fields of its name among *fields*.

    The tool writes the values of all fields one after another, so two fields of one
    name, one below the other, share a list.
    """
    for name in dict.fromkeys(name for name, _, _ in lists):
        mine = [each for each in lists if each[0] == name]
        named = [each for each in fields if each.name == name]
        likely = [each for each in named if _may_list(each)] or named
        if not _match(mine, likely):
            span = mine[0][2]
            count = len(likely)
            report.add(ENUM_UNCLEAR.at(span, path=path, name=name, count=count))


def _match(lists: Sequence[Listed], fields: Sequence[Field]) -> bool:
    """Give *lists* to *fields* where it is clear; return whether it is."""
    count = len(fields)
    if len(lists) == count:
        for (_, values, _), each in zip(lists, fields, strict=True):
            each.values = list(values)
        return True
    if len(lists) == 1 and count:
        values = lists[0][1]
        size, rest = divmod(len(values), count)
        parts = {values[at : at + size] for at in range(0, len(values), size or 1)}
        if not rest and len(parts) == 1:
            for each in fields:
                each.values = list(values[:size])
            return True
    return False


def _may_list(each: Field) -> bool:
    """Return whether a field of this type can have values at all."""
    return not each.type.startswith("[") and not each.type.startswith("object")
