"""Mining: from the text of a description to the facts that it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from specpress.prose.facts import About, Fact, as_list
from specpress.prose.grammar import Grammar, grammar
from specpress.prose.guards import Guarded, Hits, doubt, guarded, search
from specpress.prose.match import Match
from specpress.prose.read import read_fact
from specpress.prose.sentences import Sentence, sentences
from specpress.prose.settle import settled
from specpress.prose.slots import Reader
from specpress.prose.tokens import tokens

LEAST: Final = 60
"""The confidence, in percent, below which nothing is a fact."""

_LATER: Final = frozenset(("default", "range"))  # which depend on values, and on units
_LONGEST: Final = 20_000  # characters; what comes after is not looked at


def mine(text: str, about: About) -> list[Fact]:
    """Return the facts that *text* tells of what it is *about*, in its order.

    Of the same thing said twice, the surer one is taken; where sentences contradict
    each other, none. Never raises, and takes time in proportion to the length.
    """
    return _Miner(text, about, grammar()).facts()


@dataclass(frozen=True, slots=True)
class _Miner:
    """One description."""

    text: str
    about: About
    rules: Grammar

    def facts(self) -> list[Fact]:
        """Return what it tells; guards are looked for only where there may be facts."""
        reader = Reader(self.rules.tables.words, self.about.name, self.about.others)
        said: list[tuple[Sentence, Hits]] = []
        for sentence in sentences(tokens(self.text[:_LONGEST])):
            found = search(self.rules.patterns, sentence, reader)
            said.append((sentence, tuple(sorted(found, key=self._order))))
        if not any(hits for _, hits in said):
            return []
        around = [guarded(sentence, reader, self.rules) for sentence, _ in said]
        facts: list[Fact] = []
        places = [(here, hits) for here, (_, hits) in zip(around, said, strict=True)]
        for here, hits in places:
            facts += self._told(here, hits, around, self.about)
        about = _known(facts, self.about)
        if about != self.about:
            facts = [fact for fact in facts if fact.kind not in _LATER]
            for here, hits in places:
                told = self._told(here, hits, around, about)
                facts += (fact for fact in told if fact.kind in _LATER)
        return settled(facts)

    def _order(self, hit: tuple[int, Match]) -> tuple[int, int, int]:
        number, match = hit
        return match.start, -self.rules.tables.pattern[number].confidence, -match.end

    def _told(
        self, here: Guarded, hits: Hits, around: Sequence[Guarded], about: About
    ) -> Iterator[Fact]:
        """Yield what the sentence *here* tells; the same words tell one thing only."""
        start, end = here.sentence.span()
        taken: dict[str, int] = {}
        for number, match in hits:
            pattern = self.rules.tables.pattern[number]
            if here.sentence.of_value and not pattern.listed:
                continue
            words = self.rules.tables.words
            read = read_fact(pattern, match, here.sentence, about, words)
            if read is None:
                continue
            kind, value, confidence = read
            group = "range" if kind == "length" else kind
            if match.start < taken.get(group, 0):
                continue
            confidence -= doubt(pattern, match, here, around, about, self.rules)
            if confidence >= LEAST:
                taken[group] = match.end
                yield Fact(kind, value, self.text[start:end], start, end, confidence)


def _known(facts: Sequence[Fact], about: About) -> About:
    """Return *about* with the values and the unit that *facts* tell."""
    lists = (as_list(fact.value) for fact in facts if fact.kind == "values")
    values = (*about.values, *(value for each in lists for value in each))
    units = {str(fact.value) for fact in facts if fact.kind == "unit"}
    unit = units.pop() if len(units) == 1 else about.unit
    return replace(about, values=values, unit=unit)
