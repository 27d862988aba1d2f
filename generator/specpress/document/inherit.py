"""Inheritance: a parent with a discriminator, as the union of all that extend it.

A schema that others have in their ``allOf`` and that has a discriminator stands for any
of them (OpenAPI 3.2, 4.25.6 "Models with Polymorphism Support"). Said as a union, with
the parent's own keywords kept apart for those that extend it, nothing loops.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.unions import LONE_DISCRIMINATOR
from specpress.document.heirs import BASE, Heirs, component
from specpress.tree import Node

_WORDS: Final = frozenset(("title", "description", "deprecated", "externalDocs"))
_CHOICES: Final = ("oneOf", "anyOf")
_BESIDE: Final = _WORDS | frozenset("""
    allOf default example examples nullable readOnly writeOnly xml
    """.split())
"""What may stand beside an ``allOf`` of one reference that then means that schema."""

_POINTER: Final = "#/components/schemas/"


def inherit(document: Node, report: Report) -> Node:
    """Return *document* with each parent that is one of many as the union of them.

    Its own keywords become a component of its own, which ``allOf`` then refers to. A
    parent whose ``oneOf`` leads to schemas that extend it is such a union, too.
    """
    components = document.get("components")
    schemas = components.get("schemas") if components is not None else None
    if components is None or schemas is None:
        return document
    heirs = Heirs.of(schemas)
    parents = {name: node for name, node in schemas.items() if heirs.has_many(name)}
    for name, node in schemas.items():
        if name not in parents and (lone := _lone(node)) is not None:
            report.add(LONE_DISCRIMINATOR.at(lone.key_span))
    if not parents:
        return document
    bases = {f"{_POINTER}{name}": f"{_POINTER}{name}{BASE}" for name in parents}
    made: dict[str, Node] = {}
    variants = {each for name in parents for each in heirs.variants(name)}
    for name, node in schemas.items():
        node = _written_out(node, schemas) if name in variants else node
        if name in parents:
            union = _union(name, node, heirs)
            made[name] = _rewritten(union, bases, is_component=False)
            name, node = f"{name}{BASE}", _own(node)
        made[name] = _rewritten(node, bases, is_component=True)

    def others(node: Node, key: str, new: Node) -> Node:
        members = node.items()
        return _with(
            node,
            {
                each: (
                    new
                    if each == key
                    else _rewritten(member, bases, is_component=False)
                )
                for each, member in members
            },
        )

    whole = others(components, "schemas", _with(schemas, made))
    return others(document, "components", whole)


def _lone(schema: Node) -> Node | None:
    """Return the discriminator of *schema* when there is no choice beside it."""
    alone = not any(key in schema.map for key in _CHOICES)
    return schema.get("discriminator") if alone else None


def _written_out(heir: Node, schemas: Node) -> Node:
    """Return *heir* with the keywords of the component that it adds nothing to.

    Otherwise it would be another name for that, and no variant of its own.
    """
    seen: set[int] = set()
    words = {key: node for key, node in heir.items() if key in _WORDS}
    here = heir
    while id(here) not in seen and here.map.keys() <= _BESIDE:
        seen.add(id(here))
        all_of = here.get("allOf")
        name = component(all_of.list[0]) if all_of and len(all_of.list) == 1 else None
        if name is None or name not in schemas.map:
            break
        here = _own(schemas.map[name])
    return heir if here is heir else _with(heir, {**here.map, **words})


def _own(parent: Node) -> Node:
    """Return what *parent* says of itself, without its variants."""
    left_out = ("discriminator", *_CHOICES)
    members = {k: node for k, node in parent.items() if k not in left_out}
    return _with(parent, members)


def _union(name: str, parent: Node, heirs: Heirs) -> Node:
    """Return *parent*, called *name*, as the union of its heirs, and of itself."""
    kept = {key: node for key, node in parent.items() if key in _WORDS}
    if (discriminator := parent.get("discriminator")) is not None:
        kept["discriminator"] = discriminator
    choices = [member for key in _CHOICES for member in _list(parent, key)]
    if choices:
        members = [_extending(name, member, heirs, parent) for member in choices]
    else:
        members = [*(_ref(ref, parent) for ref in heirs.variants(name))]
        members.append(_ref(f"{name}{BASE}", parent))
    return _with(parent, {**kept, "anyOf": Node([*members], parent.span)})


def _extending(name: str, member: Node, heirs: Heirs, parent: Node) -> Node:
    """Return *member* of a choice so that it extends the parent, called *name*."""
    ref = member.get_text("$ref") or ""
    target = ref.removeprefix(_POINTER)
    if ref.startswith(_POINTER) and name in heirs.ancestors(target):
        return member
    base = _ref(f"{name}{BASE}", parent)
    return Node({"allOf": Node([base, member], member.span)}, member.span)


def _rewritten(node: Node, bases: Mapping[str, str], *, is_component: bool) -> Node:
    """Return *node* in which what extends a parent refers to its own keywords."""
    if isinstance(node.value, list):
        items = [_rewritten(item, bases, is_component=False) for item in node.list]
        same = all(a is b for a, b in zip(items, node.list, strict=True))
        return node if same else _with(node, items)
    if not isinstance(node.value, dict):
        return node
    members = {
        key: _rewritten(each, bases, is_component=False) for key, each in node.items()
    }
    all_of = node.get("allOf")
    if all_of is not None and (
        is_component or len(all_of.list) > 1 or not node.map.keys() <= _BESIDE
    ):
        parts = [
            _to_base(_rewritten(each, bases, is_component=True), bases)
            for each in all_of.list
        ]
        same = all(a is b for a, b in zip(parts, all_of.list, strict=True))
        members["allOf"] = all_of if same else _with(all_of, parts)
    if all(members[key] is each for key, each in node.items()):
        return node
    return _with(node, members)


def _to_base(member: Node, bases: Mapping[str, str]) -> Node:
    ref = member.get("$ref")
    base = bases.get(ref.text or "") if ref is not None else None
    if ref is None or base is None:
        return member
    new = Node(base, ref.span, ref.key_span, ref.origin)
    return _with(member, {**member.map, "$ref": new})


def _list(node: Node, key: str) -> Iterator[Node]:
    member = node.get(key)
    yield from () if member is None else member.list


def _ref(name: str, at: Node) -> Node:
    return Node({"$ref": Node(f"{_POINTER}{name}", at.span)}, at.span)


def _with(node: Node, value: dict[str, Node] | list[Node]) -> Node:
    return Node(value, node.span, node.key_span, node.origin)
