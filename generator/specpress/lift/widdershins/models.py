"""The models below ``Schemas``."""

from __future__ import annotations

from collections.abc import Sequence

from specpress.diagnostics import Report
from specpress.lift.widdershins.blocks import Block
from specpress.lift.widdershins.inline import about_it, read_schema
from specpress.lift.widdershins.outline import Part
from specpress.lift.widdershins.samples import example
from specpress.lift.widdershins.schemas import Schemas
from specpress.tree import Node


def name_of(part: Part) -> str:
    """Return the name of the model that *part* describes."""
    for block in (part.heading, *part.blocks):
        if name := block.anchor("schema_") or block.anchor("tocS_"):
            return name
    return part.heading.text.strip()


def about(parts: Sequence[Part]) -> dict[str, str]:
    """Return the descriptions of the models, by name."""
    return {
        name_of(part): "\n\n".join(block.text.strip() for block in _prose(part))
        for part in parts
    }


def lists(parts: Sequence[Part]) -> set[str]:
    """Return the names of the models that are lists, as their examples show."""
    return {name_of(part) for part in parts if isinstance(example(part.blocks), list)}


def read_model(part: Part, schemas: Schemas, report: Report) -> Node:
    """Return the schema of the model in *part*."""
    part.heading.used = True
    text = _prose(part)
    rest = [block for block in part.blocks if block not in text]
    for block in rest:
        titled = block.heads("properties", "attributes", "enumerated values")
        empty = block.kind == "text" and block.text.strip() in ("", "*None*")
        block.used = block.used or titled or empty or block.kind == "code"
    tables = [block for block in rest if not block.used]
    schema = read_schema(tables, 0, schemas, report)
    if schema is None:
        kind = {"type": "object"} if isinstance(example(rest), dict) else {}
        schema = Node.of(kind, part.heading.span)
    schema = about_it(schema, text)
    return Node(schema.value, part.heading.span, part.heading.span)


def _prose(part: Part) -> list[Block]:
    """Return what stands before the table of properties and is no example."""
    found: list[Block] = []
    for block in part.blocks:
        if block.heads("properties", "attributes"):
            return found
        if block.kind != "code" and block.text.strip():
            found.append(block)
    return []
