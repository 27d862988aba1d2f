"""Where in its file a part of a description stands: a pointer, or lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from specpress.source import NOWHERE, Source, Span
from specpress.tree import Node, join


class Places(Protocol):
    """A way to name places."""

    def at(self, key: Span, span: Span) -> str:
        """Return the name of the place of *span* in its file, under the key at *key*."""
        ...


class Lines:
    """Places in pages: from line and column, to line and column (exclusive)."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources

    def at(self, key: Span, span: Span) -> str:
        """Return the place as in ``12:5-12:40``; empty for what is no place in a page."""
        source = self._sources.get(span.file)
        if source is None or not span.end or span.end > len(source.text):
            return ""
        (line, column), (last, end) = map(source.line_col, (span.start, span.end))
        return f"{line}:{column}-{last}:{end}"


class Either:
    """Places in *pages* by line and column, in other files by pointer."""

    def __init__(self, pages: Mapping[str, Source], pointers: Places) -> None:
        self._pages = pages
        self._lines = Lines(pages)
        self._pointers = pointers

    def at(self, key: Span, span: Span) -> str:
        """Return the name of the place, as what its file is has it."""
        places = self._lines if span.file in self._pages else self._pointers
        return places.at(key, span)


class _Child(NamedTuple):
    start: int
    end: int
    token: str | int
    node: Node


class Pointers:
    """Places in the files of a description, by JSON Pointer (RFC 6901) into each file
    as it was read."""

    def __init__(self, tree: Callable[[str], Node | None]) -> None:
        self._tree = tree
        self._sorted: dict[int, tuple[list[int], list[_Child]]] = {}

    def at(self, key: Span, span: Span) -> str:
        """Return the pointer of the node that stands at *key* and *span*; without one,
        of the innermost node that *span* begins in."""
        tokens: list[str | int] = []
        start = span.start if key == NOWHERE else key.start
        if not span.end:  # what is about the file as a whole
            return ""
        here = self._tree(span.file if key == NOWHERE else key.file)
        while here is not None and (key != NOWHERE or here.span != span):
            child = self._child(here, start)
            if child is None:
                break
            tokens.append(child.token)
            if key != NOWHERE and child.node.key_span == key:
                break
            here = child.node
        return join(tokens)

    def _child(self, node: Node, offset: int) -> _Child | None:
        """Return the child of *node* that holds *offset*."""
        if id(node) not in self._sorted:
            children = sorted(map(_extent, _tokens(node)), key=lambda each: each.start)
            self._sorted[id(node)] = ([each.start for each in children], children)
        starts, children = self._sorted[id(node)]
        index = bisect_right(starts, offset) - 1
        found = children[index] if index >= 0 else None
        return found if found is not None and offset < found.end else None


def _tokens(node: Node) -> list[tuple[str | int, Node]]:
    return [*node.items(), *enumerate(node.list)]


def _extent(pair: tuple[str | int, Node]) -> _Child:
    """Return where the member or item of *pair* begins and ends.

    The value of an alias of YAML stands before the alias itself.
    """
    token, node = pair
    start = node.span.start if node.key_span == NOWHERE else node.key_span.start
    return _Child(start, max(node.key_span.end, node.span.end), token, node)
