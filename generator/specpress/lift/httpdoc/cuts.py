"""Which of the schemas around a reference is the one that it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from specpress.lift.httpdoc.subschemas import subschemas
from specpress.tree import Node

_NOT_WORD: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Around:
    """A schema around a reference, and where it stands below the root."""

    node: Node
    place: tuple[str, ...]

    @property
    def key(self) -> str:
        """The name of the property that has the schema, or that has it as items."""
        names = [name for name in self.place if name not in ("items", "properties")]
        return names[-1] if names else ""

    @property
    def is_list(self) -> bool:
        """Whether the schema is a mere list."""
        return "items" in self.node.map and "properties" not in self.node.map


@dataclass(frozen=True, slots=True)
class Cut:
    """A reference that cuts recursion off, and the schemas around it, inner first."""

    name: str
    node: Node
    around: tuple[Around, ...]


Sign: TypeAlias = Callable[[Cut, Around, Sequence[Around]], bool]


def choose(cuts: Sequence[Cut]) -> dict[int, str]:
    """Return the names of schemas, by the id of their nodes.

    Signs are taken in the order of their strength: a title, the name of a property,
    being the only candidate, looking like a schema of that name elsewhere, standing
    around every reference of the name on all pages, being the innermost.
    """
    chooser = _Chooser(cuts)
    everywhere = _everywhere(cuts)
    chooser.take(_has_title)
    chooser.take(_has_key)
    chooser.follow()
    chooser.take(lambda cut, each, _: _looks(each.node) in everywhere[cut.name])
    chooser.follow()
    chooser.take(lambda cut, each, _: True)
    return chooser.names


@dataclass(slots=True)
class _Chooser:
    """Names schemas: none twice, and none inside another one of the same name.

    A schema that comes up inside itself is cut off, so it never stands there whole.
    """

    cuts: Sequence[Cut]
    names: dict[int, str] = field(default_factory=dict[int, str])
    _outside: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])
    _known: dict[str, str] = field(default_factory=dict[str, str])
    """The names of schemas by what they look like."""

    def take(self, sign: Sign) -> bool:
        """Name the innermost candidate of each reference that *sign* speaks for."""
        named = False
        for cut in self.cuts:
            candidates = self._candidates(cut)
            for each in candidates:
                if sign(cut, each, candidates):
                    self._name(cut, each)
                    named = True
                    break
        return named

    def follow(self) -> None:
        """Name what follows from the names given, until nothing more does."""
        while self.take(lambda cut, each, candidates: len(candidates) == 1) or (
            self.take(
                lambda cut, each, _: self._known.get(_looks(each.node)) == cut.name
            )
        ):
            pass

    def _candidates(self, cut: Cut) -> Sequence[Around]:
        """Return the schemas that *cut* can mean; none when its schema has a name."""
        if any(self.names.get(id(each.node)) == cut.name for each in cut.around):
            return ()
        free = [
            each
            for each in cut.around
            if id(each.node) not in self.names
            and (cut.name, id(each.node)) not in self._outside
        ]
        others = [
            each
            for each in free
            if self._known.get(_looks(each.node), cut.name) == cut.name
        ]
        free = others or free
        return [each for each in free if not each.is_list] or free

    def _name(self, cut: Cut, chosen: Around) -> None:
        self.names[id(chosen.node)] = cut.name
        self._known.setdefault(_looks(chosen.node), cut.name)
        outer = cut.around[cut.around.index(chosen) + 1 :]
        self._outside.update((cut.name, id(each.node)) for each in outer)


def _has_title(cut: Cut, around: Around, _: Sequence[Around]) -> bool:
    return around.node.get_text("title") == cut.name


def _has_key(cut: Cut, around: Around, _: Sequence[Around]) -> bool:
    word = _word(cut.name)
    return _word(around.key) in (word, f"{word}s")


def _everywhere(cuts: Sequence[Cut]) -> dict[str, set[str]]:
    """Return, by name, what stands around every reference of the name."""
    found: dict[str, set[str]] = {}
    for cut in cuts:
        looks = {_looks(each.node) for each in cut.around}
        found[cut.name] = found.get(cut.name, looks) & looks
    return found


def _looks(node: Node) -> str:
    """Return what *node* looks like from outside, wherever recursion is cut inside."""
    inside = {tokens for tokens, _ in subschemas(node)}
    keywords = {tokens[0] for tokens in inside}
    own = {k: v.plain() for k, v in node.items() if k not in keywords}
    return repr((sorted(own.items(), key=repr), sorted(inside)))


def _word(name: str) -> str:
    return _NOT_WORD.sub("", name).lower()
