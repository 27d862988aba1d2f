"""The words that patterns share: units, numbers in words, what can be no value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

import msgspec

Measure: TypeAlias = Literal["characters", "items", "time", "size", "other"]

_PLACEHOLDER: Final = re.compile(
    r"[<{\[(…]|\.\.\.|://|\s{2}|[,;\s]$|^\s|\.\s|^(?:\S+ ){7}"
)


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by what they mean in patterns; all in lower case."""

    numbers: Mapping[str, int]
    units: Mapping[str, Measure]
    no_values: frozenset[str]
    no_units: frozenset[str]
    explaining: frozenset[str]
    closing: frozenset[str]
    more: frozenset[str]
    absent: frozenset[str]
    own: frozenset[str]
    methods: frozenset[str]

    def is_placeholder(self, text: str) -> bool:
        """Return whether *text* stands for a value, rather than being one."""
        return _PLACEHOLDER.search(text) is not None

    def measure(self, word: str) -> Measure | None:
        """Return what the unit *word* measures; None where it is no noun."""
        other: Measure = "other"
        return None if word in self.no_units else self.units.get(word, other)
