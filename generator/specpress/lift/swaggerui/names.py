"""The components that a page shows, put together from all places that show them."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import MODEL_MISSING
from specpress.diagnostics.codes.swaggerui import FOLDED
from specpress.source import Span
from specpress.tree import Node, escape

_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
"""What the name of a component looks like (OpenAPI 3.0.3, 4.7.7)."""


class Names:
    """Components by name.

    A tool shows a component where it is used, each time as far as it is unfolded, and
    in a request without its read-only, in a response without its write-only fields.
    """

    def __init__(self) -> None:
        self.found: dict[str, Node] = {}
        self._wanted: dict[str, Span] = {}

    def see(self, name: Node, schema: Node) -> Node:
        """Return a reference to the component *name*, which *schema* is a view of."""
        text = str(name.text)
        if not _NAME.fullmatch(text):
            return schema
        first = self.found.get(text)
        if first is not None and not agree(first, schema):
            return schema
        whole = schema if first is None else joined(first, schema)
        self.found[text] = _closed(whole, whole, _reference(text, name.span))
        return _reference(text, name.span)

    def refer(self, name: Node, span: Span) -> Node:
        """Return a reference to the component *name*, of which nothing more is shown."""
        text = str(name.text)
        self._wanted.setdefault(text, span)
        return _reference(text, span)

    def components(self, report: Report) -> dict[str, Node]:
        """Return all components; those that no place shows accept anything."""
        for name, span in self._wanted.items():
            if name not in self.found:
                report.add(MODEL_MISSING.at(span, name=name))
                self.found[name] = Node({}, span, origin="template")
        return self.found


def _closed(node: Node, whole: Node, ref: Node) -> Node:
    """Return *node* with *ref* wherever *whole* is drawn again inside itself.

    A tool draws a schema that refers to itself again and again, without its name.
    """
    if node is not whole and _is_again(node, whole):
        return Node(ref.value, node.span, node.key_span)
    match node.value:
        case dict():
            members = {key: _closed(each, whole, ref) for key, each in node.items()}
            return Node(members, node.span, node.key_span, node.origin)
        case list():
            items = [_closed(each, whole, ref) for each in node.list]
            return Node(items, node.span, node.key_span, node.origin)
        case _:
            return node


def _is_again(node: Node, whole: Node) -> bool:
    fields = set(_fields(whole))
    return len(fields) > 1 and set(_fields(node)) == fields and agree(whole, node)


def folded(span: Span) -> Node:
    """Return what stands for a schema that is closed on the page at *span*."""
    return Node({}, span, origin="default")


def report_folded(node: Node, report: Report) -> None:
    """Report what is still closed in *node*, after other places filled the rest in."""
    if node.is_object and not node.map and node.origin == "default":
        report.add(FOLDED.at(node.span))
    for each in (*node.map.values(), *node.list):
        report_folded(each, report)


def _reference(name: str, span: Span) -> Node:
    return Node({"$ref": Node(f"#/components/schemas/{escape(name)}", span)}, span)


def agree(first: Node, second: Node) -> bool:
    """Return whether two views can be of one schema: they differ in what they leave out."""
    if not first.map or not second.map:
        return True
    one, other = first.get_text("$ref"), second.get_text("$ref")
    if one is not None or other is not None:
        return one is None or other is None or one == other
    if first.get_text("type") != second.get_text("type"):
        return False
    if first.get_text("format") != second.get_text("format"):
        return False
    fields = _fields(first), _fields(second)
    both = fields[0].keys() & fields[1].keys()
    return all(agree(fields[0][name], fields[1][name]) for name in both)


def _fields(schema: Node) -> dict[str, Node]:
    properties = schema.get("properties")
    return dict(properties.map) if properties is not None else {}


def joined(first: Node, second: Node) -> Node:
    """Return one schema with all that two views of it show.

    A reference says more than what is written out in its place.
    """
    if "$ref" in second.map or not first.map or _much(second) > _much(first):
        first, second = second, first
    if "$ref" in first.map:
        return first
    members = dict(first.map)
    for key, value in second.items():
        if key not in members:
            members[key] = value
        elif key == "properties":
            members[key] = _both(members[key], value)
        elif key in _SCHEMAS and value.is_object and members[key].is_object:
            members[key] = joined(members[key], value)
        elif key in _LISTS and _much(value) > _much(members[key]):
            members[key] = value
        elif key == "required":
            known = {each.text for each in members[key].list}
            more = [each for each in value.list if each.text not in known]
            members[key] = Node([*members[key].list, *more], members[key].span)
    return Node(members, first.span, first.key_span)


_SCHEMAS: Final = frozenset(("items", "additionalProperties", "not"))
_LISTS: Final = frozenset(("oneOf", "anyOf", "allOf", "prefixItems"))


def _both(first: Node, second: Node) -> Node:
    fields = dict(first.map)
    for name, value in second.items():
        if name in fields:
            value = joined(fields[name], value)
            value = Node(value.value, value.span, fields[name].key_span, value.origin)
        fields[name] = value
    return Node(fields, first.span, first.key_span)


def _much(schema: Node) -> int:
    """Return how much *schema* says; a reference counts for what it stands for."""
    if "$ref" in schema.map:
        return 10
    inside = (*schema.map.values(), *schema.list)
    return len(inside) + sum(map(_much, inside))
