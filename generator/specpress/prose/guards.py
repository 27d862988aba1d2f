"""Guards: words around what tells a fact that make it none, or a doubtful one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from specpress.prose.facts import About
from specpress.prose.grammar import Grammar, Index, Pattern
from specpress.prose.match import Match, match_at
from specpress.prose.sentences import Sentence
from specpress.prose.slots import Reader

_BESIDE: Final = 3  # tokens before a match that a negation may stand in


Hits: TypeAlias = tuple[tuple[int, Match], ...]
"""What was found of an index: numbers of patterns, and their places."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """The guards that were *found* in *sentence*."""

    sentence: Sentence
    found: Hits


def guarded(sentence: Sentence, reader: Reader, grammar: Grammar) -> Guarded:
    """Return *sentence* with the guards in it, but for those inside of excuses."""
    excused: set[int] = set()
    for _, found in search(grammar.excuses, sentence, reader):
        excused.update(range(found.start, found.end))
    hits = search(grammar.guards, sentence, reader)
    return Guarded(sentence, tuple(h for h in hits if h[1].end - 1 not in excused))


def search(
    index: Index, sentence: Sentence, reader: Reader
) -> Iterator[tuple[int, Match]]:
    """Yield what of *index* is found in *sentence*, in the order of the text."""
    for start, token in enumerate(sentence.tokens):
        for number, parts in index.at(token):
            match = match_at(parts, sentence, start, reader)
            if match is not None and match.end > start:
                yield number, match


def doubt(
    pattern: Pattern,
    match: Match,
    here: Guarded,
    everywhere: Sequence[Guarded],
    about: About,
    grammar: Grammar,
) -> int:
    """Return how much of the confidence in *match* of *pattern* the guards take away."""
    kind, most = pattern.kind, 0
    guards = grammar.tables.guard
    for number, guard in enumerate(guards):
        if guard.doubt <= most or (guard.kinds is not None and kind not in guard.kinds):
            continue
        if pattern.alone and guard.where == "before":
            continue
        if guard.types is not None and not about.types <= guard.types:
            continue
        if guard.where == "description":
            applies = any(n == number for each in everywhere for n, _ in each.found)
        else:
            hits = (hit for n, hit in here.found if n == number)
            applies = any(_applies(guard.where, hit, match, here) for hit in hits)
        if applies:
            most = guard.doubt
    return most


def _applies(where: str, hit: Match, match: Match, here: Guarded) -> bool:
    match where:
        case "before":
            return hit.start < match.start and not _parted(
                here.sentence, hit.start, match.start
            )
        case "after":
            return hit.start >= match.end and not _parted(
                here.sentence, match.end, hit.start
            )
        case "next":
            return hit.end in (match.start, match.start - 1) or (
                hit.end < match.start and _article(here.sentence, hit.end, match.start)
            )
        case "beside":
            return match.start - _BESIDE <= hit.start < match.start
        case "behind":
            return match.end <= hit.start <= match.end + 1
        case _:
            return True


def _parted(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether a remark begins or ends between the tokens *start* and *end*."""
    return any(t.text in (";", "(", ")", "[") for t in sentence.tokens[start:end])


def _article(sentence: Sentence, start: int, end: int) -> bool:
    return end - start == 1 and sentence.tokens[start].low == "the"
