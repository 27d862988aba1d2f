"""Values as texts give them: one, or a list of them with explanations between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from specpress.prose.sentences import LONGEST, Sentence, Tokens
from specpress.prose.tokens import Token
from specpress.prose.vocabulary import Vocabulary

_MOST: Final = 200  # values of a list
_FAR: Final = 30  # tokens of an explanation between two of them
_SEPARATORS: Final = frozenset((",", ";", "/", "|", "or", "and", "&"))
_DASHES: Final = frozenset(("-", ":", "="))
_RELATIVE: Final = frozenset(("where", "which", "meaning", "in", "when"))
_NAMED: Final = frozenset("parameter parameters field property argument header".split())
_CONSTANTS: Final = frozenset(("true", "false", "null"))


class Value(NamedTuple):
    """A value as written; one that is *apart* is in code marks, quotes or bold type."""

    text: str
    apart: bool
    is_number: bool = False


class Values(NamedTuple):
    """A list of values; an *open* one says that there are more."""

    items: tuple[Value, ...]
    open: bool = False


def value_of(token: Token, vocabulary: Vocabulary, *, bare: bool) -> Value | None:
    """Return the value that *token* is, or None; words only where *bare* ones count."""
    if token.kind in ("code", "quoted"):
        return (
            None if vocabulary.is_placeholder(token.text) else Value(token.text, True)
        )
    if token.kind == "number":
        return Value(token.text, token.marked, is_number=True)
    if token.kind != "word" or token.text == "…":
        return None
    if token.marked or token.low in _CONSTANTS:
        return Value(token.text, token.marked)
    is_word = bare and token.low not in vocabulary.no_values
    return Value(token.text.rstrip("."), False) if is_word else None


def read_values(
    sentence: Sentence, index: int, vocabulary: Vocabulary, *, bare: bool
) -> Iterator[tuple[int, Values]]:
    """Yield the list of at least two values that begins at *index*, and its end."""
    tokens = sentence.tokens
    if _continues(tokens, index):
        return
    at = index + 1 if index < len(tokens) and tokens[index].text == ":" else index
    if at >= len(tokens):
        heads = [*_heads(sentence.items, vocabulary, bare=bare)]
        if len(heads) > 1 and len(heads) == len(sentence.items):
            yield len(tokens), Values(tuple(heads))
        return
    if bare:
        found = _words(tokens, index, vocabulary)
    else:
        found = _apart(tokens, index, vocabulary)
    if found is not None and len(found[1].items) > 1:
        yield found


def _continues(tokens: Tokens, index: int) -> bool:
    """Return whether a list that began before goes on at *index*."""
    if index < 2 or index >= len(tokens) or tokens[index - 1].low not in _SEPARATORS:
        return False
    before = tokens[index - 2]
    return _is_apart(before) or before.kind == "number" or before.text in (",", ")")


def _heads(
    items: Sequence[Tokens], vocabulary: Vocabulary, *, bare: bool
) -> Iterator[Value]:
    """Yield the values with which the *items* of a list begin."""
    for item in items:
        value = value_of(item[0], vocabulary, bare=bare)
        follows = item[1].low if len(item) > 1 else "-"
        told = follows in (*_DASHES, "(", ".", ",", ";", "|")
        if len(item) > 2 and item[1].kind == "word" and item[2].text == ":":
            return  # a heading, in which the value is one word of several
        if value is not None and (told or (value.apart and follows != "/")):
            yield value


def _apart(
    tokens: Tokens, index: int, vocabulary: Vocabulary
) -> tuple[int, Values] | None:
    """Return the values from *index* on, each set apart, and where they end."""
    found: list[Value] = []
    at: int | None = index
    end = index
    while at is not None and at < len(tokens) and len(found) < _MOST:
        value = value_of(tokens[at], vocabulary, bare=False)
        if value is None or not _stands_alone(tokens, at):
            break
        found.append(value)
        end = at + 1
        at = _next(tokens, end, vocabulary)
    return (
        (end, Values(tuple(found), _goes_on(tokens, end, vocabulary)))
        if found
        else None
    )


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Return whether the value *at* is not one end of a range, or part of a path."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    joined = after is not None and not after.spaced and after.text in ("-", "=", "…")
    return not joined


def _next(tokens: Tokens, end: int, vocabulary: Vocabulary) -> int | None:
    """Return where the value after the one before *end* stands, past explanations."""
    at = _past_brackets(tokens, end)
    follows = _past_separators(tokens, at)
    if follows > at:
        past = _past_articles(tokens, follows)
        if past < len(tokens) and value_of(tokens[past], vocabulary, bare=False):
            return past
        explains = past < len(tokens) and tokens[past].low in _RELATIVE
        return _past_explanation(tokens, past) if explains else None
    if at < len(tokens) and _explains(tokens[at], vocabulary):
        return _past_explanation(tokens, at)
    return None


def _past_explanation(tokens: Tokens, at: int) -> int | None:
    """Return where the value after the explanation that begins *at* stands, or None
    where it speaks of something else that is set apart."""
    for index in range(at, min(at + _FAR, len(tokens))):
        follows = _past_separators(tokens, index)
        if follows > index:
            past = _past_articles(tokens, follows)
            if past < len(tokens) and _is_apart(tokens[past]):
                return past
        elif _is_apart(tokens[index]) and not _is_name(tokens, index):
            return None
    return None


def _is_name(tokens: Tokens, at: int) -> bool:
    """Return whether what is set apart *at* is called a parameter, so is no value."""
    return at + 1 < len(tokens) and tokens[at + 1].low in _NAMED


def _explains(token: Token, vocabulary: Vocabulary) -> bool:
    return token.text in _DASHES or token.low in vocabulary.explaining


def _is_apart(token: Token) -> bool:
    return token.kind in ("code", "quoted") or token.marked


def _past_separators(tokens: Tokens, at: int) -> int:
    while at < len(tokens) and tokens[at].low in _SEPARATORS:
        at += 1
    return at


def _past_articles(tokens: Tokens, at: int) -> int:
    while at < len(tokens) and tokens[at].low in ("either", "the", "just"):
        at += 1
    return at


def _past_brackets(tokens: Tokens, at: int) -> int:
    """Return the end of the remark in brackets that begins *at*, or *at*."""
    if at >= len(tokens) or tokens[at].text != "(":
        return at
    for index in range(at, min(at + _FAR, len(tokens))):
        if tokens[index].text == ")":
            return index + 1
    return at


def _words(
    tokens: Tokens, index: int, vocabulary: Vocabulary
) -> tuple[int, Values] | None:
    """Return the values from *index* on, words with signs between them up to the end of
    what is said, and where they end; None where they are more than words."""
    found: list[Value] = []
    at = _past_articles(tokens, index + (tokens[index].text == ":"))
    end = at
    while at < len(tokens) and len(found) < _MOST:
        value = value_of(tokens[at], vocabulary, bare=True)
        if value is None or not _stands_alone(tokens, at):
            break
        found.append(value)
        end = _past_brackets(tokens, at + 1)
        at = _past_separators(tokens, end)
        if at == end:
            break
    over = end >= len(tokens) or tokens[end].text in ".);:("
    told = end < len(tokens) and tokens[end].low in vocabulary.closing
    apart = all(value.apart for value in found)
    if not found or not (over or told or at > end or apart):
        return None
    return end, Values(tuple(found), _goes_on(tokens, end, vocabulary))


def _goes_on(tokens: Tokens, end: int, vocabulary: Vocabulary) -> bool:
    """Return whether what follows the values says that they are not all."""
    at = _past_brackets(tokens, end)
    follows = _past_separators(tokens, at)
    if len(tokens) >= LONGEST and follows >= len(tokens):
        return True  # what comes next has been cut
    if any(_is_apart(t) for t in tokens[at:]) and _lists(tokens, at, end):
        return True
    if follows >= len(tokens):
        return False
    if tokens[follows].low in vocabulary.more:
        return True
    between = [token.low for token in tokens[at:follows]]
    return "or" in between and tokens[follows].low not in vocabulary.absent


def _lists(tokens: Tokens, at: int, end: int) -> bool:
    """Return whether something set apart follows *at* as items of a list do, and it is
    not among what stands before *end*."""
    before = {token.text for token in tokens[:end] if _is_apart(token)}
    for index in range(at, len(tokens) - 1):
        new = _is_apart(tokens[index + 1]) and tokens[index + 1].text not in before
        if new and tokens[index].low in (",", "or", "and") and index > at:
            return True
    return False
