"""The table of parameters, which has the fields of the body as well."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import REPEATED_PARAMETER, UNKNOWN_LOCATION
from specpress.lift.rendering.tables import Record, records
from specpress.lift.widdershins.blocks import Block, prose
from specpress.lift.widdershins.enums import Listed, give_values, listed
from specpress.lift.widdershins.rows import Field
from specpress.lift.widdershins.schemas import Schemas, described, is_required
from specpress.lift.widdershins.sections import Sections
from specpress.tree import Node

PLACES: Final = ("path", "query", "header", "cookie")
_NEEDED: Final = ("name", "in", "type", "required")
_DETAIL: Final = re.compile(r"\*\*(.+?)\*\*: ?(.*)", re.DOTALL)


def read_rows(found: Sections, report: Report) -> list[Record]:
    """Return the rows of the table of parameters, those of the body among them."""
    rows: list[Record] = []
    for block in found.parameters:
        if block.table is not None:
            block.used = True
            rows.extend(records(block.table, _NEEDED, ("description",), report))
    return rows


def read_details(found: Sections) -> dict[str, str]:
    """Return the descriptions that are too long for the table, by name."""
    parts: list[tuple[str, list[Block]]] = []
    for block in found.details:
        detail = _DETAIL.match(block.text) if block.kind == "text" else None
        if detail is not None:
            parts.append((detail[1], []))
        if parts:
            parts[-1][1].append(block)
    details: dict[str, str] = {}
    for name, blocks in parts:
        text = prose(blocks)
        details.setdefault(name, _DETAIL.sub(r"\2", text, count=1).strip())
    return details


def read_values(found: Sections, report: Report) -> tuple[list[Listed], str]:
    """Return the values of parameters, and where they are listed."""
    lists: list[Listed] = []
    path = ""
    for block in found.values:
        if block.table is not None:
            block.used = True
            path = block.table.path
            lists.extend(listed(block.table, report))
    return lists, path


def give(
    lists: tuple[list[Listed], str], fields: Sequence[Field], report: Report
) -> None:
    """Give the values of parameters to *fields*: parameters, and those of the body."""
    give_values(lists[0], fields, lists[1], report)


def parameters(
    fields: Sequence[Field],
    details: Mapping[str, str],
    schemas: Schemas,
    report: Report,
) -> list[Node]:
    """Return the parameters that *fields* describe (OpenAPI 3.0.3, 4.7.12)."""
    found: dict[tuple[str, str], Node] = {}
    for each in fields:
        record = each.record
        if record is None:
            continue
        place = record.text("in").strip().lower()
        if place not in PLACES:
            said = {"location": place, "name": each.name}
            report.add(UNKNOWN_LOCATION.at(record.span_of("in"), **said))
        elif (place, each.name) in found:
            said = {"location": place, "name": each.name}
            report.add(REPEATED_PARAMETER.at(record.span, **said))
        else:
            found[place, each.name] = _parameter(each, record, details, schemas, report)
    return list(found.values())


def _parameter(
    each: Field,
    record: Record,
    details: Mapping[str, str],
    schemas: Schemas,
    report: Report,
) -> Node:
    place = record.text("in").strip().lower()
    span = record.span_of("name")
    members = {"name": Node(each.name, span), "in": Node(place, record.span_of("in"))}
    text = described(details.get(each.name) or record.text("description"))
    if text:
        members["description"] = Node(text, record.span_of("description"))
    members["required"] = is_required(record, each.name, report, place == "path")
    members["schema"] = schemas.parameter(each)
    return Node(members, record.span, span)
