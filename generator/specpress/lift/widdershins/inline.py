"""The tables of schemas that have no name, by the status of their response."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.lift.rendering.tables import records
from specpress.lift.widdershins.blocks import Block
from specpress.lift.widdershins.enums import give_values, listed
from specpress.lift.widdershins.rows import COMBINED, CONTINUED, Group, every, tree
from specpress.lift.widdershins.schemas import Schemas
from specpress.source import NOWHERE
from specpress.tree import Node

NEEDED: Final = ("name", "type", "required")
ALSO: Final = ("restrictions", "description")
_STATUS: Final = re.compile(r"Status Code \*\*(.+?)\*\*", re.IGNORECASE)


def read_inline(
    blocks: Sequence[Block], schemas: Schemas, report: Report
) -> dict[str, Node]:
    """Return the schemas in *blocks*, by status; what is not understood stays unused."""
    found: dict[str, Node] = {}
    for status, part, _ in by_status(blocks):
        schema = read_schema(part, 1, schemas, report)
        if schema is not None:
            found[status] = schema
    return found


def by_status(
    blocks: Sequence[Block],
) -> list[tuple[str, list[Block], list[Block]]]:
    """Return the blocks of each status: those of the schema, and those of links."""
    parts: list[tuple[str, list[Block], list[Block]]] = []
    linked = False
    for block in blocks:
        shown = _STATUS.fullmatch(block.text.strip()) if block.kind == "text" else None
        if shown is not None:
            block.used = True
            linked = False
            parts.append((shown[1], [], []))
        elif block.heads("links"):
            linked = True
        elif parts:
            _, own, links = parts[-1]
            (links if linked else own).append(block)
    return parts


def read_schema(
    blocks: Sequence[Block], top: int, schemas: Schemas, report: Report
) -> Node | None:
    """Return the schema that the tables in *blocks* describe; None without any.

    Text before the first table is the schema's title or description: the tool shows
    one of them, and a title is what has no spaces.
    """
    groups: list[Group] = []
    about: list[Block] = []
    lists: list[Block] = []
    title = ""
    span = NOWHERE
    for block in blocks:
        if block.table is None:
            title = _title(block, about, first=not groups) or title
            continue
        block.used = True
        if lists_values(block):
            lists.append(block)
            continue
        span = block.span if not groups else span
        rows = records(block.table, NEEDED, ALSO, report)
        groups.append(Group(title, rows))
        title = ""
    if not groups:
        return None
    root = tree(groups, top)
    for block in lists:
        if block.table is not None:
            found = listed(block.table, report)
            give_values(found, every(root), block.table.path, report)
    return about_it(schemas.root(root, span), about)


def _title(block: Block, about: list[Block], *, first: bool) -> str:
    """Return what *block* says of the table below it; else it is *about* the schema."""
    text = block.text.strip().strip("*").strip()
    word = text.partition(" - discriminator: ")[0].lower()
    if block.kind == "text" and (word in COMBINED or word == CONTINUED):
        block.used = True
        return text
    if first and block.kind in ("text", "list", "quote", "code"):
        about.append(block)
    return ""


def lists_values(block: Block) -> bool:
    """Return whether the table lists the values of fields."""
    head = block.table.head if block.table else ()
    return any(cell.text.strip().lower() == "value" for cell in head)


def about_it(schema: Node, about: Sequence[Block]) -> Node:
    """Return *schema* with the title or the description that *about* is."""
    text = "\n\n".join(block.text.strip() for block in about).strip()
    for block in about:
        block.used = True
    if text.startswith("*") and text.endswith("*") and "\n" not in text:
        text = text.strip("*")
    if not text or schema.get("description") or schema.get("$ref"):
        return schema
    key = "description" if re.search(r"\s", text) else "title"
    return Node({key: Node(text, about[0].span), **schema.map}, schema.span)
