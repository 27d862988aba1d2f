"""The second walk: the document with each reference changed as was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from specpress.diagnostics import Code, Report
from specpress.diagnostics.codes.bundle import BOTH, TOO_DEEP
from specpress.diagnostics.codes.refs import LOOP
from specpress.document.bundle_edits import Edit, Key
from specpress.document.bundle_names import Layout
from specpress.document.bundle_parts import NAMING
from specpress.document.bundle_scan import Scan
from specpress.document.sections import INSTEAD
from specpress.source import NOWHERE, Span
from specpress.tree import Node, Value, join

Members = dict[str, Node]

_DEEPEST: Final = 180  # where something may still take a reference's place


@dataclass(slots=True)
class Writer:
    """Makes nodes of the document; what is not changed stays the same object."""

    scan: Scan
    layout: Layout
    report: Report
    _done: dict[int, tuple[Value, Value | None]] = field(
        default_factory=dict[int, "tuple[Value, Value | None]"]
    )
    _open: set[Key] = field(default_factory=set[Key])

    def node(self, node: Node, depth: int = 0) -> Node | None:
        """Return *node* with all references in it changed; None when it is left out."""
        value = node.value
        if not isinstance(value, dict | list):
            return node
        if id(value) in self._done:  # the value is kept, so that nothing takes its id
            new = self._done[id(value)][1]
        else:
            new = self._value(value, depth)
            self._done[id(value)] = value, new
        if new is value:
            return node
        return None if new is None else _like(node, new)

    def _value(self, value: dict[str, Node] | list[Node], depth: int) -> Value | None:
        if isinstance(value, list):
            return self._list(value, depth)
        members: Members = {}
        same = True
        for key, member in value.items():
            new = self.node(member, depth + 1)
            same = same and new is member
            if new is not None:
                members[key] = new
        return self._changed(value, value if same else members, depth)

    def _list(self, value: list[Node], depth: int) -> Value:
        items: list[Node] = []
        same = True
        for member in value:
            new = self.node(member, depth + 1)
            same = same and new is member
            if new is not None:
                items.append(new)
        return value if same else items

    def _changed(self, value: Members, members: Members, depth: int) -> Value | None:
        """Return *members*, of the object *value*, with what was noted for it done."""
        whole: Value | None = members
        for edit in self.scan.edits.get(id(value), ()):
            whole = self._edited(edit, members, depth)
            if not isinstance(whole, dict):
                return whole
            members = whole
        if id(value) in self.scan.names.naming:
            kept = "$dynamicAnchor" if self.scan.names.several else None
            members = {k: v for k, v in members.items() if k not in NAMING or k == kept}
        if (found := self.scan.names.mappings.get(id(value))) is not None:
            texts = {
                key: _like(members[key], self._pointer((each.place, "schema")))
                for key, each in found.items()
            }
            members = {**members, **texts} if texts else members
        if self.layout.renamed and "discriminator" in members:
            return self._implied(value, members)
        return members

    def _edited(self, edit: Edit, members: Members, depth: int) -> Value | None:
        """Return what *members*, with a reference among them, are by *edit*."""
        ref = members[edit.key]
        beside = {k: v for k, v in members.items() if k != edit.key}
        match edit.how:
            case "gone":
                return self._without(edit, beside)
            case "wrap":
                schema = {"$ref": _like(ref, self._pointer(edit.target))}
                if edit.kind in ("parameter", "header"):
                    return {**beside, "schema": Node(schema, ref.span, ref.key_span)}
                return _of_json(schema, ref.span, self.scan.version)
            case "inline":
                return self._content(edit, beside, depth)
            case "point" if self.layout.mounted.get(edit.target) == edit.here:
                return self._content(edit, beside, depth)
            case "point":
                text = _like(ref, self._pointer(edit.target))
        if edit.key == "$dynamicRef" and self.scan.names.several:
            beside[edit.key] = ref  # bound later
            if "$ref" not in beside:
                return {**beside, "$ref": text}
        if edit.key == "$ref" or "$ref" not in beside:
            new = {edit.key: "$ref"}
            return {
                new.get(k, k): text if k == edit.key else v for k, v in members.items()
            }
        items = [*beside["allOf"].list] if "allOf" in beside else []
        items.append(Node({"$ref": text}, text.span))
        return {**beside, "allOf": Node(items, text.span, ref.key_span)}

    def _content(self, edit: Edit, beside: Members, depth: int) -> Value | None:
        """Return what *edit* refers to, and *beside* it, as one object."""
        assert edit.found is not None
        key = edit.target
        loop, deep = key in self._open, depth > _DEEPEST
        if loop or deep:
            self._report(LOOP if loop else TOO_DEEP, edit)
            return self._without(edit, beside)
        self._open.add(key)
        new = self.node(edit.found.node, depth + 1)
        self._open.remove(key)
        if new is None or not isinstance(new.value, dict):
            return beside or None if new is None else new.value
        for name, node in beside.items():
            if name in new.value and edit.kind == "path_item" and name != "parameters":
                self.report.add(BOTH.at(node.key_span, key=name))
        both = {**new.value, **beside}
        lists = [m["parameters"] for m in (beside, new.value) if "parameters" in m]
        if len(lists) > 1 and edit.kind == "path_item":
            items = [item for each in lists for item in each.list]
            both["parameters"] = _like(lists[0], items)
        return both

    def _without(self, edit: Edit, beside: Members) -> Value | None:
        """Return what is left of a reference that leads nowhere."""
        kept = edit.kind == "schema" or (beside and self.scan.counts_beside(edit.kind))
        return beside if kept else None

    def _report(self, code: Code, edit: Edit) -> None:
        instead = INSTEAD.get(edit.kind, "it is left out")
        values = {"ref": edit.ref.text, "instead": instead, "limit": _DEEPEST}
        self.report.add(code.at(edit.ref.span, **values))

    def _pointer(self, key: Key) -> str:
        return f"#{join(self.layout.locate(key))}"

    def _implied(self, value: Members, members: Members) -> Members:
        """Return *members* of a schema with a discriminator, the names that its
        alternatives had in their files written into its mapping.

        Without a mapping a value of the discriminator is the name of a schema (OpenAPI
        3.2, Discriminator Object), and these have another one in the document.
        """
        members_ = [m for key in ("oneOf", "anyOf") for m in _items(value.get(key))]
        edits = [e for m in members_ for e in self.scan.edits.get(id(m.value), ())]
        names = {
            name: Node(self._pointer(edit.target), edit.ref.span)
            for edit in edits
            if edit.how == "point"
            and (name := self.layout.renamed.get(edit.target)) is not None
        }
        discriminator = members["discriminator"]
        old = discriminator.get("mapping")
        told = {} if old is None else dict(old.items())
        targets = {node.text for node in told.values()}
        new = {
            k: v for k, v in names.items() if k not in told and v.text not in targets
        }
        if not new or not discriminator.is_object:
            return members
        mapping = Node({**told, **new}, NOWHERE if old is None else old.span)
        inner = {**discriminator.map, "mapping": mapping}
        return {**members, "discriminator": _like(discriminator, inner)}


def _items(node: Node | None) -> list[Node]:
    return [] if node is None else list(node.list)


def _like(node: Node, value: Value) -> Node:
    """Return a node of *value* in the place of *node*."""
    return Node(value, node.span, node.key_span, node.origin)


def _of_json(schema: Members, span: Span, version: str) -> Value:
    """Return a response or body of JSON that has *schema*."""
    if version.startswith("2"):
        plain: dict[str, object] = {"description": "", "schema": schema}
    else:
        media = {"application/json": {"schema": schema}}
        plain = {"description": "", "content": media}
    return Node.of(plain, span).value
