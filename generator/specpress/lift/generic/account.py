"""Every block of a page is read, kept as text, left out on purpose, or reported."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.generic import (
    CELL_LOST,
    EMPTY_SECTION,
    NOT_UNDERSTOOD,
    SAMPLE_BROKEN,
    STRAY_PARAMETERS,
    TEXT_ASIDE,
    UNSURE,
)
from specpress.lift.generic.blocks import (
    Block,
    Code,
    Heading,
    Items,
    Para,
    Section,
    Table,
    Terms,
)
from specpress.lift.generic.columns import read_columns
from specpress.lift.generic.context import Context
from specpress.lift.generic.curl import read_curl
from specpress.lift.generic.inner import text_of
from specpress.lift.generic.samples import MISSING, read_json
from specpress.lift.generic.vocabulary import section_role
from specpress.lift.generic.where import SENT

_KINDS: Final = {
    Table: "table",
    Items: "list",
    Terms: "list of definitions",
    Code: "sample",
    Heading: "heading",
    Para: "text",
}


def account(root: Section, taken: set[int], context: Context, report: Report) -> None:
    """Report what is left of *root* that nothing was made of.

    *taken* are the sections of operations, by identity: text in them is kept.
    """
    for section in root.walk():
        inside = id(section) in taken
        aside: list[Block] = []
        for block in context.pending(section.blocks):
            if isinstance(block, Para | Code) or _is_links(block):
                aside.append(block)
                continue
            if not inside and not (
                isinstance(block, Table) and _is_fields(block, context)
            ):
                aside.append(block)
                continue
            _report(block, section, inside, context, report)
        if section_role(section.title) in SENT and not context.filled(section):
            where = section.heading.span if section.heading else None
            if where is not None and (inside or _belongs(section, taken)):
                report.add(EMPTY_SECTION.at(where, title=section.title))
        heading = section.heading
        told = heading is not None and context.state(heading) is not None
        if aside and not inside:
            _aside(aside, section, context, report)
        for block in aside:
            context.ignore(block, "text beside the operations")
        if heading is not None and not told:
            context.ignore(heading, "heading")
    for path, span in dict.fromkeys(context.broken):
        report.add(SAMPLE_BROKEN.at(span, path=path))
    for name, what, sure, span in dict.fromkeys(context.unsure):
        report.add(UNSURE.at(span, name=name, what=what, sure=round(100 * sure)))
    for text, path, span in dict.fromkeys(context.lost):
        report.add(CELL_LOST.at(span, text=text, path=path))


def _belongs(section: Section, taken: set[int]) -> bool:
    return section.parent is not None and id(section.parent) in taken


def _aside(
    blocks: list[Block], section: Section, context: Context, report: Report
) -> None:
    """Report text that no operation owns, once for its section."""
    said = [b for b in blocks if not isinstance(b, Heading)]
    if any(
        not (
            isinstance(b, Code)
            and (read_curl(b.text) or read_json(b.text) is not MISSING)
        )
        for b in said
    ):
        report.add(TEXT_ASIDE.at(said[0].span, title=section.title or "(the page)"))


def _report(
    block: Block, section: Section, inside: bool, context: Context, report: Report
) -> None:
    if isinstance(block, Table) and not inside:
        columns = read_columns(block, context.columns)
        if columns.kind == "fields":
            at = columns.roles["name"]
            names = [row.cells[at].text for row in columns.rows if at < len(row.cells)]
            report.add(
                STRAY_PARAMETERS.at(
                    block.span, title=section.title, names=", ".join(names)[:120]
                )
            )
            context.ignore(block, "reported")
            return
    text = re.sub(r"\s+", " ", text_of(block))[:60]
    report.add(
        NOT_UNDERSTOOD.at(
            block.span, what=_KINDS[type(block)], path=block.path, text=text
        )
    )
    context.ignore(block, "reported")


def _is_fields(block: Table, context: Context) -> bool:
    return read_columns(block, context.columns).kind in ("fields", None)


def _is_links(block: Block) -> bool:
    """Return whether *block* is a list that only leads about."""
    if not isinstance(block, Items):
        return False
    for entry in block.entries:
        if any(
            p.mark != "link" and p.text.strip(" \n·|,•") for p in entry.words.pieces
        ):
            return False
        if not all(_is_links(inner) for inner in entry.blocks):
            return False
    return True
