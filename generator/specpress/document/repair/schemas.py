"""Schemas that say things in the wrong place, or in the words of another version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specpress.diagnostics.codes.repair import MISSING, OTHER_VERSION, WRONG_KIND
from specpress.document.rebuild import Members, like, made, without
from specpress.document.repair.properties import fix_required
from specpress.document.repair.scalars import found, number
from specpress.document.repair.scope import Scope, place
from specpress.document.upgrade.nullable import nullable
from specpress.document.upgrade.v30_schema import exclusive
from specpress.tree import Node
from specpress.tree.node import Value

_FLAGS: Final[Mapping[str, bool]] = {"true": True, "false": False}
_BOUNDS: Final = ("exclusiveMinimum", "exclusiveMaximum")


def fix_schema(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members*, of a schema, as its version would say them."""
    members = fix_values(members, node, scope)
    members = fix_required(members, node, scope)
    members = _examples(members, scope)
    return members if scope.is_old else _newer(members, scope)


def fix_values(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members*, of a schema or a parameter of Swagger 2.0, with items, an enum
    and a default of the kinds they should be."""
    members = _items(members, node, scope)
    members = _enum(members, scope)
    return _default(members, scope)


def _items(members: Members, node: Node, scope: Scope) -> Members:
    items = members.get("items")
    is_array = (kind := members.get("type")) is not None and kind.text == "array"
    if items is None:
        if not is_array or not scope.is_old:
            return members
        missing = MISSING.at(
            place(node), what="'items'", instead="items may be anything"
        )
        scope.report.add(missing)
        return {**members, "items": made(node, {})}
    if not isinstance(items.value, list):
        return members
    if not scope.is_old:
        told = {"what": "a list of 'items'", "instead": "'prefixItems'"}
        scope.report.add(OTHER_VERSION.at(place(items), **told))
        rest = without(members, "items", "additionalItems")
        if (more := members.get("additionalItems")) is not None:
            rest["items"] = more
        return {**rest, "prefixItems": items}
    one = len(items.list) == 1
    instead = "its only item" if one else "'anyOf'"
    told = {"found": "a list", "wanted": "a schema", "instead": instead}
    scope.report.add(WRONG_KIND.at(place(items), **told))
    if one:
        return {**members, "items": items.list[0]}
    return {**members, "items": like(items, {"anyOf": items} if items.list else {})}


def _enum(members: Members, scope: Scope) -> Members:
    enum = members.get("enum")
    if enum is None:
        return members
    if isinstance(enum.value, list):
        texts = [_text(value, members, scope) for value in enum.list]
        same = all(new is old for new, old in zip(texts, enum.list, strict=True))
        return members if same else {**members, "enum": like(enum, texts)}
    values: list[Node] = []
    match enum.value:
        case None:
            return members
        case dict():
            values = [Node(key, value.key_span) for key, value in enum.items()]
        case str() as text if "," in text:
            values = [like(enum, part.strip()) for part in text.split(",")]
        case _:
            values = [Node(enum.value, enum.span)]
    instead = "the list of " + ", ".join(found(value) for value in values)
    told = {"found": found(enum), "wanted": "a list", "instead": instead}
    scope.report.add(WRONG_KIND.at(place(enum), **told))
    return {**members, "enum": like(enum, values)}


def _default(members: Members, scope: Scope) -> Members:
    """Return *members* with a default that is a number or a flag where its text says so,
    and a text where only that will do."""
    default, kind = members.get("default"), members.get("type")
    if default is None or kind is None:
        return members
    if default.text is None:
        text = _text(default, members, scope)
        return members if text is default else {**members, "default": text}
    new: Value = None
    match kind.text:
        case "integer" | "number":
            new = number(default.text)
            wanted = f"a{'n' if kind.text == 'integer' else ''} {kind.text}"
        case "boolean":
            new = _FLAGS.get(default.text.strip().lower())
            wanted = "true or false"
        case _:
            return members
    if new is None or (kind.text == "integer" and isinstance(new, float)):
        return members
    read = like(default, new)
    told = {"found": found(default), "wanted": wanted, "instead": found(read)}
    scope.report.add(WRONG_KIND.at(place(default), **told))
    return {**members, "default": read}


def _text(value: Node, members: Members, scope: Scope) -> Node:
    """Return *value* as it is written, where the type of *members* is text and it is a
    plain word of YAML that reads as a number or a flag, such as ``007`` and ``1.10``.
    """
    kind = members.get("type")
    names = () if kind is None else (kind.list or [kind])
    kinds = {name.text for name in names}
    if kinds - {"null"} != {"string"} or value.raw is None or value.value is None:
        return value
    text = like(value, value.raw)
    told = {"found": found(value), "wanted": "a string", "instead": found(text)}
    scope.report.add(WRONG_KIND.at(value.span, **told))
    return text


def _examples(members: Members, scope: Scope) -> Members:
    """Return *members* with examples that are a list of values, as JSON Schema has it."""
    examples = members.get("examples")
    if examples is None or not examples.is_object:
        return members
    values = [one.get("value") or one for one in examples.map.values()]
    told = {
        "found": "an object",
        "wanted": "a list",
        "instead": "the list of its values",
    }
    scope.report.add(WRONG_KIND.at(place(examples), **told))
    return {**members, "examples": like(examples, values)}


def _newer(members: Members, scope: Scope) -> Members:
    """Return *members* without what JSON Schema 2020-12 says otherwise than 3.0 did."""
    for key, fix, instead in (
        ("nullable", nullable, "the type 'null'"),
        *((bound, exclusive, "a bound") for bound in _BOUNDS),
    ):
        node = members.get(key)
        if node is not None and isinstance(node.value, bool):
            told = {"what": repr(key), "instead": instead}
            scope.report.add(OTHER_VERSION.at(place(node), **told))
            members = fix(members)
    return members
