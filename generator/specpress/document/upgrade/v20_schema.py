"""Schemas of Swagger 2.0 as those of OpenAPI 3.0."""

from __future__ import annotations

from typing import Final

from specpress.document.members import SWAGGER
from specpress.document.rebuild import Members, changed, each, like, made, renamed
from specpress.document.upgrade.v20_scope import Scope
from specpress.tree import Node

_MAX_DEPTH: Final = 150  # what is nested more deeply is refused when it is lowered
_NAMES: Final = {"x-nullable": "nullable", "x-example": "example"}


def upgrade_schema(schema: Node, scope: Scope, depth: int = 0) -> Node:
    """Return *schema*, and the schemas inside it, as OpenAPI 3.0 has them.

    A discriminator becomes an object and ``type: file`` a binary string
    (https://spec.openapis.org/oas/v2.0.html#schema-object); references point to where
    things stand in 3.0.
    """
    if not schema.is_object or depth > _MAX_DEPTH:
        return schema

    def inner(node: Node) -> Node:
        return upgrade_schema(node, scope, depth + 1)

    members: Members = {}
    for key, node in renamed(schema.map, _NAMES).items():
        kind = SWAGGER["schema"].get(key)
        if key == "$ref" and node.text is not None:
            members[key] = like(node, scope.moved(node.text))
        elif key == "discriminator" and node.text is not None:
            members[key] = like(node, {"propertyName": like(node, node.text)})
        elif kind == "schema" and not node.list:
            members[key] = inner(node)
        elif kind in ("schema", "schema[]", "schema{}"):
            members[key] = each(node, inner)
        else:
            members[key] = node
    return changed(schema, _file(members))


def _file(members: Members) -> Members:
    """Say ``type: file`` as 3.0 does: a string of bytes."""
    node = members.get("type")
    if node is None or node.text != "file":
        return members
    told = {"type": like(node, "string"), "format": made(node, "binary")}
    return {**members, **told}
