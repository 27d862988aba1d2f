"""The files of a description, each read once, and the URIs that name places in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from specpress.diagnostics import Code
from specpress.document.bundle_parts import Part, Place, read_part
from specpress.tree import Node

Open: TypeAlias = Callable[[str], Node]
"""Returns the tree of the file that an URI names; raises `Unresolved`."""


class Unresolved(Exception):
    """A reference leads to nothing that can be used; carries the diagnostic's parts."""

    def __init__(self, code: Code, **values: object) -> None:
        super().__init__(code.id)
        self.code = code
        self.values = values


@dataclass(slots=True)
class Files:
    """What was read so far, *entry* first; *places* are its resources by URI."""

    open_: Open
    parts: dict[str, Part] = field(default_factory=dict[str, Part])
    places: dict[str, Place] = field(default_factory=dict[str, Place])
    _failed: dict[str, Unresolved] = field(default_factory=dict[str, Unresolved])

    def add(self, uri: str, root: Node) -> Part:
        """Take *root* for the file *uri*."""
        part = self.parts[uri] = read_part(uri, root)
        self.places[uri] = Place(uri)
        for tokens, name in part.resources.items():
            self.places.setdefault(name.removesuffix("#"), Place(uri, tokens))
        return part

    def open(self, uri: str) -> Part:
        """Return the file *uri*. Raises Unresolved when it can't be read."""
        if uri in self.parts:
            return self.parts[uri]
        if uri in self._failed:
            raise self._failed[uri]
        try:
            root = self.open_(uri)
        except Unresolved as error:
            self._failed[uri] = error
            raise
        return self.add(uri, root)
