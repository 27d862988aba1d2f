"""Schemas of OpenAPI 3.0 as JSON Schema 2020-12."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.refs import BESIDE_REF
from specpress.document.rebuild import Members, changed, without
from specpress.document.upgrade.nullable import ANNOTATIONS, nullable
from specpress.document.upgrade.schemas import inside
from specpress.document.upgrade.v31_schema import content, examples
from specpress.tree import Node

_MAX_DEPTH: Final = 150  # what is nested more deeply is refused when it is lowered
_BESIDE_REF: Final = ANNOTATIONS | {"$ref", "summary", "nullable", "title", "example"}


def upgrade_schema(schema: Node, report: Report, depth: int = 0) -> Node:
    """Return *schema*, and the schemas inside it, in the dialect of 2020-12."""
    if not schema.is_object or depth > _MAX_DEPTH:
        return schema
    members = inside(schema, lambda node: upgrade_schema(node, report, depth + 1))
    if "$ref" in members:
        members = _beside_ref(members, report)
    for step in (exclusive, examples, content, nullable):
        members = step(members)
    return changed(schema, members)


def _beside_ref(members: Members, report: Report) -> Members:
    """Leave out what 3.0 ignores beside a reference and 3.1 would enforce."""
    kept: Members = {}
    for key, node in members.items():
        if key in _BESIDE_REF or key.startswith("x-"):
            kept[key] = node
        else:
            report.add(BESIDE_REF.at(node.key_span, keyword=key))
    return kept


def exclusive(members: Members) -> Members:
    """Turn the flags ``exclusiveMinimum`` and ``exclusiveMaximum`` into bounds."""
    for bound, flag in (
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ):
        node = members.get(flag)
        if node is None or not isinstance(node.value, bool):
            continue
        limit = members.get(bound)
        members = without(members, *((bound, flag) if node.value else (flag,)))
        if node.value and limit is not None:
            members[flag] = limit
    return members
