"""The matcher: where the parts of a pattern are found in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias, assert_never

from specpress.prose.language import Choice, Edge, Gap, Part, Slot, Word
from specpress.prose.sentences import Sentence
from specpress.prose.slots import Reader

Captures: TypeAlias = tuple[tuple[str, object], ...]

_CLAUSE: Final = frozenset(".,;:()!?-")


class Match(NamedTuple):
    """Where parts were found: from token *start* to before *end*, and what in slots."""

    start: int
    end: int
    captures: Captures

    def get(self, name: str) -> object | None:
        """Return what the slot *name* holds, or None."""
        return dict(self.captures).get(name)


def match_at(
    parts: Sequence[Part], sentence: Sentence, start: int, reader: Reader
) -> Match | None:
    """Return the longest way in which *parts* are found from token *start* on, or None.

    The number of ways is bounded by the pattern alone, whatever the text.
    """
    ends = _ends(tuple(parts), sentence, start, reader)
    best = max(ends, key=lambda found: found[0], default=None)
    return None if best is None else Match(start, *best)


def _ends(
    parts: tuple[Part, ...], sentence: Sentence, index: int, reader: Reader
) -> Iterator[tuple[int, Captures]]:
    """Yield, for each way in which *parts* follow from *index* on, where it ends."""
    if not parts:
        yield index, ()
        return
    for middle, captures in _one(parts[0], sentence, index, reader):
        for end, more in _ends(parts[1:], sentence, middle, reader):
            yield end, (*captures, *more)


def _one(
    part: Part, sentence: Sentence, index: int, reader: Reader
) -> Iterator[tuple[int, Captures]]:
    tokens = sentence.tokens
    match part:
        case Word(text=text):
            if index < len(tokens):
                token = tokens[index]
                if token.kind not in ("code", "quoted") and token.low == text:
                    yield index + 1, ()
        case Slot(name=name):
            for end, value in reader.read(name, sentence, index):
                yield end, ((name, value),)
        case Choice(options=options):
            for option in options:
                yield from _ends(option, sentence, index, reader)
        case Gap(most=most):
            yield index, ()
            for end in range(index + 1, min(index + most, len(tokens)) + 1):
                if tokens[end - 1].kind != "word":
                    break
                yield end, ()
        case Edge(end=False):
            if index == 0 or tokens[index - 1].text in _CLAUSE:
                yield index, ()
        case Edge():
            if index >= len(tokens) or tokens[index].text in _CLAUSE:
                yield index, ()
        case _:
            assert_never(part)
