"""Properties that say themselves whether they are required."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.codes.repair import (
    IDLE_REQUIRED,
    NO_USE,
    REQUIRED,
    WRONG_KIND,
)
from specpress.document.rebuild import Members, like, made, without
from specpress.document.repair.scalars import found
from specpress.document.repair.scope import Scope, place
from specpress.tree import Node

_TRUE: Final = ("true", "yes")


def fix_required(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members*, of a schema, with the names of its required properties.

    Since draft 4 of JSON Schema, ``required`` is a list of names and stands in the
    object (https://json-schema.org/draft/2020-12/json-schema-validation, 6.5.3).
    """
    members = _own(members, scope)
    properties = members.get("properties")
    if properties is None or not properties.is_object:
        return members
    inner: Members = {}
    names: list[Node] = []
    for name, property_ in properties.items():
        flag = property_.get("required")
        if flag is None or not _is_flag(flag):
            inner[name] = property_
            continue
        scope.report.add(REQUIRED.at(place(flag), name=name))
        inner[name] = like(property_, without(property_.map, "required"))
        if flag.value is True or flag.text in _TRUE:
            names.append(Node(name, flag.span))
    if len(inner) == len(properties.map) and all(
        inner[name] is properties.map[name] for name in inner
    ):
        return members
    given = members.get("required")
    known = {item.text for item in given.list} if given else set[str | None]()
    more = [name for name in names if name.text not in known]
    new = {**members, "properties": like(properties, inner)}
    if more:
        new["required"] = made(properties, [*(given.list if given else ()), *more])
    return new


def _own(members: Members, scope: Scope) -> Members:
    """Return *members* with a list for ``required``, or without it.

    A flag is left to the schema around, which reads it before it comes here.
    """
    node = members.get("required")
    if node is None or isinstance(node.value, list):
        return members
    if node.text and not _is_flag(node):
        told = {"found": found(node), "wanted": "a list", "instead": "its only item"}
        scope.report.add(WRONG_KIND.at(place(node), **told))
        return {**members, "required": like(node, [Node(node.text, node.span)])}
    if _is_flag(node):
        scope.report.add(IDLE_REQUIRED.at(place(node)))
    else:
        told = {"found": found(node), "wanted": "a list of names"}
        scope.report.add(NO_USE.at(place(node), **told))
    return without(members, "required")


def _is_flag(node: Node) -> bool:
    return isinstance(node.value, bool) or node.text in ("true", "false", "yes", "no")
