"""From the text of a reference to the place that it names, in whichever file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from specpress.diagnostics import Report
from specpress.diagnostics.codes.bundle import (
    MOVED_BASE,
    NO_FILE,
    OF_ENTRY,
    OUTSIDE,
    REMOTE,
    THROUGH,
)
from specpress.diagnostics.codes.refs import DANGLING, LOOP
from specpress.document.bundle_files import Files, Unresolved
from specpress.document.bundle_parts import Part, Place, Tokens
from specpress.document.bundle_uris import is_remote, join
from specpress.tree import Node, split

_MOST_STEPS: Final = 100  # references on the way to one target


@dataclass(frozen=True, slots=True)
class Found:
    """The *place* that a reference names, and the *node* that stands there."""

    place: Place
    node: Node


@dataclass(slots=True)
class Resolver:
    """Follows references in *files*, of which *entry* is the first; what had to be guessed goes to *report*."""

    files: Files
    entry: str
    report: Report
    _known: dict[tuple[str, Tokens, str], Found] = field(
        default_factory=dict[tuple[str, Tokens, str], Found]
    )
    _moved: set[str] = field(default_factory=set[str])

    def follow(self, ref: Node, here: Place, steps: int = 0) -> Found:
        """Return what *ref*, the value of a reference at *here*, names, one step on.

        Raises Unresolved when that is nothing.
        """
        text = ref.text
        assert text is not None
        part = self.files.parts[here.file]
        resource = part.resource(here.tokens)
        key = (here.file, resource, text)
        if (known := self._known.get(key)) is not None:
            return known
        if steps > _MOST_STEPS:
            raise Unresolved(LOOP)
        found = self._find(ref, text, part, resource, steps)
        self._known[key] = found
        return found

    def at(self, place: Place) -> Node:
        """Return what stands at *place*. Raises Unresolved when nothing does."""
        node: Node | None = self.files.parts[place.file].root
        for token in place.tokens:
            node = None if node is None else child(node, token)
        if node is None:
            raise Unresolved(DANGLING)
        return node

    def literal(self, ref: Node) -> Tokens | None:
        """Return the tokens of *ref* when it is a pointer into its own file."""
        text = ref.text or ""
        local = text.startswith("#") and text[1:2] in ("", "/")
        return split(unquote(text[1:])) if local else None

    def end(self, found: Found, *, past: bool = False) -> Found:
        """Return where the references that begin at *found* end, as far as nothing but
        a reference stands there; in the entry each place counts, unless we go *past*.
        """
        seen: set[Place] = set()
        while past or found.place.file != self.entry:
            ref = found.node.get("$ref")
            if ref is None or ref.text is None or len(found.node.map) > 1:
                break
            if found.place in seen:
                raise Unresolved(LOOP)
            seen.add(found.place)
            try:
                found = self.follow(ref, found.place)
            except Unresolved as error:
                if error.code is LOOP:
                    raise
                break  # that reference is told of where it stands
        return found

    def _find(
        self, ref: Node, text: str, part: Part, resource: Tokens, steps: int
    ) -> Found:
        uri, _, fragment = text.partition("#")
        if uri:
            root = self._resource(ref, text, uri, part, resource)
        else:
            root = Place(part.uri, resource)
        try:
            return self._fragment(ref, fragment, root, steps)
        except Unresolved:
            if uri or root.file == self.entry or not fragment:
                raise
            found = self._fragment(ref, fragment, Place(self.entry), steps)
        self.report.add(OF_ENTRY.at(ref.span, ref=text, file=self.entry))
        return found

    def _fragment(self, ref: Node, fragment: str, root: Place, steps: int) -> Found:
        """Return what *fragment* names in the resource at *root*."""
        target = self.files.parts[root.file]
        fragment = unquote(fragment)
        if fragment and not fragment.startswith("/"):
            tokens = target.anchors.get((root.tokens, fragment))
            if tokens is None:
                raise Unresolved(DANGLING)
            return self._down(ref, target, tokens, steps)
        below = split(fragment)
        if root.tokens:  # by many an author's mind pointers begin at the file's root
            try:
                return self._down(ref, target, (*root.tokens, *below), steps)
            except Unresolved:
                if not below:
                    raise
        return self._down(ref, target, below, steps)

    def _resource(
        self, ref: Node, text: str, uri: str, part: Part, resource: Tokens
    ) -> Place:
        """Return the root of what *uri*, without a fragment, names in *part*."""
        try:
            meant = join(part.resources[resource], uri)
            beside = join(part.uri, uri)
        except ValueError as error:
            raise Unresolved(NO_FILE, uri=uri, reason=str(error).lower()) from None
        if (place := self.files.places.get(meant)) is not None:
            return place
        if meant == beside:
            return Place(self.files.open(meant).uri)
        try:
            return Place(self.files.open(meant).uri)
        except Unresolved as error:
            if error.code not in (REMOTE, OUTSIDE, NO_FILE) or is_remote(beside):
                raise
            opened = self.files.open(beside)
        if (place := self.files.places.get(meant)) is not None:  # it says so itself
            return place
        if text not in self._moved:
            self._moved.add(text)
            values = {"ref": text, "uri": meant, "file": beside}
            self.report.add(MOVED_BASE.at(ref.span, **values))
        return Place(opened.uri)

    def _down(self, ref: Node, part: Part, tokens: Tokens, steps: int) -> Found:
        """Return what stands at *tokens* in *part*, references on the way followed."""
        node, place = part.root, Place(part.uri)
        for token in tokens:
            inner = child(node, token)
            if inner is None:
                over = node.get("$ref")
                if over is None or over.text is None:
                    raise Unresolved(DANGLING)
                found = self.follow(over, place, steps + 1)
                found = self.end(found, past=True)
                node, place = found.node, found.place
                inner = child(node, token)
                if inner is None:
                    raise Unresolved(DANGLING)
                self.report.add(THROUGH.at(ref.span, ref=ref.text))
            node, place = inner, place.at(token)
        return Found(place, node)


def child(node: Node, token: str) -> Node | None:
    """Return the member or item *token* of *node*, or None."""
    if node.is_object:
        return node.get(token)
    index = int(token) if token.isascii() and token.isdigit() else -1
    return node.list[index] if 0 <= index < len(node.list) else None
