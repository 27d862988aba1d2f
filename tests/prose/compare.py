"""Comparing what was mined with what schemas say."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from specpress.prose.facts import Fact
from specpress.prose.mined import ENFORCED
from specpress.prose.mining import mine

from .corpus import Described
from .stated import KINDS, stated

_STEPS: Final = {
    "exclusiveMinimum": ("minimum", 1),
    "exclusiveMaximum": ("maximum", -1),
}


class Miss(NamedTuple):
    """A fact of a *kind*, by its *key*, that is missed or mined wrongly."""

    kind: str
    what: str
    of: Described
    key: str
    found: object
    schema: object
    sentence: str

    @property
    def id(self) -> str:
        """What names it in the list of the reviewed ones."""
        key = f"{self.of.vendor}\n{self.key}\n{self.sentence}\n{self.schema!r}"
        return hashlib.sha256(key.encode()).hexdigest()[:12]


@dataclass
class Result:
    """Counts by kind and what is counted, and all that is not as it should be."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    misses: list[Miss] = field(default_factory=list[Miss])

    def add(self, each: Described, reviewed: frozenset[str]) -> None:
        """Count what is mined of *each*, its schema's facts taken away."""
        mined = dict(_by_key(mine(each.text, each.about), each))
        for key in stated(each.facts, each.text, each.about.types):
            kind = KINDS[key]
            self.counts[kind, "stated"] += 1
            value, fact = mined.get(key, (None, None))
            same = fact is not None and _same(key, value, each.facts[key])
            sure = fact is not None and fact.confidence >= ENFORCED
            self.counts[kind, "found"] += same
            self.counts[kind, "enforced"] += same and sure
            if not (same and sure):
                what = "unsure" if same else "missed"
                schema = each.facts[key]
                self.misses.append(Miss(kind, what, each, key, value, schema, ""))
        for key, (value, fact) in mined.items():
            self._judge(each, key, value, fact, reviewed)

    def _judge(
        self,
        each: Described,
        key: str,
        value: object,
        fact: Fact,
        reviewed: frozenset[str],
    ) -> None:
        kind = KINDS[key]
        if fact.confidence < ENFORCED or each.facts.get(key) is None:
            self.counts[kind, "new"] += fact.confidence >= ENFORCED
            return
        if _same(key, value, each.facts[key]):
            self.counts[kind, "right"] += 1
            return
        sentence = " ".join(fact.sentence.split())
        miss = Miss(kind, "wrong", each, key, value, each.facts[key], sentence)
        if miss.id in reviewed:
            self.counts[kind, "disagrees"] += 1
        else:
            self.counts[kind, "wrong"] += 1
            self.misses.append(miss)


def _by_key(
    facts: list[Fact], each: Described
) -> Iterator[tuple[str, tuple[object, Fact]]]:
    """Yield what *facts* say, by the key of a schema."""
    whole = each.about.types == {"integer"}
    for fact in facts:
        if fact.kind in ("values", "default"):
            yield fact.kind, (fact.value, fact)
        elif fact.kind in ("range", "length") and isinstance(fact.value, Mapping):
            for key, bound in fact.value.items():
                if whole and key in _STEPS and key not in each.facts:
                    other, step = _STEPS[key]
                    yield other, (bound + step, fact)
                else:
                    yield str(key), (bound, fact)


def _same(key: str, found: object, schema: object) -> bool:
    if key == "values" and isinstance(found, list) and isinstance(schema, list):
        return {*map(str, found)} == {*map(str, schema)}
    return found == schema
