"""Two descriptions of one operation to one; where they contradict, the first counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from specpress.diagnostics import Report
from specpress.diagnostics.codes.crawl import MORE_TOLD_TWICE, TOLD_TWICE
from specpress.source import NOWHERE, Span
from specpress.tree import Node

Follow: TypeAlias = Callable[[Node], Node]
"""Returns what a node refers to, or the node itself."""

_MOST: Final = 10
_DEEPEST: Final = 40
_PROSE: Final = frozenset(("summary", "description", "title"))
_UNTOLD: Final = frozenset(
    (
        "operationId",
        "servers",
        "security",
        "tags",
        "example",
        "examples",
        "externalDocs",
    )
)
"""What two sources may say differently of one operation without contradiction."""

_NO_WORD: Final = re.compile(r"<[^<>]*>|[\W_]+")


@dataclass(slots=True)
class Agreement:
    """Puts together what is said of the operation *method* *path*.

    *one* and *two* follow the references of the first and of the second description;
    *show* returns a place as ``file:line:column``.
    """

    method: str
    path: str
    one: Follow
    two: Follow
    show: Callable[[Span], str]
    report: Report
    _told: int = 0
    _seen: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])

    def operation(self, first: Node, second: Node) -> Node:
        """Return *first* with what only *second* says; report where they differ."""
        members = dict(first.map)
        for key, node in second.items():
            if key not in members:
                members[key] = node
            elif key == "parameters":
                members[key] = self._parameters(members[key], node)
            elif key not in _UNTOLD:
                members[key] = self._member(key, members[key], node, key)
        if self._told > _MOST:
            count, place = self._told - _MOST, self.show(_place(first))
            told = {"method": self.method, "path": self.path, "first": place}
            self.report.add(MORE_TOLD_TWICE.at(_place(second), count=count, **told))
        return _like(first, members)

    def _parameters(self, first: Node, second: Node) -> Node:
        """Return the parameters of *first* and those that only *second* has."""
        known = {_identity(self.one(each)): n for n, each in enumerate(first.list)}
        items = list(first.list)
        for each in second.list:
            identity = _identity(self.two(each))
            if (at := known.get(identity)) is None:
                items.append(each)
            else:
                name = f"parameter {identity[1]!r}"
                items[at] = self._member(name, items[at], each, "")
        return Node(items, first.span, first.key_span, first.origin)

    def _member(self, what: str, first: Node, second: Node, key: str) -> Node:
        """Return *first*, what is called *what*, with what only *second* says."""
        one, two = self.one(first), self.two(second)
        if key == "schema":
            self._compare(what, one, two, 0)
            return first
        if not (one.is_object and two.is_object):
            self._compare(what, one, two, 0)
            return first
        members = dict(one.map)
        for name, node in two.items():
            if name in members:
                if name not in _UNTOLD:
                    known = members[name]
                    members[name] = self._member(f"{what}.{name}", known, node, name)
            elif name == "required" and node.value is True:
                self._tell(f"{what}.{name}", Node(False, one.span), node)
            elif one is first:  # else it is shared with others
                members[name] = node
        return first if members == dict(one.map) else _like(one, members)

    def _compare(self, what: str, first: Node, second: Node, depth: int) -> None:
        """Report where the values *first* and *second* contradict each other."""
        first, second = self.one(first), self.two(second)
        pair = (id(first), id(second))
        if pair in self._seen or depth > _DEEPEST:
            return
        self._seen.add(pair)
        if first.is_object and second.is_object:
            for key, node in second.items():
                if (known := first.get(key)) is not None and key not in _UNTOLD:
                    self._compare(f"{what}.{key}", known, node, depth + 1)
        elif not _agrees(what.rpartition(".")[2], first, second):
            self._tell(what, first, second)

    def _tell(self, what: str, first: Node, second: Node) -> None:
        self._told += 1
        if self._told > _MOST:
            return
        values = {"other": _said(second), "used": _said(first)}
        told = {"what": what, "method": self.method, "path": self.path}
        place = self.show(_place(first))
        self.report.add(TOLD_TWICE.at(_place(second), first=place, **told, **values))


def _agrees(key: str, first: Node, second: Node) -> bool:
    """Return whether the values of *key* do not contradict each other."""
    one, two = first.plain(), second.plain()
    if one == two:
        return True
    if key in _PROSE:
        return _words(one) == _words(two) or not _words(one) or not _words(two)
    if key == "type":
        types = _several(first), _several(second)
        return not types[0].isdisjoint(types[1])
    if first.list and second.list:
        if key in ("enum", "required"):
            return _several(first) == _several(second)
        return all(node.is_object for node in (*first.list, *second.list))
    return False


def _several(node: Node) -> set[str]:
    return {repr(each.plain()) for each in node.list or (node,)} - {"'null'"}


def _words(value: object) -> str:
    return _NO_WORD.sub("", str(value or "")).casefold()


def _identity(parameter: Node) -> tuple[str | None, str | None]:
    return parameter.get_text("in"), parameter.get_text("name")


def _like(node: Node, members: dict[str, Node]) -> Node:
    return Node(members, node.span, node.key_span, node.origin)


def _place(node: Node) -> Span:
    return node.span if node.key_span == NOWHERE else node.key_span


def _said(node: Node) -> str:
    """Return the value of *node* as a message shows it."""
    text = repr(node.plain())
    return text if len(text) <= 60 else f"{text[:57]}..."
