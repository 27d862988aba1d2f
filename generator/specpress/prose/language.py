"""The language of patterns: from its text to the parts that a matcher follows.

==================  ==============================================================
``word``, ``:``     this word, in any case, or this sign
``(a b | c)``       one of these
``[a | b c]``       one of these, or nothing
``{slot}``          a value: see `slots`
``...``             up to four words, not across a sign
``^``, ``$``        the beginning, the end of a sentence or of a part of it
``"("``             a sign that has a meaning here
==================  ==============================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

_PIECE: Final = re.compile(r'\{[a-z]+\}|\.\.\.|"[^"]+"|[()\[\]|^$]|[^\s()\[\]|{}"$^]+')
_CLOSES: Final = {"(": ")", "[": "]"}


class Word(NamedTuple):
    """One word, number or sign, in lower case."""

    text: str


class Slot(NamedTuple):
    """Where a value is read, by the *name* of what it means."""

    name: str


class Choice(NamedTuple):
    """One of several sequences of parts; an empty one among them makes it optional."""

    options: tuple[tuple[Part, ...], ...]


class Gap(NamedTuple):
    """Up to *most* words that don't matter."""

    most: int = 4


class Edge(NamedTuple):
    """The beginning of a clause, or its *end*."""

    end: bool


Part: TypeAlias = Word | Slot | Choice | Gap | Edge


class PatternError(Exception):
    """The text is not a pattern; the message tells why."""


def compiled(text: str) -> tuple[Part, ...]:
    """Return the parts of the pattern *text*. Raises PatternError where it is none.

    >>> compiled("max [of] {maximum}")[0]
    Word(text='max')
    """
    pieces = _PIECE.findall(text)
    if "".join(pieces) != "".join(text.split()):
        raise PatternError(f"{text!r} has pieces that are none")
    work = iter(pieces)
    first, *others = _options(work, None, text)
    return (Choice((first, *others)),) if others else first


def _options(
    pieces: Iterator[str], closing: str | None, text: str
) -> tuple[tuple[Part, ...], ...]:
    """Return what stands before *closing*, in options with bars between them."""
    options: list[tuple[Part, ...]] = []
    parts: list[Part] = []
    for piece in pieces:
        if piece == closing:
            return (*options, tuple(parts))
        if piece == "|":
            options.append(tuple(parts))
            parts = []
        else:
            parts.append(_part(piece, pieces, text))
    if closing is not None:
        raise PatternError(f"{text!r} lacks {closing!r}")
    return (*options, tuple(parts))


def _part(piece: str, pieces: Iterator[str], text: str) -> Part:
    if piece in _CLOSES:
        inside = _options(pieces, _CLOSES[piece], text)
        return Choice((*inside, ()) if piece == "[" else inside)
    if piece in (")", "]"):
        raise PatternError(f"{text!r} has {piece!r} too much")
    if piece == "...":
        return Gap()
    if piece in "^$":
        return Edge(end=piece == "$")
    if piece[0] == "{":
        return Slot(piece[1:-1])
    return Word(piece.strip('"').lower())
