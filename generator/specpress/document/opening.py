"""Reading the files of a description as references ask for them, each once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.bundle import (
    CHANGED,
    NO_FILE,
    NOT_LOCKED,
    OUTSIDE,
    REMOTE,
)
from specpress.document.bundle_files import Unresolved
from specpress.document.bundle_uris import is_outside, is_remote
from specpress.document.tree import read_tree
from specpress.readers.text import decode
from specpress.store import Changed, NotLocked, Store, Unreachable
from specpress.tree import Node

_PROSE: Final = (".md", ".markdown", ".txt")


@dataclass(slots=True)
class Opener:
    """Reads trees from *store*, prose as one text; what is wrong in a file goes to *report*, once."""

    store: Store
    report: Report
    _trees: dict[str, Node | None] = field(default_factory=dict[str, "Node | None"])

    def add(self, uri: str, tree: Node) -> None:
        """Take *tree* for that of the file *uri*, which was read elsewhere."""
        self._trees[uri] = tree

    def open(self, uri: str) -> Node:
        """Return the tree of the file *uri*. Raises Unresolved when there is none."""
        if uri not in self._trees:
            self._trees[uri] = self._read(uri)
        tree = self._trees[uri]
        if tree is None:
            raise Unresolved(NO_FILE, uri=uri, reason="it is neither JSON nor YAML")
        return tree

    def _read(self, uri: str) -> Node | None:
        try:
            data = self.store.read(uri)
        except NotLocked:
            raise Unresolved(NOT_LOCKED, uri=uri) from None
        except Changed as error:
            values = {"found": error.found[:12], "expected": error.expected[:12]}
            raise Unresolved(CHANGED, uri=uri, **values) from None
        except (OSError, ValueError) as error:  # a path may hold what none can
            raise _refused(uri, error) from None
        source = decode(uri, data, self.report)
        if source is None:
            return None
        if uri.lower().endswith(_PROSE):
            return Node(source.text, source.span(0, len(source.text)))
        return read_tree(source, self.report)


def _refused(uri: str, error: OSError | ValueError) -> Unresolved:
    """Return why *uri* is not read: where it leads, or else the system's *error*."""
    if isinstance(error, Unreachable):
        return Unresolved(NO_FILE, uri=uri, reason=str(error))
    if is_remote(uri):
        return Unresolved(REMOTE, uri=uri)
    if is_outside(uri) or isinstance(error, PermissionError):
        return Unresolved(OUTSIDE, uri=uri)
    if isinstance(error, FileNotFoundError):
        return Unresolved(NO_FILE, uri=uri, reason="there is no such file")
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Unresolved(NO_FILE, uri=uri, reason=str(reason).lower())
