"""Texts that match a regular expression and keep to given lengths."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, product
from typing import Any, Final, Protocol, TypeAlias, cast

from specpress.emit.samples.regex import compiled, translate

Token: TypeAlias = tuple[object, Any]
"""An operation and its argument: the tree of ``re._parser`` has no published types."""


class _Parser(Protocol):
    """The part of ``re._parser`` in use."""

    def parse(self, pattern: str) -> Iterable[Token]: ...


_PARSER: Final = cast(_Parser, importlib.import_module("re._parser"))
_ALPHABET: Final = (
    "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "-_. ~!#$%&'()*+,/:;<=>?@[]^`{|}\"\\\n\té"
)
_LONGEST: Final = 10_000
_SPARES: Final = 4
_TURNS: Final = 6


def matching(
    pattern: str, least: int = 0, most: int | None = None, index: int = 0
) -> str | None:
    """Return the *index*-th text that matches *pattern*, or None when none is found.

    *pattern* is ECMA-262; the text has *least* to *most* characters.

    >>> matching("^AC[0-9a-f]{4}$")
    'ACabcd'
    """
    if index and _nth(pattern, least, most, 0) is None:
        return None
    return _nth(pattern, least, most, index)


@lru_cache(maxsize=4096)
def _nth(pattern: str, least: int, most: int | None, index: int) -> str | None:
    return next(islice(_matching(pattern, least, most), index, None), None)


def _matching(pattern: str, least: int, most: int | None) -> Iterator[str]:
    regex = compiled(pattern)
    if regex is None or least > _LONGEST:
        return
    seen = set[str]()
    for text in _candidates(pattern, least):
        longest = len(text) if most is None else most
        if least <= len(text) <= longest and text not in seen and regex.search(text):
            seen.add(text)
            yield text


def _candidates(pattern: str, least: int) -> Iterator[str]:
    tokens = tuple(_PARSER.parse(translate(pattern)))
    for ahead, turn in product((False, True), range(_TURNS)):
        shortest = _Writer(0, turn, ahead).text(tokens)
        lacking = max(least - len(shortest), 0)
        for spare in range(lacking, lacking + _SPARES):
            text = _Writer(spare, turn, ahead).text(tokens)
            yield text
            yield text + "a" * (least - len(text))


@dataclass(slots=True)
class _Writer:
    """Writes one text: *spare* is how many characters optional repeats may add.

    *turn* shifts the choice of characters and branches; *ahead* also writes what a
    look-ahead asks for.
    """

    spare: int
    turn: int
    ahead: bool
    groups: dict[object, str] = field(default_factory=dict[object, str])
    written: int = 0

    def text(self, tokens: Iterable[Token]) -> str:
        return "".join(self.token(str(op), argument) for op, argument in tokens)

    def token(self, op: str, argument: Any) -> str:
        match op, argument:
            case "LITERAL", int(code):
                return chr(code)
            case "ANY" | "IN" | "NOT_LITERAL", _:
                return self.character(characters(op, _hashable(argument)))
            case "BRANCH", (_, [*branches]):
                return self.text(branches[self.turn % len(branches)])
            case "SUBPATTERN", (group, _, _, tokens):
                self.groups[group] = self.text(tokens)
                return self.groups[group]
            case "ATOMIC_GROUP", tokens:
                return self.text(tokens)
            case "GROUPREF", group:
                return self.groups.get(group, "")
            case "ASSERT", (1, tokens) if self.ahead:
                return self.text(tokens)
            case ("MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT"), (
                int(least),
                int(most),
                tokens,
            ):
                return self.repeat(least, most, tokens)
            case _:
                return ""

    def repeat(self, least: int, most: int, tokens: Iterable[Token]) -> str:
        copies = [self.text(tokens) for _ in range(min(least, _LONGEST))]
        while self.spare > 0 and len(copies) < most:
            spare, self.spare = self.spare, 0
            copy = self.text(tokens)
            if not 0 < len(copy) <= spare:
                self.spare = spare
                break
            self.spare = spare - len(copy)
            copies.append(copy)
        return "".join(copies)

    def character(self, choice: str) -> str:
        self.written += 1
        shift = self.turn + self.written - 1
        return choice[shift % len(choice)] if choice else ""


def _hashable(argument: Any) -> tuple[Token, ...] | int | None:
    listed = cast("list[Token] | int | None", argument)
    return tuple(listed) if isinstance(listed, list) else listed


@lru_cache(maxsize=1024)
def characters(op: str, argument: tuple[Token, ...] | int | None) -> str:
    """Return the characters that a token of one character accepts, plain ones first."""
    if op == "ANY":
        return _ALPHABET.replace("\n", "")
    if isinstance(argument, int):
        return _ALPHABET.replace(chr(argument), "")
    members = argument or ()
    negated = any(str(kind) == "NEGATE" for kind, _ in members)
    found = "".join(c for c in _ALPHABET if _in_set(c, members) != negated)
    if found or negated:
        return found
    return "".join(_first(member) for member in members)


def _in_set(char: str, members: tuple[Token, ...]) -> bool:
    return any(_is_member(char, str(kind), argument) for kind, argument in members)


def _is_member(char: str, kind: str, argument: Any) -> bool:
    match kind, argument:
        case "LITERAL", int(code):
            return ord(char) == code
        case "RANGE", (int(low), int(high)):
            return low <= ord(char) <= high
        case "CATEGORY", category:
            name = str(category).removeprefix("CATEGORY_")
            plain = name.removeprefix("NOT_")
            belongs = {
                "DIGIT": char.isdigit(),
                "SPACE": char.isspace(),
                "WORD": char.isascii() and (char.isalnum() or char == "_"),
            }
            return belongs.get(plain, False) != (plain != name)
        case _:
            return False


def _first(member: Token) -> str:
    match str(member[0]), member[1]:
        case "LITERAL", int(code):
            return chr(code)
        case "RANGE", (int(low), _):
            return chr(low)
        case _:
            return ""
