"""References inside a document: following ``$ref`` by JSON Pointer."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from specpress.diagnostics import Report
from specpress.diagnostics.codes.refs import DANGLING, LOOP, NOT_LOCAL, NOT_TEXT
from specpress.tree import Node, split


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference arrives at: the *node*, and the *pointer* where it stands."""

    node: Node
    pointer: str


def pointed(document: Node, pointer: str) -> Node | None:
    """Return the node of *document* at *pointer*, or None."""
    node: Node | None = document
    for token in split(pointer):
        if node is None:
            return None
        node = _item(node, token) if node.list else node.get(token)
    return node


@dataclass(frozen=True, slots=True)
class Refs:
    """The references of one *document*; what is wrong with one goes to *report*."""

    document: Node
    report: Report

    def resolve(self, node: Node, instead: str) -> Target | None:
        """Return what *node* stands for, following one reference after another.

        *node* itself, with an empty pointer, when it is no reference; None after a
        report that says what is done *instead* when there is no such place.
        """
        here = Target(node, "")
        seen: set[str] = set()
        while (ref := here.node.get("$ref")) is not None:
            target = self.follow(ref, instead)
            if target is None:
                return None
            if target.pointer in seen:
                self.report.add(LOOP.at(ref.span, ref=ref.text, instead=instead))
                return None
            seen.add(target.pointer)
            here = target
        return here

    def follow(self, ref: Node, instead: str) -> Target | None:
        """Return the place that *ref* (the value of a ``$ref``) names, one step on."""
        text = ref.text
        if text is None:
            found = type(ref.value).__name__
            self.report.add(NOT_TEXT.at(ref.span, found=found, instead=instead))
            return None
        if not text.startswith("#"):
            self.report.add(NOT_LOCAL.at(ref.span, ref=text, instead=instead))
            return None
        pointer = unquote(text[1:])
        node = pointed(self.document, pointer) if pointer[:1] in ("", "/") else None
        if node is None:
            self.report.add(DANGLING.at(ref.span, ref=text, instead=instead))
            return None
        return Target(node, pointer)


def _item(node: Node, token: str) -> Node | None:
    index = int(token) if token.isascii() and token.isdigit() else -1
    return node.list[index] if 0 <= index < len(node.list) else None
