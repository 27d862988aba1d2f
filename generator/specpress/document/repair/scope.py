"""What every repair is made with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from specpress.diagnostics import Report
from specpress.document.members import Grammar
from specpress.document.rebuild import Members
from specpress.document.refs import pointed
from specpress.document.repair.references import fragment
from specpress.source import NOWHERE, Span
from specpress.tree import Node


@dataclass(frozen=True, slots=True)
class Scope:
    """One *document* under repair: its *version*, the objects it may have, and where
    repairs are reported."""

    document: Node
    version: str
    grammar: Grammar
    report: Report
    refs: dict[str, str] = field(default_factory=dict[str, str])
    """What each reference met so far is read as."""

    @property
    def is_old(self) -> bool:
        """Whether schemas are those of before JSON Schema 2020-12."""
        return self.version in ("2.0", "3.0")

    def target(self, node: Node) -> Node:
        """Return what *node* refers to; itself when it refers to nothing there is."""
        seen: set[str] = set()
        while (ref := node.get_text("$ref")) is not None and ref not in seen:
            seen.add(ref)
            pointer = fragment(self.refs.get(ref, ref))
            found = None if pointer is None else pointed(self.document, pointer)
            if found is None:
                break
            node = found
        return node


Fix: TypeAlias = Callable[[Members, Node, Scope], Members]
"""Returns the members of an object as they should be, given those and the object."""

Fixes: TypeAlias = Mapping[str, tuple[Fix, ...]]


def place(node: Node) -> Span:
    """Return where *node* is best shown: at its key, when it has one."""
    return node.span if node.key_span == NOWHERE else node.key_span
