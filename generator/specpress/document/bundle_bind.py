"""Dynamic references with several targets: a copy of the schema for each who extends it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from specpress.diagnostics import Report
from specpress.diagnostics.codes.bundle import DYNAMIC
from specpress.document.grammar import Kind, item, member
from specpress.document.refs import pointed
from specpress.tree import Node, join, split

Bindings: TypeAlias = Mapping[str, str]
"""The pointers of the schemas that dynamic anchors mean, by their names."""

_SCHEMAS: Final = ("components", "schemas")
_APPLIED: Final = ("allOf", "anyOf", "oneOf")
_NAMING: Final = frozenset(("$dynamicAnchor", "$dynamicRef"))


def bind(document: Node, report: Report) -> Node:
    """Return *document*, in which schemas have ``$dynamicRef`` beside the ``$ref`` that is
    meant where nothing else is said, without any.

    A schema that has the anchor, or defines it in its ``$defs``, and refers to another one
    that uses it, refers to a copy of that one in which it is what is meant: the outermost
    schema of the dynamic scope (JSON Schema 2020-12, 8.2.3.2).
    """
    binder = _Binder(document, report)
    whole = _schemas(document, "document", (), binder.extended)
    schemas = pointed(whole, join(_SCHEMAS))
    if binder.copies and schemas is not None:
        new = _like(schemas, {**schemas.map, **binder.copies})
        components = whole.map["components"]
        inner = _like(components, {**components.map, "schemas": new})
        whole = _like(whole, {**whole.map, "components": inner})
    return _schemas(whole, "document", (), lambda node, _: _named_no_more(node))


@dataclass(slots=True)
class _Binder:
    """Makes copies of the schemas of *document*, *copies* by name."""

    document: Node
    report: Report
    copies: dict[str, Node] = field(default_factory=dict[str, Node])
    _names: dict[tuple[str, tuple[tuple[str, str], ...]], str] = field(
        default_factory=dict[tuple[str, tuple[tuple[str, str], ...]], str]
    )
    _uses: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])

    def extended(self, schema: Node, tokens: tuple[str, ...]) -> Node:
        """Return the schema at *tokens* with references to copies where it extends."""
        given = _given(schema, tokens)
        if not given:
            return schema
        members = dict(schema.map)
        for key in ("$ref", *_APPLIED):
            if key in members:
                members[key] = self._site(key, members[key], given)
        for key, node in schema.items():
            if key not in ("$ref", "$defs", *_APPLIED):
                self._tell(node, given)
        return _like(schema, members)

    def _site(self, key: str, node: Node, given: Bindings) -> Node:
        """Return *node*, a reference or a list of schemas that apply, bound to *given*."""
        if key == "$ref":
            return self._ref(node, given)
        items: list[Node] = []
        for each in node.list:
            members = {
                k: self._site(k, v, given) if k in ("$ref", *_APPLIED) else v
                for k, v in each.items()
            }
            items.append(_like(each, members) if each.is_object else each)
        return _like(node, items)

    def _ref(self, ref: Node, given: Bindings) -> Node:
        """Return *ref*, or one to a copy of its target with *given* bound in it."""
        pointer = (ref.text or "").removeprefix("#")
        uses = self.uses(pointer)
        used = {name: place for name, place in given.items() if name in uses}
        target = pointed(self.document, pointer) if used else None
        if target is None or pointer in used.values():
            return ref
        key = (pointer, tuple(sorted(used.items())))
        if key not in self._names:
            name = self._name(pointer, used)
            self._names[key] = name
            self.copies[name] = Node({})  # the name is taken from here on
            self.copies[name] = self._bound(target, used)
        return _like(ref, f"#{join((*_SCHEMAS, self._names[key]))}")

    def _name(self, pointer: str, given: Bindings) -> str:
        """Return the name of the copy of what is at *pointer*, for what is *given*."""
        section = pointed(self.document, join(_SCHEMAS))
        places = [given[name] for name in sorted(given)]
        taken = {*self.copies, *(section.map if section is not None else ())}
        name = ""
        for length in range(1, 20):  # as much of the places as tells them apart
            parts = [split(each) for each in (pointer, *places)]
            name = "_".join(part for path in parts for part in path[-length:])
            name = "".join(c if c.isalnum() or c in "._-" else "_" for c in name)
            if name not in taken:
                return name
        return f"{name}_"

    def _bound(self, node: Node, given: Bindings) -> Node:
        """Return *node* with its dynamic references, and those of what it refers to,
        meaning what is *given*."""
        if node.list:
            return _like(node, [self._bound(each, given) for each in node.list])
        if not node.is_object:
            return node
        name = (node.get_text("$dynamicRef") or "").removeprefix("#")
        members: dict[str, Node] = {}
        for key, value in node.items():
            if key in ("$ref", "$dynamicRef") and name in given:
                members["$ref"] = _like(value, f"#{given[name]}")
            elif key == "$ref" and value.text is not None:
                members[key] = self._ref(value, given)
            elif key != "$dynamicAnchor":
                members[key] = self._bound(value, given)
        return _like(node, members)

    def uses(self, pointer: str) -> frozenset[str]:
        """Return the names of the dynamic references at *pointer* and beyond."""
        if pointer not in self._uses:
            found: set[str] = set()
            seen: set[str] = set()
            queue = [pointer]
            while queue:
                here = queue.pop()
                node = pointed(self.document, here) if here not in seen else None
                seen.add(here)
                for each in _objects(node):
                    name = each.get_text("$dynamicRef")
                    if name is not None:
                        found.add(name.removeprefix("#"))
                    elif (ref := each.get_text("$ref")) is not None:
                        queue.append(ref.removeprefix("#"))
            self._uses[pointer] = frozenset(found)
        return self._uses[pointer]

    def _tell(self, node: Node, given: Bindings) -> None:
        """Report the references in *node* through which *given* would count too."""
        for each in _objects(node):
            ref = each.get("$ref")
            if ref is None or ref.text is None or "$dynamicRef" in each.map:
                continue
            pointer = ref.text.removeprefix("#")
            for name in self.uses(pointer) & given.keys():
                if pointer != given[name]:
                    self.report.add(DYNAMIC.at(ref.span, ref=ref.text, name=name))


def _given(schema: Node, tokens: tuple[str, ...]) -> dict[str, str]:
    """Return the dynamic anchors of *schema*, at *tokens*, and of its ``$defs``."""
    given: dict[str, str] = {}
    for key, node in (schema.get("$defs") or Node({})).items():
        if (name := node.get_text("$dynamicAnchor")) is not None:
            rest = node.map.keys() - _NAMING
            ref = node.get_text("$ref") or ""
            only = rest == {"$ref"} and ref.startswith("#/")
            given[name] = ref[1:] if only else join((*tokens, "$defs", key))
    if (own := schema.get_text("$dynamicAnchor")) is not None:
        given[own] = join(tokens)
    return given


def _objects(node: Node | None) -> Iterator[Node]:
    """Yield the objects in *node*, itself among them."""
    stack = [] if node is None else [node]
    while stack:
        each = stack.pop()
        if each.is_object:
            yield each
        stack += (*each.map.values(), *each.list)


def _named_no_more(schema: Node) -> Node:
    """Return *schema* without names; a reference to a name that nothing has stays."""
    gone = _NAMING if "$ref" in schema.map else {"$dynamicAnchor"}
    return _like(schema, {k: v for k, v in schema.items() if k not in gone})


def _schemas(
    node: Node,
    kind: Kind,
    tokens: tuple[str, ...],
    fn: Callable[[Node, tuple[str, ...]], Node],
) -> Node:
    """Return *node*, an object of *kind* at *tokens*, with *fn* done to each schema."""
    if node.list:
        items = [
            _schemas(each, item(kind), (*tokens, str(index)), fn)
            for index, each in enumerate(node.list)
        ]
        return _like(node, items)
    if not node.is_object:
        return node
    members = dict(node.items())
    for key, value in node.items():
        if (inner := member(kind, key)) is not None:
            members[key] = _schemas(value, inner, (*tokens, key), fn)
    whole = _like(node, members)
    return fn(whole, tokens) if kind == "schema" else whole


def _like(node: Node, value: dict[str, Node] | list[Node] | str) -> Node:
    """Return a node of *value* in the place of *node*."""
    return Node(value, node.span, node.key_span, node.origin)
