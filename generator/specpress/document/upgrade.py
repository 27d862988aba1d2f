"""OpenAPI 3.0 documents as OpenAPI 3.2 ones, node by node, spans kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specpress.diagnostics import Report
from specpress.document.upgrade_schema import upgrade_schema
from specpress.tree import Node

_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

_PARTS: Final[Mapping[str, Mapping[str, str]]] = {
    "document": {"paths": "path_item*", "components": "components"},
    "components": {
        "schemas": "schema*",
        "responses": "response*",
        "parameters": "parameter*",
        "requestBodies": "body*",
        "headers": "parameter*",
        "callbacks": "callback*",
    },
    "callback": {"": "path_item"},
    "path_item": {"parameters": "parameter*"} | dict.fromkeys(_METHODS, "operation"),
    "operation": {
        "parameters": "parameter*",
        "requestBody": "body",
        "responses": "response*",
        "callbacks": "callback*",
    },
    "parameter": {"schema": "schema", "content": "media*"},
    "body": {"content": "media*"},
    "response": {"content": "media*", "headers": "parameter*"},
    "media": {"schema": "schema", "encoding": "encoding*"},
    "encoding": {"headers": "parameter*"},
}
"""Which members of which object hold which objects; a star: a map or list of them;
an empty key: all members."""


def upgrade(document: Node, report: Report) -> Node:
    """Return *document* in the dialect of OpenAPI 3.2, when it is of 3.0.

    Schemas become JSON Schema 2020-12. A document of a later version comes back as it
    is, since 3.1 is read as 3.2.
    """
    version = document.get_text("openapi") or ""
    if not version.startswith("3.0"):
        return document
    new = _upgrade(document, "document", report)
    old = document.map["openapi"]
    stamp = Node("3.2.0", old.span, old.key_span, old.origin)
    return _with(new, {**new.map, "openapi": stamp})


def _upgrade(node: Node, kind: str, report: Report) -> Node:
    """Return *node*, an object of *kind*, with the schemas in it upgraded."""
    if kind == "schema":
        return upgrade_schema(node, report)
    if not node.is_object or "$ref" in node.map:
        return node
    parts = _PARTS[kind]
    members = {
        key: _part(member, parts.get(key) or parts.get(""), report)
        for key, member in node.items()
    }
    return _with(node, members)


def _part(node: Node, kind: str | None, report: Report) -> Node:
    """Return *node*, which is of *kind* or, with a star, holds such objects."""
    if kind is None:
        return node
    if not kind.endswith("*"):
        return _upgrade(node, kind, report)
    kind = kind[:-1]
    if node.is_object:
        return _with(node, {k: _upgrade(v, kind, report) for k, v in node.items()})
    if node.list:
        items = [_upgrade(item, kind, report) for item in node.list]
        return Node(items, node.span, node.key_span, node.origin)
    return node


def _with(node: Node, members: dict[str, Node]) -> Node:
    return Node(members, node.span, node.key_span, node.origin)
