"""References inside a document: following ``$ref`` by JSON Pointer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from specpress.diagnostics import Report
from specpress.diagnostics.codes.refs import DANGLING, LOOP, NOT_LOCAL, NOT_TEXT
from specpress.tree import Node, split

_OVER: Final = ("summary", "description")  # OpenAPI 3.2, Reference Object


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
    _known: dict[str, Target] = field(
        default_factory=dict[str, Target], repr=False, compare=False
    )

    def resolve(self, node: Node, instead: str) -> Target | None:
        """Return what *node* stands for, following one reference after another.

        *node* itself, with an empty pointer, when it is no reference; None after a
        report that says what is done *instead* when there is no such place. A summary or
        description beside a reference takes the place of the target's.
        """
        here = Target(node, "")
        seen: set[str] = set()
        over: dict[str, Node] = {}
        while (ref := here.node.get("$ref")) is not None:
            target = self.follow(ref, instead)
            if target is None:
                return None
            if target.pointer in seen:
                self.report.add(LOOP.at(ref.span, ref=ref.text, instead=instead))
                return None
            seen.add(target.pointer)
            over = {k: n for k, n in here.node.items() if k in _OVER} | over
            here = target
        if not over or not here.node.is_object:
            return here
        members = {**here.node.map, **over}
        there = here.node
        whole = Node(members, there.span, there.key_span, there.origin)
        return Target(whole, here.pointer)

    def follow(self, ref: Node, instead: str) -> Target | None:
        """Return the place that *ref* (the value of a ``$ref``) names, one step on."""
        text = ref.text
        if text is None:
            found = type(ref.value).__name__
            self.report.add(NOT_TEXT.at(ref.span, found=found, instead=instead))
            return None
        if (known := self._known.get(text)) is not None:
            return known
        if not text.startswith("#"):
            self.report.add(NOT_LOCAL.at(ref.span, ref=text, instead=instead))
            return None
        pointer = unquote(text[1:])
        node = pointed(self.document, pointer) if pointer[:1] in ("", "/") else None
        if node is None:
            self.report.add(DANGLING.at(ref.span, ref=text, instead=instead))
            return None
        target = self._known[text] = Target(node, pointer)
        return target


def _item(node: Node, token: str) -> Node | None:
    index = int(token) if token.isascii() and token.isdigit() else -1
    return node.list[index] if 0 <= index < len(node.list) else None
