"""Applying overlays: one after the other, each one's actions in their order."""

from __future__ import annotations

from collections.abc import Sequence

from specpress.diagnostics import Report
from specpress.diagnostics.codes.overlay import (
    IDLE,
    MIXED_TARGETS,
    NEWER,
    NO_MATCH,
    NO_SOURCE,
    ROOT,
    SOURCES,
    UNCLEAR,
)
from specpress.document.overlay.check import check_overlay
from specpress.document.overlay.edit import removed, replaced
from specpress.document.overlay.merge import Merge, fresh, kind_of
from specpress.document.overlay.select import Place, Selector, at
from specpress.tree import Node


def apply_overlays(document: Node, overlays: Sequence[Node], report: Report) -> Node:
    """Return *document* with *overlays* laid over it, the first one first.

    An overlay that is not valid is left out, as is an action that can't be done; both
    are errors in *report*. What comes from an overlay keeps its place there, with the
    origin ``overlay``. *document* itself is not changed.
    """
    selector = Selector(report)
    for overlay in overlays:
        if not check_overlay(overlay, document, report):
            continue
        primitives = not (overlay.get_text("overlay") or "").startswith("1.0.")
        for action in overlay.map["actions"].list:
            document = _Action(action, selector, report, primitives).done(document)
    return document


class _Action:
    """One Action Object; *primitives* tells whether it may target primitive values."""

    def __init__(
        self, node: Node, selector: Selector, report: Report, primitives: bool
    ) -> None:
        self._node = node
        self._target = node.map["target"]
        self._selector = selector
        self._report = report
        self._primitives = primitives

    def done(self, document: Node) -> Node:
        """Return *document* after the action (Overlay 1.1, "Action Object")."""
        remove, update = self._node.get("remove"), self._node.get("update")
        copy = self._node.get("copy")
        removes = remove is not None and remove.value is True
        if update is not None and copy is not None and not removes:
            self._report.add(UNCLEAR.at(self._node.span))
            return document
        places = self._selector.select(self._target, document)
        if places is None:
            return document
        if not places:
            self._report.add(NO_MATCH.at(self._node.span, path=self._target.text))
            return document
        if removes:
            return self._remove(document, places)
        if update is not None:
            return self._merge(document, places, fresh(update, "overlay"))
        source = None if copy is None else self._source(copy, document)
        if source is not None:
            return self._merge(document, places, source)
        if copy is None:
            self._report.add(IDLE.at(self._node.span))
        return document

    def _remove(self, document: Node, places: Sequence[Place]) -> Node:
        if () in places:
            self._report.add(ROOT.at(self._node.span))
            return document
        self._check_primitives(document, places)
        return removed(document, places)

    def _merge(self, document: Node, places: Sequence[Place], change: Node) -> Node:
        kinds = {kind_of(at(document, place)) for place in places}
        if len(kinds) > 1:
            found = " and ".join(sorted(kinds))
            path = self._target.text
            self._report.add(MIXED_TARGETS.at(self._node.span, path=path, found=found))
            return document
        self._check_primitives(document, places)
        merge = Merge(self._node.span, self._report)

        def change_at(node: Node, place: Place) -> Node:
            return merge.target(node, fresh(change), place)

        return replaced(document, places, change_at)

    def _source(self, copy: Node, document: Node) -> Node | None:
        """Return the one node that *copy* selects, or None with the reason reported."""
        places = self._selector.select(copy, document)
        if places is None:
            return None
        if len(places) == 1:
            return at(document, places[0])
        code = SOURCES if places else NO_SOURCE
        values = {"path": copy.text, "count": len(places)}
        self._report.add(code.at(copy.span, **values))
        return None

    def _check_primitives(self, document: Node, places: Sequence[Place]) -> None:
        """Note what Overlay 1.0 does not allow as a target, but 1.1 does."""
        if self._primitives:
            return
        if any(kind_of(at(document, place)) == "a primitive" for place in places):
            what = f"a primitive value as target ({self._target.text!r})"
            self._report.add(NEWER.at(self._target.span, what=what))
