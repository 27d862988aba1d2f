"""Slots of patterns: how a value of each kind is read from a sentence.

==================================  ==============================================
``{values}``, ``{words}``           a list of values set apart; also of plain words
``{items}``                         those with which the items of a list begin
``{value}``, ``{word}``             one value set apart, a number, true or false;
                                    also a plain word at the end of what is said
``{minimum}``, ``{maximum}``,       a number: a bound, one that does not belong to
``{above}``, ``{below}``,           the range, or the only number that does
``{exact}``
``{argument}``                      another argument, however it is spelt
``{self}``                          the argument that is described, "this" or "it"
``{named}``                         either of them
``{other}``                         what names another argument beyond doubt
``{own}``                           nothing, or words that speak of the argument itself
``{unit}``                          a noun after a number
``{code}``                          a name in code marks
``{first}``, ``{last}``             nothing, at the beginning of the sentence; its last word
==================================  ==============================================
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from specpress.ir import words as names
from specpress.prose.sentences import Sentence
from specpress.prose.tokens import Token
from specpress.prose.values import Values, read_values, value_of
from specpress.prose.vocabulary import Vocabulary

NUMBERS: Final = ("minimum", "maximum", "above", "below", "exact")
NAMES: Final = frozenset(
    (
        *NUMBERS,
        *"values words items value word argument self named other own unit code first last".split(),
    )
)
_NOUNS: Final = frozenset("parameter parameters field fields argument property".split())
_OWN: Final = 4  # words
fold = lru_cache(maxsize=2**16)(names.fold)
words = lru_cache(maxsize=2**16)(names.words)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads slots in a description of the argument *name*, beside which there are
    *others*, by their folded names."""

    vocabulary: Vocabulary
    name: str = ""
    others: Mapping[str, str] = field(default_factory=dict[str, str])
    _lists: dict[tuple[int, int, bool], list[tuple[int, Values]]] = field(
        default_factory=dict[tuple[int, int, bool], list[tuple[int, Values]]],
        repr=False,
    )  # read before: several patterns ask for the list at one place

    def read(
        self, slot: str, sentence: Sentence, index: int
    ) -> Iterator[tuple[int, object]]:
        """Yield what *slot* can hold from the token *index* on, and where that ends."""
        tokens = sentence.tokens
        if slot in ("values", "words", "items"):
            bare = slot == "words"
            if slot == "items" and index < len(tokens):
                return
            key = (id(sentence), index, bare)
            if key not in self._lists:
                found = read_values(sentence, index, self.vocabulary, bare=bare)
                self._lists[key] = [*found]
            yield from self._lists[key]
        elif slot == "own":
            yield from self._own(sentence, index)
        elif slot == "first":
            yield from [(index, "")] if index == 0 else []
        elif index >= len(tokens):
            return
        elif slot == "last":
            yield from [(index + 1, "")] if index == len(tokens) - 1 else []
        elif slot == "code":
            if tokens[index].kind == "code" and tokens[index].text[:1].isalpha():
                yield index + 1, tokens[index].text
        elif slot in ("value", "word"):
            value = value_of(tokens[index], self.vocabulary, bare=slot == "word")
            if value is not None and not _is_range(sentence, index):
                yield index + 1, value
        elif slot in NUMBERS:
            if (number := number_of(tokens[index], self.vocabulary)) is not None:
                yield index + 1, number
        elif slot == "unit":
            if tokens[index].kind == "word":
                yield index + 1, tokens[index].low
        else:
            yield from self._argument(slot, sentence, index)

    def _own(self, sentence: Sentence, index: int) -> Iterator[tuple[int, object]]:
        mine = {*words(self.name), *self.vocabulary.own}
        yield index, ""
        for end in range(index, min(index + _OWN, len(sentence.tokens))):
            token = sentence.tokens[end]
            parts = words(token.low)
            if token.kind == "sign" or not parts or not mine.issuperset(parts):
                return
            yield end + 1, token.low

    def _argument(
        self, slot: str, sentence: Sentence, index: int
    ) -> Iterator[tuple[int, object]]:
        tokens = sentence.tokens
        at = index
        while at < len(tokens) and _is_article(tokens[at]):
            at += 1
        if at >= len(tokens):
            return
        if slot == "other":
            if self._mentions(tokens[at]):
                yield at + 1, tokens[at].text
            return
        mine = {fold(self.name): self.name}
        known = mine if slot == "self" else self.others
        found = resolved(tokens[at], {**known, **mine} if slot == "named" else known)
        this = slot != "argument" and tokens[at].low in ("this", "it")
        if found is None and this:
            found = self.name
        if found is not None:
            end = at + 1
            yield end, found
            if end < len(tokens) and tokens[end].low in _NOUNS:
                yield end + 1, found

    def _mentions(self, token: Token) -> bool:
        """Return whether *token* names another argument, beyond doubt."""
        return (
            token.kind != "quoted"
            and (token.kind == "code" or not token.text.isalpha())
            and resolved(token, self.others) is not None
        )


def _is_article(token: Token) -> bool:
    return token.kind == "word" and token.low in ("the", "an", "a")


def resolved(token: Token, known: Mapping[str, str]) -> str | None:
    """Return which of the *known* arguments, by their folded names, *token* names.

    Plain words count only where they are written as the name is, or have more than one
    part, as names have.
    """
    if token.kind not in ("code", "quoted", "word"):
        return None
    name = known.get(fold(token.text))
    apart = token.kind != "word" or token.marked or token.text == name
    return name if apart or len(words(token.text)) > 1 else None


def number_of(token: Token, vocabulary: Vocabulary) -> int | float | None:
    """Return the number that *token* is, in digits or as a word."""
    if token.kind == "word":
        return vocabulary.numbers.get(token.low)
    if token.kind == "sign" or token.text.startswith("+"):
        return None
    text = token.text.replace(",", "").replace("_", "")
    try:
        number = float(text)
    except ValueError:
        return None
    if not math.isfinite(number) or abs(number) > 1e18:
        return None
    return int(number) if number.is_integer() and "e" not in text.lower() else number


def _is_range(sentence: Sentence, index: int) -> bool:
    """Return whether the number at *index* begins a range."""
    tokens = sentence.tokens
    if index + 2 >= len(tokens) or tokens[index].kind != "number":
        return False
    return tokens[index + 1].text == "-" and tokens[index + 2].kind == "number"
