"""The walk through a document, one object after the other."""

from __future__ import annotations

from typing import Final

from specpress.document.rebuild import changed, each
from specpress.document.repair.media import fix_examples, fix_media_types, fix_response
from specpress.document.repair.mending import fix_reference
from specpress.document.repair.operations import fix_operation
from specpress.document.repair.parameters import fix_header, fix_parameter
from specpress.document.repair.paths import fix_path_item, fix_paths
from specpress.document.repair.root import fix_server
from specpress.document.repair.schemas import fix_schema
from specpress.document.repair.scope import Fixes, Scope
from specpress.document.repair.security import fix_scheme, fix_security
from specpress.document.repair.shapes import shaped
from specpress.document.repair.types import fix_type
from specpress.document.repair.words import fix_words
from specpress.tree import Node

_MAX_DEPTH: Final = 150  # what is nested more deeply is refused when it is lowered

_FIXES: Final[Fixes] = {
    "document": (fix_security,),
    "server": (fix_server,),
    "paths": (fix_paths,),
    "path_item": (fix_path_item,),
    "operation": (fix_operation,),
    "parameter": (fix_words, fix_parameter, fix_examples),
    "header": (fix_header, fix_examples),
    "body": (fix_media_types,),
    "response": (fix_response, fix_media_types),
    "media": (fix_examples,),
    "schema": (fix_type, fix_schema),
    "scheme": (fix_scheme,),
}
"""What may be wrong with each kind of object beyond the kinds of its members."""


def walk(node: Node, kind: str, scope: Scope, depth: int = 0) -> Node:
    """Return *node*, an object of *kind*, and all that is in it, with repairs made."""
    if not node.is_object or depth > _MAX_DEPTH:
        return node
    parts = scope.grammar[kind]
    members = shaped(node, kind, scope)
    if "$ref" in members and "$ref" in parts:
        members = fix_reference(members, kind, scope)
        if "$ref" in members and kind not in ("schema", "path_item"):
            return changed(node, members)
    for fix in _FIXES.get(kind, ()):
        members = fix(members, node, scope)
    rest = parts.get("", "any")

    def inner(key: str, member: Node) -> Node:
        told = parts.get(key, "any" if key.startswith("x-") else rest)
        of = told.rstrip("[]{}")
        if of not in scope.grammar:
            return member
        if of == told:
            return walk(member, of, scope, depth + 1)
        return each(member, lambda one: walk(one, of, scope, depth + 1))

    return changed(node, {key: inner(key, member) for key, member in members.items()})
