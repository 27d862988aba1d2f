"""Schemas of OpenAPI 3.0 as JSON Schema 2020-12."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.refs import BESIDE_REF
from specpress.document.rebuild import Members, changed, like, without
from specpress.document.upgrade.schemas import inside
from specpress.document.upgrade.v31_schema import content, examples
from specpress.tree import Node

_MAX_DEPTH: Final = 150  # what is nested more deeply is refused when it is lowered
_ANNOTATIONS: Final = frozenset(
    "description default deprecated readOnly writeOnly externalDocs xml".split()
)
_BESIDE_REF: Final = _ANNOTATIONS | {"$ref", "summary", "nullable", "title", "example"}
_IMPLIED: Final = (("properties", "object"), ("items", "array"))
"""What tells the type of a schema that names none."""


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


def nullable(members: Members) -> Members:
    """Say by a type of its own that null is allowed."""
    flag = members.get("nullable")
    if flag is None:
        return members
    members = without(members, "nullable")
    if flag.value is not True:
        return members
    null = like(flag, {"type": like(flag, "null")})
    if "$ref" in members or "allOf" in members:
        return _or_null(members, null)
    for key in ("anyOf", "oneOf"):
        if key in members:
            members[key] = like(members[key], [*members[key].list, null])
    values = members.get("enum")
    if values is not None and all(v.value is not None for v in values.list):
        members["enum"] = like(values, [*values.list, Node(None, flag.span)])
    if (kind := _kind(members)) is not None and kind.text is not None:
        names = [Node(kind.text, kind.span), Node("null", flag.span)]
        members["type"] = like(kind, names)
    return members


def _kind(members: Members) -> Node | None:
    """Return the type that *members* name or imply."""
    if "type" in members:
        return members["type"]
    for key, kind in _IMPLIED:
        if key in members:
            return Node(kind, members[key].span)
    return None


def _or_null(members: Members, null: Node) -> Members:
    """Return *members* as one alternative, and null as the other."""
    outer = {
        key: node
        for key, node in members.items()
        if key in _ANNOTATIONS or key.startswith("x-") or key == "examples"
    }
    rest = without(members, *outer)
    span = next(iter(rest.values())).span
    choice = Node([Node(rest, span), null], span, null.key_span)
    return {**outer, "anyOf": choice}
