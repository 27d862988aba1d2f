"""The body of a request, whose fields stand among the parameters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import MEDIA_UNKNOWN
from specpress.lift.rendering.tables import Record
from specpress.lift.widdershins.blocks import Block
from specpress.lift.widdershins.rows import Field, Group, tree
from specpress.lift.widdershins.samples import example, guessed, header
from specpress.lift.widdershins.schemas import Schemas, described, is_required
from specpress.source import Span
from specpress.tree import Node


def body_tree(rows: Sequence[Record]) -> Field | None:
    """Return the body that *rows* describe: a root that holds one field, or many.

    The first row is the body itself and those below it are marked, unless the tool
    was told to leave that row out.
    """
    return tree([Group("", rows)], 0) if rows else None


def read_body(
    root: Field | None,
    blocks: Sequence[Block],
    samples: Sequence[Block],
    details: Mapping[str, str],
    schemas: Schemas,
    report: Report,
    place: Span,
) -> Node | None:
    """Return the request body (OpenAPI 3.0.3, 4.7.13), or None when there is none."""
    media = header(samples, "Content-Type")
    if root is None and not blocks and media is None:
        return None
    if media is None:
        media = guessed(blocks)
        report.add(MEDIA_UNKNOWN.at(place, what="the request body", media=media))
    members: dict[str, Node] = {}
    schema = Node({}, place)
    sample = example(blocks)
    if root is not None and root.fields:
        whole = _itself(root, sample)
        record = whole.record if whole else None
        if whole is not None and record is not None:
            text = described(details.get(whole.name) or record.text("description"))
            if text:
                members["description"] = Node(text, record.span_of("description"))
            members["required"] = is_required(record, whole.name, report, False)
            schema = schemas.parameter(whole, sample)
        else:
            schema = schemas.root(root, place)
    content = {media: Node({"schema": schema}, place)}
    members["content"] = Node(content, place)
    return Node(members, place, place)


def _itself(root: Field, sample: object) -> Field | None:
    """Return the row that is the body itself; None when all rows are its fields."""
    first = root.fields[0]
    if len(root.fields) > 1:
        return None
    is_field = isinstance(sample, dict) and first.name in sample
    return None if is_field and first.name != "body" and not first.fields else first
