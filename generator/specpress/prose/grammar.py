"""The grammar: patterns and guards, as ``patterns.toml`` has them, ready to be looked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final, Literal, TypeAlias

import msgspec

from specpress.prose.language import Choice, Part, Slot, Word, compiled
from specpress.prose.slots import NUMBERS
from specpress.prose.tokens import Token
from specpress.prose.vocabulary import Vocabulary

Meaning: TypeAlias = Literal[
    "values",
    "default",
    "bounds",
    "length",
    "format",
    "unit",
    "condition",
    "deprecated",
    "read-only",
]
Where: TypeAlias = Literal[
    "before", "beside", "next", "behind", "after", "sentence", "description"
]

_APART: Final = frozenset(("value", "values", "code"))  # that words can't begin
_NUMBERED: Final[Mapping[str, str]] = dict.fromkeys(NUMBERS, "#")
_WORDS: Final = frozenset(("true", "false", "null"))
_EMPTY: Final = frozenset(("own", "first"))  # slots that may hold nothing
_ANY, _VALUE, _NUMBER = "*", "=", "#"  # in the index: what may begin with a slot


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A *text* and what it *is* taken to say of an argument *of* a type, *name*."""

    text: str
    is_: object = msgspec.field(name="is")
    of: str = "string"
    name: str = "it"
    others: tuple[str, ...] = ()


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pattern, what it means, and texts that do and don't say so."""

    kind: Meaning
    text: str
    confidence: int
    yes: tuple[Example, ...]
    no: tuple[str, ...]
    value: object = None
    listed: bool = False
    alone: bool = False
    types: frozenset[str] | None = None


class Guard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What takes confidence from facts of some *kinds*, of arguments of some *types*."""

    text: str
    where: Where
    doubt: int
    no: tuple[str, ...]
    kinds: frozenset[Meaning] | None = None
    types: frozenset[str] | None = None


class Excuse(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase that guards don't look at."""

    text: str


class Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of ``patterns.toml``."""

    words: Vocabulary
    pattern: tuple[Pattern, ...]
    guard: tuple[Guard, ...]
    excuse: tuple[Excuse, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Things that are looked for, by the words with which they can begin."""

    by_word: Mapping[str, tuple[int, ...]]
    parts: tuple[tuple[Part, ...], ...]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Index:
        """Return the index of the patterns *texts*."""
        parts = tuple(map(compiled, texts))
        found: dict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(parts):
            for word in {*_first(each)}:
                found[word].append(number)
        return cls({word: tuple(each) for word, each in found.items()}, parts)

    def at(self, token: Token) -> Iterator[tuple[int, tuple[Part, ...]]]:
        """Yield, with their numbers, the patterns that may begin with *token*."""
        numbers = self.by_word.get(_ANY, ())
        apart = token.kind in ("code", "quoted")
        if not apart:
            numbers = (*self.by_word.get(token.low, ()), *numbers)
        if apart or token.kind == "number" or token.marked or token.low in _WORDS:
            numbers = (*numbers, *self.by_word.get(_VALUE, ()))
        if apart or token.kind != "sign":
            numbers = (*numbers, *self.by_word.get(_NUMBER, ()))
        yield from ((number, self.parts[number]) for number in sorted({*numbers}))


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns, guards and excuses with their indices."""

    tables: Tables
    patterns: Index
    guards: Index
    excuses: Index


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """Return the grammar that comes with specpress, read once."""
    import tomllib  # here: only who mines needs it

    text = files("specpress.prose").joinpath("patterns.toml").read_text("utf-8")
    tables = msgspec.convert(tomllib.loads(text), Tables)
    return Grammar(
        tables,
        Index.of(pattern.text for pattern in tables.pattern),
        Index.of(guard.text for guard in tables.guard),
        Index.of(excuse.text for excuse in tables.excuse),
    )


def _first(parts: tuple[Part, ...]) -> Iterator[str]:
    """Yield the words with which *parts* can begin; ``*`` where that is any value."""
    for part in parts:
        if isinstance(part, Word):
            yield part.text
            return
        if isinstance(part, Choice):
            for option in part.options:
                yield from _first(option) if option else ()
            if all(_must_be(option) for option in part.options):
                return
        elif isinstance(part, Slot):
            if part.name != "first":
                yield _VALUE if part.name in _APART else _NUMBERED.get(part.name, _ANY)
            if part.name not in _EMPTY:
                return
    # An edge takes no word, and after a gap anything may come.


def _must_be(option: tuple[Part, ...]) -> bool:
    """Return whether *option* is there with one token at least."""
    return any(
        isinstance(part, Word)
        or (isinstance(part, Slot) and part.name not in _EMPTY)
        or (isinstance(part, Choice) and all(map(_must_be, part.options)))
        for part in option
    )
