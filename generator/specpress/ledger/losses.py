"""What the diagnostics of a run say of the description, by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from specpress.diagnostics.model import Diagnostic
from specpress.ledger.state import HONOURED, State, worst
from specpress.source import Span
from specpress.tree import Node


class Losses:
    """The diagnostics that tell of a loss or a repair, found again by their spans."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self._by_span: dict[Span, list[Diagnostic]] = {}
        self.repairs: list[Diagnostic] = []
        for diagnostic in diagnostics:
            if diagnostic.code.fidelity == "repaired":
                self.repairs.append(diagnostic)
            elif diagnostic.code.fidelity is not None:
                self._by_span.setdefault(diagnostic.span, []).append(diagnostic)
        self._starts = {span.start for span in self._by_span}
        self._met: set[Span] = set()
        self._members: dict[int, State] = {}

    def at(self, node: Node) -> State:
        """Return what became of *node* by the diagnostics that point at it.

        What points at the ``$ref`` of an object is about the whole object.
        """
        state = worst(self._at(node), self._members.get(id(node), HONOURED))
        reference = node.map.get("$ref")
        return state if reference is None else worst(state, self._at(reference))

    def _at(self, node: Node) -> State:
        state = HONOURED
        for span in (node.key_span, node.span):
            if span.start in self._starts and span in self._by_span:
                self._met.add(span)
                for diagnostic in self._by_span[span]:
                    if (member := _meant(diagnostic, node)) is node:
                        state = worst(state, stated(diagnostic))
                    else:
                        self._members[id(member)] = stated(diagnostic)
        return state

    def rest(self) -> Iterator[tuple[Span, State]]:
        """Yield what no node of the document was found for, in the order reported."""
        for span, diagnostics in self._by_span.items():
            if span not in self._met:
                for diagnostic in diagnostics:
                    yield span, stated(diagnostic)


def _meant(diagnostic: Diagnostic, node: Node) -> Node:
    """Return the member of *node*, or of its schema, that *diagnostic* is about; or
    *node* itself."""
    key = diagnostic.code.member
    for holder in (node, node.get("schema")):
        if holder is not None and key in holder.map:
            return holder.map[key]
    return node


def stated(diagnostic: Diagnostic) -> State:
    """Return the state that *diagnostic* tells of."""
    fidelity = diagnostic.code.fidelity
    if fidelity is None or fidelity == "repaired":
        return HONOURED
    return State(fidelity, told(diagnostic))


def told(diagnostic: Diagnostic) -> str:
    """Return what *diagnostic* says, behind its code."""
    return f"{diagnostic.code.id}: {diagnostic.message}"
