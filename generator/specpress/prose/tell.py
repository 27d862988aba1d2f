"""Telling: a document that says what its prose tells, to the level that is wanted."""

from __future__ import annotations

import json
from collections.abc import Mapping

from specpress.diagnostics import Report
from specpress.diagnostics.codes.prose import AGAINST
from specpress.ir.types import Level
from specpress.prose.apply import apply_mined
from specpress.prose.mined import Mined, mine_document
from specpress.tree import Node


def tell(
    document: Node, level: Level, fields: Mapping[str, Level], report: Report
) -> Node:
    """Return *document* with what its descriptions tell, at *level* but for *fields*.

    What they say against its schemas is noted where something else would have been made
    of it.
    """
    found = mine_document(document, level, fields)
    if not found:
        return document
    if level in ("type", "enforce") or {"type", "enforce"} & {*fields.values()}:
        note_against(found, report)
    return apply_mined(document, found)


def note_against(mined: list[Mined], report: Report) -> None:
    """Note in *report* what is *mined* against a schema, at its description."""
    for each in mined:
        text = each.subject.description
        if each.against and text is not None:
            value = json.dumps(each.fact.value, ensure_ascii=False)
            values = {"name": each.name, "kind": each.fact.kind, "value": value}
            report.add(AGAINST.at(text.span, **values))
