"""Requests: which parts of a document a client sends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specpress.document.refs import pointed
from specpress.prose.subjects import Subject
from specpress.tree import Node, join

_SENT: Final = ("parameters", "requestBody")
_RECEIVED: Final = frozenset(("responses", "callbacks", "webhooks", "headers", "links"))


class Requests:
    """The components of *document* that requests lead to."""

    def __init__(self, document: Node) -> None:
        self._document = document
        self._seen: set[str] = set()
        paths = document.get("paths")
        for item in paths.map.values() if paths is not None else ():
            for key, operation in item.items():
                if key in _SENT:
                    self._follow(operation)
                for each in _SENT:
                    if (part := operation.get(each)) is not None:
                        self._follow(part)

    def has(self, subject: Subject) -> bool:
        """Return whether a client sends *subject*."""
        steps = [str(step) for step in subject.path]
        if steps[:1] == ["paths"]:
            return not _RECEIVED.intersection(steps[:4])
        depth = 3 if steps[:1] == ["components"] else 2
        return join(steps[:depth]) in self._seen or "parameters" in steps[:2]

    def _follow(self, node: Node) -> None:
        work = [node]
        while work:
            for ref in _refs(work.pop()):
                if ref in self._seen:
                    continue
                self._seen.add(ref)
                target = pointed(self._document, ref)
                if target is not None:
                    work.append(target)


def _refs(node: Node) -> Iterator[str]:
    """Yield the pointers that references anywhere in *node* hold."""
    work = [node]
    while work:
        each = work.pop()
        ref = each.get_text("$ref")
        if ref is not None and ref.startswith("#/"):
            yield ref[1:]
        work += [*each.map.values(), *each.list]
