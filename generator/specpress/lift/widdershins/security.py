"""How to authenticate: the schemes, and which of them an operation needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import SCHEME_UNKNOWN, SCHEME_UNNAMED
from specpress.lift.widdershins.blocks import Block
from specpress.lift.widdershins.schemes import Scheme
from specpress.tree import Node

_NONE: Final = "None"
_INTRO: Final = re.compile(r"^.*?one of the following methods:\s*", re.DOTALL)
_TAG: Final = re.compile(r"</?aside[^>]*>")
_ONE: Final = re.compile(r"\s*([^()&,]+?)\s*(?:\(\s*Scopes:\s*([^)]*)\))?\s*")


class Security:
    """Reads what operations need, and names the schemes after that."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._named: dict[str, Node] = {}
        self._scopes: dict[str, list[str]] = {}

    def of(self, asides: Sequence[Block], members: Mapping[str, Node]) -> Node | None:
        """Return the security of an operation (OpenAPI 3.0.3, 4.7.30).

        None when the page does not say; an empty list when none is needed. The last
        aside counts: those before it belong to callbacks.
        """
        for block in asides:
            block.used = True
        if not asides:
            return None
        block = asides[-1]
        text = _TAG.sub("", block.text)
        found = _INTRO.match(text)
        if found is None:
            return Node([], block.span)
        told = text[found.end() :].strip()
        requirements = [self._requirement(part, block) for part in _alternatives(told)]
        return Node(requirements, block.span)

    def _requirement(self, text: str, block: Block) -> Node:
        members: dict[str, Node] = {}
        for part in text.split("&"):
            one = _ONE.fullmatch(part)
            name = (one[1] if one else part).strip()
            if name == _NONE or not name:
                continue
            scopes = one[2].split() if one and one[2] else []
            self._named.setdefault(name, Node(name, block.span))
            self._scopes.setdefault(name, []).extend(scopes)
            members[name] = Node.of(scopes, block.span)
        return Node(members, block.span)

    def schemes(self, found: Sequence[Scheme]) -> dict[str, Node]:
        """Return the schemes by name; those without one take the names that are left.

        What an operation needs and the page does not describe is reported.
        """
        named = {each.name: each.node for each in found if each.name}
        loose = [each for each in found if not each.name]
        free = [name for name in self._named if name not in named]
        for each in loose:
            name = _best(each, free, self._scopes)
            if name is not None:
                free.remove(name)
            else:
                name = _fresh(each.word, named)
                said = {"shown": each.shown, "name": name}
                self._report.add(SCHEME_UNNAMED.at(each.node.span, **said))
            named[name] = each.node
        for name in free:
            self._report.add(SCHEME_UNKNOWN.at(self._named[name].span, name=name))
        return named

    def known(self, requirements: Node, names: Iterable[str]) -> Node:
        """Return *requirements* without schemes that are not among *names*."""
        known = set(names)
        kept = [
            Node({k: v for k, v in each.items() if k in known}, each.span)
            for each in requirements.list
            if not each.map or set(each.map) & known
        ]
        return Node(kept, requirements.span)


def _alternatives(text: str) -> list[str]:
    """Return the parts of *text* between commas outside of brackets."""
    return re.findall(r"(?:\([^)]*\)|[^,(])+", text)


def _best(
    scheme: Scheme, names: Sequence[str], scopes: Mapping[str, Sequence[str]]
) -> str | None:
    """Return the name of *names* that belongs to *scheme*, or None.

    A name that speaks of the scheme's kind, or whose scopes the scheme has, comes
    before the first one that is left.
    """
    offered = scheme.scopes
    for name in names:
        if offered and scopes.get(name) and set(scopes[name]) <= offered:
            return name
    for name in names:
        if scheme.word in name.lower():
            return name
    fitting = [name for name in names if offered or not scopes.get(name)]
    return fitting[0] if fitting else None


def _fresh(word: str, taken: Mapping[str, Node]) -> str:
    name, count = word, 1
    while name in taken:
        count += 1
        name = f"{word}{count}"
    return name
