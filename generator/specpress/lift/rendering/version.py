"""The version of OpenAPI that a lifted document needs, and its spelling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specpress.tree import Node

_NEW: Final = frozenset(
    "contains contentEncoding contentMediaType contentSchema dependentRequired"
    " dependentSchemas if then else maxContains minContains patternProperties"
    " prefixItems propertyNames unevaluatedItems unevaluatedProperties $defs".split()
)
"""Keywords of schemas that OpenAPI 3.0 has no other way to say (3.1.0, 4.8.24)."""
_VALUES: Final = frozenset("example examples default enum const".split())
_BOUNDS: Final = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def settled(document: Node) -> Node:
    """Return *document* in one spelling: OpenAPI 3.0.3, or 3.1.0 where that is needed.

    Limits that exclude their bound, values that may be null and constants are written
    in different ways in the two.
    """
    new = "webhooks" in document.map or any(
        _is_new(each) for each in _objects(document)
    )
    spelled = _spelled(document, new)
    version = Node("3.1.0" if new else "3.0.3", origin="default")
    members = {**spelled.map, "openapi": version}
    return Node(members, document.span, document.key_span)


def _objects(node: Node) -> Iterator[Node]:
    if node.is_object:
        yield node
    for name, each in node.items():
        if name not in _VALUES:
            yield from _objects(each)
    for each in node.list:
        yield from _objects(each)


def _is_schema(node: Node) -> bool:
    """Return whether *node* is a schema that says a type, or one in a list of types."""
    type_ = node.get("type")
    if type_ is None or type_.is_object:
        return bool(
            ("const" in node.map or "nullable" in node.map) and "in" not in node.map
        )
    words = [type_, *type_.list]
    return any(each.text in _TYPES for each in words)


_TYPES: Final = frozenset("string number integer boolean array object null".split())


def _is_new(node: Node) -> bool:
    if "$ref" in node.map and len(node.map) > 1:
        return True
    type_ = node.get("type")
    if type_ is not None and sum(each.text != "null" for each in type_.list) > 1:
        return True
    keys = _NEW & set(node.map)
    return bool(keys) and (_is_schema(node) or "properties" not in keys)


def _spelled(node: Node, new: bool) -> Node:
    match node.value:
        case list():
            items = [_spelled(each, new) for each in node.list]
            return Node(items, node.span, node.key_span, node.origin)
        case dict():
            members = {
                key: each if key in _VALUES else _spelled(each, new)
                for key, each in node.items()
            }
            if _is_schema(node):
                members = _newer(members) if new else _older(members)
            return Node(members, node.span, node.key_span, node.origin)
        case _:
            return node


def _older(members: dict[str, Node]) -> dict[str, Node]:
    """Return *members* as OpenAPI 3.0 (3.0.3, 4.7.24) says them."""
    out = dict(members)
    type_ = out.get("type")
    if type_ is not None and type_.list:
        words = [each for each in type_.list if each.text != "null"]
        out["type"] = words[0] if words else Node("string", type_.span)
        if len(words) < len(type_.list):
            out["nullable"] = Node(True, type_.span)
    if "const" in out:
        const = out.pop("const")
        out.setdefault("enum", Node([const], const.span))
    for key, bound in _BOUNDS.items():
        limit = out.get(key)
        if limit is not None and not isinstance(limit.value, bool):
            out[bound] = limit
            out[key] = Node(True, limit.span)
    return out


def _newer(members: dict[str, Node]) -> dict[str, Node]:
    """Return *members* as OpenAPI 3.1 (3.1.0, 4.8.24) says them."""
    out = dict(members)
    nullable = out.pop("nullable", None)
    type_ = out.get("type")
    if (
        nullable is not None
        and nullable.value is True
        and type_ is not None
        and type_.text
    ):
        out["type"] = Node([type_, Node("null", nullable.span)], type_.span)
    for key, bound in _BOUNDS.items():
        limit = out.get(key)
        if limit is not None and isinstance(limit.value, bool):
            del out[key]
            if limit.value and bound in out:
                out[key] = out.pop(bound)
    return out
