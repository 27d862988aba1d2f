"""The walk over a description: the state of each of its parts, and how many there are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from specpress.document.members import Grammar
from specpress.ledger.keys import (
    BESIDE,
    DOCS,
    EXTENSION,
    UNREACHED,
    label,
    why_unused,
)
from specpress.ledger.losses import Losses
from specpress.ledger.reached import Reached, children, is_apart, parts
from specpress.ledger.state import HONOURED, Found, State, Status, rank, worst
from specpress.ledger.xml import NO_XML, has_xml
from specpress.source import NOWHERE
from specpress.tree import Node

_NAMEABLE: Final = frozenset(("properties", "enum", "const", "anyOf", "oneOf", "allOf"))
"""The keywords of schemas whose types are classes or named unions."""

_WORDS: Final = frozenset(("title", "description", "externalDocs"))
"""The keywords that are told of what has a name: types, fields and parameters."""


@dataclass(slots=True)
class Walk:
    """One walk: *counts* by kind and status of all parts met so far, and those *found*
    in another state than what is around them, in the order of the document."""

    grammar: Grammar
    reached: Reached
    losses: Losses
    files_matter: bool
    counts: Counter[tuple[str, Status]] = field(
        default_factory=Counter[tuple[str, Status]]
    )
    found: list[Found] = field(default_factory=list[Found])
    files: set[str] = field(default_factory=set[str])
    """The files that parts were met in."""
    _file: str = ""
    _has_xml: bool = False

    def document(self, node: Node) -> None:
        """Walk over the whole document *node*."""
        self._file = node.span.file
        self._has_xml = has_xml(node)
        self._members(node, "document", self._settled(node, HONOURED, HONOURED))

    def _object(
        self, node: Node, kind: str, around: State, *, told: bool = False
    ) -> None:
        """Walk over *node*, an object of *kind*; a schema whose description is *told*
        with what it is the schema of."""
        state = self._fact(node, label(kind), HONOURED, around)
        told = told or id(node) in self.reached.kinds
        self._members(node, kind, state, told=told)

    def _members(
        self, node: Node, kind: str, around: State, *, told: bool = False
    ) -> None:
        file = self._enter(node)
        is_reference = kind != "schema" and "$ref" in node.map
        for key, member, part in parts(self.grammar, kind, node):
            name = label(part.rstrip("[]{}")) or _leaf(kind, key)
            why = why_unused(self.grammar, kind, key)
            if kind == "schema" and key in _WORDS and not told:
                why = "" if not _NAMEABLE.isdisjoint(node.map) else DOCS
            if kind == "schema" and key == "xml" and not self._has_xml:
                why = NO_XML
            if is_reference and key != "$ref":
                why = why or BESIDE
            if is_apart(kind, key):
                self._sections(member, part, around)
            elif why:
                self._unused(member, name, why, around)
            elif not part:
                self._fact(member, name, HONOURED, around)
            elif part[-1] in "]}":
                inside = self._settled(member, HONOURED, around)
                self._children(key, member, part, inside)
            else:
                alone = kind == "parameter" and "description" not in node.map
                self._object(member, part, around, told=alone)
        self._file = file

    def _children(self, key: str, node: Node, part: str, around: State) -> None:
        """Walk over the objects in *node*, a list or map of them."""
        file = self._enter(node)
        known = {id(child) for _, child in children(part, node, key)}
        for child in node.list or node.map.values():
            if id(child) in known:
                self._object(child, part[:-2], around, told=key == "properties")
            else:
                self._unused(child, "extension", EXTENSION, around)
        self._file = file

    def _sections(self, node: Node, part: str, around: State) -> None:
        """Walk over what is used by reference only: the components, or one map of them."""
        if part != "components":
            self._unused(node, label(part[:-2]), UNREACHED, around)
            return
        for key, section, kind in parts(self.grammar, "components", node):
            why = why_unused(self.grammar, "components", key) or UNREACHED
            name = label(kind[:-2]) or _leaf("components", key)
            self._unused(section, name, why, around)

    def _unused(self, node: Node, name: str, why: str, around: State) -> None:
        """Walk over *node*, which is not used but for what references lead to."""
        if (kind := self.reached.kinds.get(id(node))) is not None:
            self._object(node, kind, around)
        elif id(node) not in self.reached.way:
            self._fact(node, name, State("unused", why), around)
        else:
            file = self._enter(node)
            for child in (*node.map.values(), *node.list):
                self._unused(child, name, why, around)
            self._file = file

    def _enter(self, node: Node) -> str:
        """Go on in the file that *node* is from; return the one before."""
        file = self._file
        self._file = node.span.file or file
        return file

    def _fact(self, node: Node, name: str, own: State, around: State) -> State:
        state = self._settled(node, own, around)
        self.counts[name, state.status] += 1
        return state

    def _settled(self, node: Node, own: State, around: State) -> State:
        """Return the state of *node*, having noted it where it differs from *around*."""
        self.files.add(node.span.file)
        told = self.losses.at(node)
        state = own if own.status == told.status else worst(own, told)
        if rank(state) <= rank(around):
            state = around
        moved = self.files_matter and node.span.file not in ("", self._file)
        if (state != around or moved) and node.span != NOWHERE:
            self.found.append(Found(node.key_span, node.span, state))
        return state


def _leaf(kind: str, key: str) -> str:
    """Return what the member *key* of an object of *kind* is called in the counts."""
    if key.startswith("x-"):
        return "extension"
    return "keyword" if kind == "schema" else "field"
