"""Blocks in a cell or an entry: children, values or samples of what it is about."""

from __future__ import annotations

import re
from typing import Final, cast

from specpress.lift.generic.blocks import (
    Block,
    Code,
    Flow,
    Heading,
    Items,
    Para,
    Table,
    Terms,
)
from specpress.lift.generic.columns import read_columns
from specpress.lift.generic.context import Context
from specpress.lift.generic.entries import is_fields, read_entries, split_entry
from specpress.lift.generic.facts import Fact
from specpress.lift.generic.names import read_name
from specpress.lift.generic.notes import kind_of, take_note, value_of
from specpress.lift.generic.rows import read_rows
from specpress.lift.generic.samples import MISSING, read_json
from specpress.lift.generic.typed import Schema
from specpress.lift.generic.vocabulary import section_role

_SCALARS: Final = ("string", "integer", "number", "boolean")
_SAYS_VALUES: Final = re.compile(
    r"(?:values?|one of|options|choices|enum|either|following)\b[^.]{0,60}:?\s*$",
    re.IGNORECASE,
)
_LEADS_IN: Final = re.compile(
    r"(?:^|(?<=[.!?\n)]))\s*(?:it |this |the value )?(?:(?:can|may|must|should) be )?(?:(?:possible|allowed|valid|accepted|permitted|supported) (?:values?|options)(?: are| is)?|(?:any |either )?one of(?: the following(?: values)?)?|values?|options|choices|enum)\s*:\s*$",
    re.IGNORECASE,
)


def read_inner(flow: Flow, fact: Fact, context: Context) -> None:
    """Put what stands in the cell *flow* beside its words into *fact*."""
    label = ""
    for block in flow.blocks:
        match block:
            case Heading():
                label = block.text
                context.ignore(block, "label")
            case Para():
                context.text(block, f"description of {fact.name}")
                fact.description = f"{fact.description}\n{block.text}".strip()
            case Code():
                value = read_json(block.text)
                if value is not MISSING:
                    fact.example = value
                else:
                    fact.description = f"{fact.description}\n{block.text}".strip()
                context.read(block, f"sample of {fact.name}")
            case Table():
                _table(block, fact, context)
            case Items() | Terms():
                _list(block, flow, label, fact, context)


def _table(block: Table, fact: Fact, context: Context) -> None:
    columns = read_columns(block, context.columns)
    if columns.kind != "fields" and not _is_single(block):
        context.lost.append((_sample(block), block.path, block.span))
        context.ignore(block, "reported")
        return
    inside = read_rows(columns, lambda f, c: read_inner(f, c, context), context.lost)
    header = (
        columns.headers[columns.roles["name"]].lower()
        if columns.headers and "name" in columns.roles
        else ""
    )
    if "value" in header or (_is_scalar(fact) and "type" not in columns.roles):
        fact.values = [value_of(each.name, fact) for each in inside]
        context.read(block, f"values of {fact.name}")
        return
    fact.children += inside
    context.read(block, f"properties of {fact.name}")


def _is_single(block: Table) -> bool:
    return bool(block.rows) and all(len(row.cells) == 1 for row in block.rows)


def _list(
    block: Items | Terms, flow: Flow, label: str, fact: Fact, context: Context
) -> None:
    asked = (
        _SAYS_VALUES.search(flow.text) is not None or section_role(label) == "values"
    )
    scalar = _is_scalar(fact)
    if (
        isinstance(block, Items)
        and (asked or scalar)
        and (values := _values(block, fact)) is not None
    ):
        fact.values = values
        fact.description = _LEADS_IN.sub("", fact.description).strip()
        context.read(block, f"values of {fact.name}")
        return
    if isinstance(block, Items) and _takes_remarks(block, fact):
        context.read(block, f"remarks on {fact.name}")
        return
    if is_fields(block):
        fact.children += read_entries(
            block, lambda f, c: read_inner(f, c, context), context.lost
        )
        context.read(block, f"properties of {fact.name}")
        return
    context.text(block, f"description of {fact.name}")
    fact.description = f"{fact.description}\n{text_of(block)}".strip()


def _is_scalar(fact: Fact) -> bool:
    schema = fact.schema or {}
    items = schema.get("items")
    if isinstance(items, dict) and cast("Schema", items).get("type") in _SCALARS:
        return True
    return kind_of(fact) in _SCALARS or "oneOf" in schema


def _values(block: Items, fact: Fact) -> list[object] | None:
    """Return the values that the entries of a list begin with, None when one has none."""
    found: list[object] = []
    for entry in block.entries:
        if entry.blocks:
            return None
        head, _ = split_entry(entry)
        text = head.text.strip("`\"'“” ")
        quoted = head.words.marked("code", "strong") or entry.text.startswith(
            ('"', "'")
        )
        if not text or (
            not quoted
            and len(entry.text.split()) > 1
            and not re.search(r"[-\u2013\u2014:=]", entry.text)
        ):
            return None
        found.append(value_of(text, fact))
    return found


def _takes_remarks(block: Items, fact: Fact) -> bool:
    """Take a list of remarks such as ``Type: string``, when all are understood."""
    parts = [entry.text for entry in block.entries]
    remarks = [
        re.sub(
            r"^(?:data )?type\s*:\s*|^required\s*:\s*(?=yes|no|true|false)",
            "",
            p,
            flags=re.IGNORECASE,
        )
        for p in parts
    ]
    probe = Fact("", fact.span, "", schema=fact.schema)
    if any(entry.blocks for entry in block.entries) or not all(
        take_note(r, probe) for r in remarks
    ):
        return False
    return all(take_note(r, fact) for r in remarks)


def text_of(block: Block) -> str:
    """Return the words of *block*, as Markdown would have them."""
    match block:
        case Heading() | Para() | Code():
            return block.text
        case Items():
            lines: list[str] = []
            for entry in block.entries:
                below = "\n".join(
                    f"  {line}" for b in entry.blocks for line in text_of(b).split("\n")
                )
                lines.append(
                    "- "
                    + " ".join(entry.text.split())
                    + (f"\n{below}" if below else "")
                )
            return "\n".join(lines)
        case Terms():
            return "\n".join(
                f"{t.text}: {' '.join(d.text.split())}" for t, d in block.entries
            )
        case Table():
            return "\n".join(
                " | ".join(cell.text for cell in row.cells) for row in block.rows
            )


def _sample(block: Block) -> str:
    return " ".join(text_of(block).split())[:60]


def is_named(flow: Flow) -> bool:
    """Return whether *flow* is one name and nothing else."""
    named = read_name(flow.words)
    return (
        named is not None
        and flow.text.strip("`*. ") == named.names[0]
        and not flow.blocks
    )
