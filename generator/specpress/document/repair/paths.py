"""Paths: how they are written, and the parameters in them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from operator import is_
from typing import Final

from specpress.diagnostics.codes.repair import (
    METHOD,
    MISSING,
    NO_PLACE,
    OTHER_NAME,
    PATH,
)
from specpress.document.rebuild import Members, changed, like, made
from specpress.document.repair.scope import Scope, place
from specpress.tree import Node

_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")
_WORD: Final = re.compile(r"[\W_]+")
_NEAR: Final = 0.6
_ORIGIN: Final = re.compile(r"[a-z]+://[^/]*", re.IGNORECASE)


def fix_paths(members: Members, _: Node, scope: Scope) -> Members:
    """Return *members*, path items by path, with paths that begin with a slash and the
    parameters that they name."""
    fixed: Members = {}
    for path, item in members.items():
        if path.startswith("x-"):
            fixed[path] = item
            continue
        new = path
        if not path.startswith("/"):
            new = "/" + _ORIGIN.sub("", path.strip()).lstrip("/")
            new = path if new in members else new
        if new != path:
            scope.report.add(PATH.at(place(item), found=path, instead=new))
        fixed[new] = _with_places(new, item, scope)
    return fixed


def fix_path_item(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members*, of a path item, with methods in lower case."""
    parts = scope.grammar["path_item"]
    fixed: Members = {}
    for key, member in members.items():
        new = key.strip().lower()
        if key in parts or parts.get(new) != "operation" or new in members:
            fixed[key] = member
            continue
        scope.report.add(METHOD.at(place(member), found=key, instead=new))
        fixed[new] = member
    return fixed


def _with_places(path: str, item: Node, scope: Scope) -> Node:
    """Return *item* with path parameters that have a place in *path*.

    A parameter without one belongs to the one place without a parameter, when both have
    nearly one name.
    """
    names = [*dict.fromkeys(_PLACEHOLDER.findall(path.partition("#")[0]))]
    parts = scope.grammar["path_item"]
    members = dict(item.map)
    operations = [k for k in members if parts.get(k.lower()) == "operation"]
    shared = _list(item, names, scope)
    own = {key: _list(members[key], names, scope) for key in operations}
    told = {_name(node, scope) for nodes in own.values() for node in nodes}
    shared = _placed(shared, names, told, path, scope)
    told = {_name(node, scope) for node in shared}
    for key in operations:
        nodes = _placed(own[key], names, told, path, scope)
        members[key] = _with(members[key], nodes)
    return _with(changed(item, members), shared)


def _placed(
    nodes: Sequence[Node],
    names: Sequence[str],
    told: set[str | None],
    path: str,
    scope: Scope,
) -> Sequence[Node]:
    """Return *nodes*, of which each in the path is one of *names*; others tell of those
    *told*."""
    here = [_name(node, scope) for node in nodes]
    gaps = [name for name in names if name not in told and name not in here]
    extra = [name for name in here if name is not None and name not in names]
    if not extra:
        return nodes
    kept: list[Node] = []
    for name, node in zip(here, nodes, strict=True):
        if name is None or name not in extra:
            kept.append(node)
        elif len(gaps) == len(extra) == 1 and _alike(name, gaps[0]):
            values = {"path": path, "name": name, "instead": gaps[0]}
            scope.report.add(OTHER_NAME.at(place(node), **values))
            target = scope.target(node)
            new = like(target.map["name"], gaps[0])
            kept.append(like(node, {**target.map, "name": new}))
        else:
            scope.report.add(NO_PLACE.at(place(node), path=path, name=name))
    return kept


def _alike(left: str, right: str) -> bool:
    """Return whether *left* and *right* may well be one name.

    >>> _alike("pet_id", "petId"), _alike("usernames", "user"), _alike("id", "version")
    (True, True, False)
    """
    one, other = (_WORD.sub("", name).casefold() for name in (left, right))
    near = difflib.SequenceMatcher(None, one, other).ratio() > _NEAR
    return one in other or other in one or near


def _name(parameter: Node, scope: Scope) -> str | None:
    """Return the name of *parameter*, when it stands in the path."""
    target = scope.target(parameter)
    return target.get_text("name") if target.get_text("in") == "path" else None


def _list(holder: Node, names: Sequence[str], scope: Scope) -> Sequence[Node]:
    """Return the parameters of *holder*, each with a location."""
    given = holder.get("parameters")
    nodes = given.list if given else ()
    return [_located(node, names, scope) for node in nodes]


def _located(node: Node, names: Sequence[str], scope: Scope) -> Node:
    name = node.get_text("name")
    if not node.is_object or name is None or {"in", "$ref"} & node.map.keys():
        return node
    schema = node.get("schema")
    is_body = scope.version == "2.0" and schema is not None
    where = "path" if name in names else "body" if is_body else "query"
    told = {"what": f"'in' of the parameter {name!r}", "instead": f"read as {where!r}"}
    scope.report.add(MISSING.at(place(node), **told))
    return like(node, {**node.map, "in": made(node, where)})


def _with(holder: Node, nodes: Sequence[Node]) -> Node:
    """Return *holder* with *nodes* for its parameters."""
    given = holder.get("parameters")
    if given is None or not isinstance(given.value, list):
        return holder
    if len(nodes) == len(given.list) and all(map(is_, nodes, given.list)):
        return holder
    return like(holder, {**holder.map, "parameters": like(given, [*nodes])})
