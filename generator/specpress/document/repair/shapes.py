"""Members of the wrong kind: a number where a string belongs, one thing where a list does."""

from __future__ import annotations

from collections.abc import Mapping
from operator import is_
from typing import Final

from specpress.diagnostics.codes.repair import LOST, NO_USE, NO_VALUE, WRONG_KIND
from specpress.document.rebuild import Members, changed, like, made
from specpress.document.repair.scalars import found, scalar, wanted
from specpress.document.repair.scope import Scope, place
from specpress.tree import Node
from specpress.tree.node import Value

_SCALARS: Final = ("text", "flag", "number", "count")
_ESSENTIAL: Final = ("path_item", "operation", "parameter", "body", "response")
_EXTENSIBLE: Final = ("response", "path_item")
"""What maps hold that may have extensions beside their members."""

_FROM_TEXT: Final[Mapping[str, str]] = {
    "tag": "name",
    "server": "url",
    "docs": "url",
    "contact": "name",
    "license": "name",
    "response": "description",
    "discriminator": "propertyName",
    "schema": "type",
}
"""The one member that a string stands for, where an object of the kind belongs."""


def shaped(node: Node, kind: str, scope: Scope) -> Members:
    """Return the members of *node*, an object of *kind*, each of the kind it should be.

    One that can't be understood is left out; what a member without a value stands for
    is left to who reads it.
    """
    parts = scope.grammar[kind]
    rest = parts.get("")
    members: Members = {}
    for key, member in node.items():
        told = parts.get(key)
        if told is not None:
            new = _fit(member, told, key, scope)
        elif rest is None or key.startswith("x-"):
            new = member
        else:
            new = _value(key, member, rest, scope)
        if new is not None:
            members[key] = new
    return members


def _fit(node: Node, told: str, key: str, scope: Scope) -> Node | None:
    """Return *node*, the member *key*, as the kind *told*; None when that can't be."""
    if node.value is None:
        if told == "operation":
            return _empty(node, key, {}, "an operation that says nothing", scope)
        scope.report.add(NO_VALUE.at(place(node), key=key, instead="not there"))
        return None
    if told.endswith("[]"):
        return _list(node, told[:-2], scope)
    if told.endswith("{}"):
        return _map(node, told[:-2], scope)
    if told in _SCALARS:
        return scalar(node, told, scope.report)
    return _object(node, told, scope)


def _object(node: Node, kind: str, scope: Scope) -> Node | None:
    """Return *node* as an object of *kind*."""
    if node.is_object or kind not in scope.grammar:
        return node
    text = node.text
    if kind == "schema" and (isinstance(node.value, bool) or node.list):
        return node
    if kind == "discriminator" and scope.version == "2.0":
        return node
    if text is not None and kind in _FROM_TEXT:
        key = "$ref" if text.startswith("#/") else _FROM_TEXT[kind]
        if text in ("true", "false") and kind == "schema":
            return _read(node, kind, text == "true", text, scope)
        return _read(node, kind, {key: like(node, text)}, f"its {key!r}", scope)
    code = LOST if kind in _ESSENTIAL else NO_USE
    scope.report.add(code.at(place(node), found=found(node), wanted=wanted(kind)))
    return None


def _list(node: Node, kind: str, scope: Scope) -> Node | None:
    """Return *node* as a list of *kind*."""
    if isinstance(node.value, list):
        items = [_item(item, kind, scope) for item in node.list]
        kept = [item for item in items if item is not None]
        same = len(kept) == len(node.list)
        return node if same and all(map(is_, kept, node.list)) else like(node, kept)
    parts = scope.grammar.get(kind, {})
    values = [*node.map.values()]
    is_single = not node.map.keys().isdisjoint(parts) or kind in ("security", "schema")
    if node.is_object and values and not is_single and all(v.is_object for v in values):
        named = [_named(key, value, parts) for key, value in node.items()]
        return _read(node, f"{kind}[]", named, "the list of its members", scope)
    if node.is_object and not values:
        return _read(node, f"{kind}[]", [], "an empty list", scope)
    one = _item(node, kind, scope)
    if one is None:
        return None
    return _read(node, f"{kind}[]", [one], "a list of it alone", scope)


def _item(node: Node, kind: str, scope: Scope) -> Node | None:
    if kind == "security" and node.text is not None:
        empty = made(node, {node.text: []})
        return _read(node, kind, {**empty.map}, "that scheme without scopes", scope)
    if kind == "text" and (name := node.get("name")) is not None and name.text:
        return _read(node, kind, name.text, repr(name.text), scope)
    return _fit(node, kind, "an item", scope)


def _map(node: Node, kind: str, scope: Scope) -> Node | None:
    """Return *node* as a map of *kind*."""
    if node.is_object:
        if kind == "example":  # which may be the bare value
            return node
        members = {key: _value(key, value, kind, scope) for key, value in node.items()}
        return changed(node, {k: v for k, v in members.items() if v is not None})
    if isinstance(node.value, list) and kind == "example":
        return node
    if isinstance(node.value, list) and all(n.get_text("name") for n in node.list):
        named = {n.get_text("name") or "": _nameless(n, kind, scope) for n in node.list}
        return _read(node, f"{kind}{{}}", named, "an object of its items", scope)
    scope.report.add(
        NO_USE.at(place(node), found=found(node), wanted=wanted(f"{kind}{{}}"))
    )
    return None


def _value(key: str, node: Node, kind: str, scope: Scope) -> Node | None:
    if key.startswith("x-") and kind in _EXTENSIBLE:
        return node
    if node.value is None:
        match kind:
            case "text":
                return _empty(node, key, "", "an empty string", scope)
            case _ if kind.endswith("[]"):
                return _empty(node, key, [], "an empty list", scope)
            case _:
                return _empty(node, key, {}, "an empty object", scope)
    return _fit(node, kind, key, scope)


def _nameless(node: Node, kind: str, scope: Scope) -> Node:
    known = "name" in scope.grammar.get(kind, {})
    rest = {key: value for key, value in node.items() if key != "name"}
    return node if known else like(node, rest)


def _named(key: str, node: Node, parts: Mapping[str, str]) -> Node:
    """Return *node* with *key* for a name, where it should have one and has none."""
    if "name" not in parts or "name" in node.map or "$ref" in node.map:
        return node
    return like(node, {"name": Node(key, node.key_span), **node.map})


def _read(node: Node, kind: str, value: Value, instead: str, scope: Scope) -> Node:
    """Return *value* in the place of *node*, having said what it is read as."""
    told = {"found": found(node), "wanted": wanted(kind), "instead": instead}
    scope.report.add(WRONG_KIND.at(place(node), **told))
    return like(node, value)


def _empty(node: Node, key: str, value: Value, instead: str, scope: Scope) -> Node:
    scope.report.add(NO_VALUE.at(place(node), key=key, instead=instead))
    return like(node, value)
