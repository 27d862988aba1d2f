"""An operation: its heading, its target, its sections."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import (
    CALLBACK_METHOD,
    ENUM_UNCLEAR,
    NO_HEADING,
    NOT_AN_OPERATION,
)
from specpress.lift.rendering.draft import METHODS
from specpress.lift.widdershins.blocks import Block, prose
from specpress.lift.widdershins.body import body_tree, read_body
from specpress.lift.widdershins.enums import listed
from specpress.lift.widdershins.inline import lists_values, read_inline
from specpress.lift.widdershins.media import Media
from specpress.lift.widdershins.outline import TARGET, Part
from specpress.lift.widdershins.parameters import (
    give,
    parameters,
    read_details,
    read_rows,
    read_values,
)
from specpress.lift.widdershins.responses import read_responses
from specpress.lift.widdershins.rows import Field, every
from specpress.lift.widdershins.samples import header
from specpress.lift.widdershins.schemas import Schemas
from specpress.lift.widdershins.sections import Sections, sections
from specpress.lift.widdershins.security import Security
from specpress.tree import Node

_EMPHASIS: Final = re.compile(r"\*(?!\*)(.+)(?<!\*)\*", re.DOTALL)

Operation = tuple[str, str, Node]
"""A method, a path, and what they do."""


def read_operation(
    part: Part, schemas: Schemas, security: Security, report: Report
) -> Operation | None:
    """Return the method, the path and the operation (OpenAPI 3.0.3, 4.7.10).

    None, with the reason reported, when *part* shows none.
    """
    target = part.blocks[part.target] if part.target >= 0 else part.heading
    shown = TARGET.fullmatch(target.text.strip())
    assert shown is not None  # a part is made at its target
    method, path = shown[1].lower(), shown[2]
    target.used = part.heading.used = True
    if method not in METHODS:
        report.add(NOT_AN_OPERATION.at(target.span, method=shown[1]))
        _ignore(part.blocks)
        return None
    if part.target < 0:
        what = f"the operation {shown[1]} {path}"
        report.add(NO_HEADING.at(target.span, what=what, lacks="heading"))
        return None
    before = part.blocks[: part.target]
    _ignore(before)
    cut = sections(part.blocks[part.target + 1 :])
    members = _names(part, method, path, before, cut)
    if part.tag is not None:
        members["tags"] = Node.of([part.tag], part.heading.span)
    samples = [block for block in before if block.kind == "code"]
    _request(cut, samples, members, schemas, report, target)
    inline = read_inline(cut.schemas, schemas, report)
    media = Media(header(samples, "Accept"), cut.examples, report)
    place = target.span
    members["responses"] = read_responses(cut, inline, media, schemas, report, place)
    _ignore([*cut.body, *cut.examples, *cut.links, *cut.callbacks])
    _close_schemas(cut.schemas, report)
    if (needed := security.of(cut.asides, members)) is not None:
        members["security"] = needed
    return method, path, Node(members, target.span, part.heading.span)


def _close_schemas(blocks: list[Block], report: Report) -> None:
    """Report the values of schemas that the page does not show.

    The tool lists the values of a schema that combines others, and not the schema.
    """
    for block in blocks:
        if block.used or block.table is None:
            is_table = block.kind == "quote" and "|" in block.text
            plain = block.kind in ("heading", "quote", "list") and not is_table
            block.used = block.used or plain
            continue
        if lists_values(block):
            block.used = True
            for name, _, span in listed(block.table, report):
                said = {"path": block.path, "name": name, "count": 0}
                report.add(ENUM_UNCLEAR.at(span, **said))


def ignore_callback(part: Part, report: Report) -> None:
    """Report the operation of a callback, which the page does not show whole."""
    name = part.heading.text
    report.add(CALLBACK_METHOD.at(part.heading.span, name=name))
    part.heading.used = True
    _ignore([block for block in part.blocks if block.kind != "aside"])


def has_callbacks(part: Part) -> bool:
    """Return whether callbacks follow the operation."""
    return any(block.heads("callbacks") for block in part.blocks)


def _ignore(blocks: list[Block]) -> None:
    for block in blocks:
        block.used = True


def _request(
    cut: Sections,
    samples: list[Block],
    members: dict[str, Node],
    schemas: Schemas,
    report: Report,
    target: Block,
) -> None:
    """Add the parameters and the body."""
    rows = read_rows(cut, report)
    details = read_details(cut)
    body = body_tree([row for row in rows if _in_body(row.text("in"))])
    plain = [row for row in rows if not _in_body(row.text("in"))]
    fields = [Field(row.text("name").strip(), 0, row) for row in plain]
    everything = [*fields, *(every(body) if body else ())]
    everything.sort(key=lambda each: each.record.span.start if each.record else 0)
    give(read_values(cut, report), everything, report)
    if found := parameters(fields, details, schemas, report):
        members["parameters"] = Node(found, found[0].span)
    place = cut.body[0].span if cut.body else target.span
    made = read_body(body, cut.body, samples, details, schemas, report, place)
    if made is not None:
        members["requestBody"] = made


def _in_body(place: str) -> bool:
    return place.strip().lower() == "body"


def _names(
    part: Part, method: str, path: str, before: list[Block], cut: Sections
) -> dict[str, Node]:
    """Return the operationId, the summary and the description.

    The heading is the operationId, or the summary when the tool was told so, or made
    of method and path when there is neither.
    """
    members: dict[str, Node] = {}
    heading = part.heading
    anchors = (*before, heading)
    ids = [found for block in anchors if (found := block.anchor("opId"))]
    title = heading.text.strip()
    made = f"{method}_{path}".partition("?")[0].replace("/", "_")
    text = list(cut.described)
    if text and (summary := _EMPHASIS.fullmatch(text[0].text.strip())):
        members["summary"] = Node(summary[1].strip(), text[0].span)
        text.pop(0).used = True
    elif title not in (made, *ids, *(each.replace("/", "_") for each in ids)):
        members["summary"] = Node(title, heading.span)
    if ids:
        members["operationId"] = Node(ids[0], heading.span)
    if text:
        span = text[0].span
        if told := prose(text):
            members["description"] = Node(told, span)
    return members
