"""Tells facts that a change took off the page from facts that a lifter lost."""

from __future__ import annotations

import re
from ast import literal_eval
from typing import Final

from lift_mutations.facts import Fact

_WRITTEN: Final = frozenset(("type", "required", "text", "values"))
"""The last parts of facts that tell something of what the parts before them name."""


class Gone:
    """The *words* that were taken off a page, whose facts *before* are known.

    *lost* are those that are no longer found.
    """

    def __init__(self, words: str, before: dict[Fact, str], lost: list[Fact]) -> None:
        self._lost = frozenset(lost)
        self._said = _squash(words)
        self._words = frozenset(re.findall(r"[^\s|`*,]+", words))
        self._before = before

    def holds(self, fact: Fact) -> bool:
        """Return whether what says *fact* is gone: its name, its value, or all it holds.

        A body that has no field any more is none.
        """
        if any(self._names(part) for part in fact) or self._says(fact):
            return True
        holder = fact[:-1] if fact[-1] in _WRITTEN else fact
        if any(self._emptied(fact[:end]) for end in range(3, len(holder) + 1)):
            return True
        below = [
            each
            for each, value in self._before.items()
            if len(each) > len(holder) and each[: len(holder)] == holder
            if value == "there"
        ]
        return bool(below) and all(map(self.holds, below))

    def _emptied(self, holder: Fact) -> bool:
        """Return whether most of what *holder* holds is gone, and nothing is left.

        The view of a component in one place is told by its views in others too.
        """
        below = [
            each
            for each, value in self._before.items()
            if value == "there" and each[: len(holder)] == holder and each != holder
        ]
        named = [each for each in below if any(map(self._names, each[len(holder) :]))]
        return 2 * len(named) > len(below) and all(map(self._lost.__contains__, below))

    def _names(self, part: str) -> bool:
        squashed = part.replace(" ", "")
        return part in self._words or (len(part) > 1 and squashed in self._said)

    def _says(self, fact: Fact) -> bool:
        value = self._before[fact]
        if fact[-1] == "values":
            return all(_squash(str(each)) in self._said for each in literal_eval(value))
        return value in re.sub(r"\W", "", self._said)


def _squash(text: str) -> str:
    return "".join(text.split())
