"""Schemas of OpenAPI 3.0 as JSON Schema 2020-12."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from specpress.diagnostics import Report
from specpress.diagnostics.codes.refs import BESIDE_REF
from specpress.tree import Node

Members: TypeAlias = dict[str, Node]

_MAX_DEPTH: Final = 150  # what is nested more deeply is refused when it is lowered
_SCHEMA: Final = ("items", "additionalProperties", "not")
_LISTS: Final = ("allOf", "anyOf", "oneOf")
_ANNOTATIONS: Final = frozenset(
    "description default deprecated readOnly writeOnly externalDocs xml".split()
)
_BESIDE_REF: Final = _ANNOTATIONS | {"$ref", "summary", "nullable", "title", "example"}


def upgrade_schema(schema: Node, report: Report, depth: int = 0) -> Node:
    """Return *schema*, and the schemas inside it, in the dialect of 2020-12."""
    if not schema.is_object or depth > _MAX_DEPTH:
        return schema

    def inner(node: Node) -> Node:
        return upgrade_schema(node, report, depth + 1)

    members = {key: _member(key, node, inner) for key, node in schema.items()}
    if "$ref" in members:
        members = _beside_ref(members, report)
    for step in (_exclusive, _example, _binary, _nullable):
        members = step(members)
    return Node(members, schema.span, schema.key_span, schema.origin)


def _member(key: str, node: Node, inner: Callable[[Node], Node]) -> Node:
    if key in _SCHEMA:
        return inner(node)
    if key in _LISTS and node.list:
        return _like(node, [inner(item) for item in node.list])
    if key == "properties" and node.is_object:
        return _like(node, {name: inner(value) for name, value in node.items()})
    return node


def _like(node: Node, value: Members | list[Node] | str | bool) -> Node:
    """Return a node of *value* in the place of *node*."""
    return Node(value, node.span, node.key_span, node.origin)


def _beside_ref(members: Members, report: Report) -> Members:
    """Leave out what 3.0 ignores beside a reference and 3.2 would enforce."""
    kept: Members = {}
    for key, node in members.items():
        if key in _BESIDE_REF or key.startswith("x-"):
            kept[key] = node
        else:
            report.add(BESIDE_REF.at(node.key_span, keyword=key))
    return kept


def _exclusive(members: Members) -> Members:
    """Turn the flags ``exclusiveMinimum`` and ``exclusiveMaximum`` into bounds."""
    for bound, flag in (
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ):
        node = members.get(flag)
        if node is None or not isinstance(node.value, bool):
            continue
        limit = members.get(bound)
        drop = {bound, flag} if node.value else {flag}
        members = {key: value for key, value in members.items() if key not in drop}
        if node.value and limit is not None:
            members[flag] = limit
    return members


def _example(members: Members) -> Members:
    """Turn ``example`` into ``examples``, a list."""
    node = members.get("example")
    if node is None or "examples" in members:
        return members
    examples = Node([node], node.span, node.key_span, node.origin)
    return {
        ("examples" if key == "example" else key): (
            examples if key == "example" else value
        )
        for key, value in members.items()
    }


def _binary(members: Members) -> Members:
    """Say by content keywords what the formats ``byte`` and ``binary`` say."""
    node = members.get("format")
    match node.text if node is not None else None:
        case "byte" | "base64":
            key, text = "contentEncoding", "base64"
        case "binary":
            key, text = "contentMediaType", "application/octet-stream"
        case _:
            return members
    assert node is not None
    content = _like(node, text)
    return {
        (key if name == "format" else name): (content if name == "format" else value)
        for name, value in members.items()
    }


def _nullable(members: Members) -> Members:
    """Say by a type of its own that null is allowed."""
    flag = members.get("nullable")
    if flag is None:
        return members
    members = {key: node for key, node in members.items() if key != "nullable"}
    if flag.value is not True:
        return members
    null = _like(flag, {"type": _like(flag, "null")})
    if "$ref" in members or "allOf" in members:
        return _or_null(members, null)
    for key in ("anyOf", "oneOf"):
        if key in members:
            node = members[key]
            members[key] = _like(node, [*node.list, null])
    if (kind := members.get("type")) is not None and kind.text is not None:
        names = [Node(kind.text, kind.span), Node("null", flag.span)]
        members["type"] = _like(kind, names)
    values = members.get("enum")
    if values is not None and all(v.value is not None for v in values.list):
        members["enum"] = _like(values, [*values.list, Node(None, flag.span)])
    return members


def _or_null(members: Members, null: Node) -> Members:
    """Return *members* as one alternative, and null as the other."""
    outer = {
        key: node
        for key, node in members.items()
        if key in _ANNOTATIONS or key.startswith("x-") or key == "examples"
    }
    rest = {key: node for key, node in members.items() if key not in outer}
    span = next(iter(rest.values())).span
    choice = Node([Node(rest, span), null], span, null.key_span)
    return {**outer, "anyOf": choice}
