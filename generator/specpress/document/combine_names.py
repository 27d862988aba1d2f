"""One name for one component, where several descriptions are put together."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from specpress.diagnostics import Report
from specpress.diagnostics.codes.bundle import RENAMED
from specpress.document.bundle_uris import stem
from specpress.tree import Node, join, split

Documents: TypeAlias = Sequence[tuple[str, Node]]
Name: TypeAlias = tuple[str, str]
"""The section of the components, and the name in it."""

_ODD: Final = re.compile(r"[^A-Za-z0-9._-]+")


def own_names(documents: Documents, report: Report) -> list[tuple[str, Node]]:
    """Return *documents*, by file, with other names for the components whose name
    another one has for something else.

    All who share it take a name of their file's, so that the order does not matter.
    """
    taken = _several(documents)
    renamed: list[tuple[str, Node]] = []
    for file, document in documents:
        new = {
            (section, name): f"{name}_{_ODD.sub('_', _slug(file))}"
            for section, name in taken
            if name in _section(document, section)
        }
        for (section, name), other in new.items():
            span = _section(document, section)[name].key_span
            report.add(RENAMED.at(span, name=name, new=other))
        renamed.append((file, _Renamer(new).document(document) if new else document))
    return renamed


def _slug(file: str) -> str:
    folder = file.rpartition("/")[0]
    return "_".join(filter(None, (*folder.split("/"), stem(file))))


def _several(documents: Documents) -> list[Name]:
    """Return the names under which *documents* have different things.

    What components refer to may differ too, so those that refer to such a name are
    taken for different where they are compared next.
    """
    found: dict[Name, set[str]] = {}
    counted: Counter[Name] = Counter()
    for _, document in documents:
        for section, components in (document.get("components") or Node({})).items():
            for name, node in components.items():
                text = json.dumps(node.plain(), sort_keys=True)
                found.setdefault((section, name), set()).add(text)
                counted[section, name] += 1
    taken = {name for name, texts in found.items() if len(texts) > 1}
    while more := {
        name
        for name, texts in found.items()
        if name not in taken and counted[name] > 1 and _refers(next(iter(texts)), taken)
    }:
        taken |= more
    return sorted(taken)


def _refers(text: str, names: set[Name]) -> bool:
    pointers = re.findall(r'"#/components/([^/"]+)/([^/"]+)', text)
    return any((section, split(f"/{name}")[0]) in names for section, name in pointers)


def _section(document: Node, section: str) -> Mapping[str, Node]:
    components = document.get("components")
    node = None if components is None else components.get(section)
    return {} if node is None else node.map


class _Renamer:
    """Gives components *new* names, and what refers to them too."""

    def __init__(self, new: Mapping[Name, str]) -> None:
        self._new = new
        self._pointers = {
            f"#{join(('components', *name))}": f"#{join(('components', name[0], other))}"
            for name, other in new.items()
        }

    def document(self, document: Node) -> Node:
        """Return *document* with the new names."""
        whole = self._node(document, "")
        sections = {
            section: _like(node, self._named(section, node))
            for section, node in (whole.get("components") or Node({})).items()
        }
        members = dict(whole.map)
        if "components" in members:
            members["components"] = _like(members["components"], sections)
        return _like(whole, members)

    def _named(self, section: str, node: Node) -> dict[str, Node]:
        return {
            self._new.get((section, name), name): each for name, each in node.items()
        }

    def _node(self, node: Node, key: str) -> Node:
        value = node.value
        if isinstance(value, dict):
            if key == "security[]":
                return _like(node, self._named("securitySchemes", node))
            inner = "mapping[]" if key == "mapping" else ""
            return _like(
                node, {k: self._node(each, inner or k) for k, each in value.items()}
            )
        if isinstance(value, list):
            inner = "security[]" if key == "security" else ""
            return _like(node, [self._node(each, inner) for each in value])
        if isinstance(value, str) and key in ("$ref", "mapping[]"):
            return _like(node, self._text(value, bare=key == "mapping[]"))
        return node

    def _text(self, text: str, *, bare: bool) -> str:
        """Return the reference *text* with the new name; also a *bare* name of a schema."""
        if bare and (other := self._new.get(("schemas", text))) is not None:
            return f"#{join(('components', 'schemas', other))}"
        head = "/".join(text.split("/")[:4])
        other = self._pointers.get(head)
        return text if other is None else other + text[len(head) :]


def _like(node: Node, value: dict[str, Node] | list[Node] | str) -> Node:
    """Return a node of *value* in the place of *node*."""
    return Node(value, node.span, node.key_span, node.origin)
