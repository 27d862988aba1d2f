"""Schemas that allow null by a flag, as ones that allow it by a type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from specpress.document.rebuild import Members, like, without
from specpress.tree import Node

NULLABLE: Final = ("nullable", "x-nullable")
"""The flag of OpenAPI 3.0, and the extension that says the same in other versions."""

ANNOTATIONS: Final = frozenset(
    "description default deprecated readOnly writeOnly externalDocs xml".split()
)
"""The keywords that say nothing of values."""

_IMPLIED: Final = (("properties", "object"), ("items", "array"))
"""What tells the type of a schema that names none."""


def nullable(members: Members, keys: Sequence[str] = NULLABLE) -> Members:
    """Say by a type of its own that null is allowed, where one of *keys* is true."""
    key = next((key for key in keys if key in members), None)
    if key is None:
        return members
    flag = members[key]
    members = without(members, *keys)
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
    kind = _kind(members)
    names = [] if kind is None else kind.list or [Node(kind.value, kind.span)]
    if kind is not None and all(name.text not in (None, "null") for name in names):
        members["type"] = like(kind, [*names, Node("null", flag.span)])
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
        if key in ANNOTATIONS or key.startswith("x-") or key == "examples"
    }
    rest = without(members, *outer)
    span = next(iter(rest.values())).span
    choice = Node([Node(rest, span), null], span, null.key_span)
    return {**outer, "anyOf": choice}
