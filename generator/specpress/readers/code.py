"""What stands in scripts between and instead of literals, and where it ends."""

from __future__ import annotations

import re
from typing import Final

MAX_DEPTH: Final = 200
"""How deep values may nest: they are read, and trees walked, by recursion."""

LONGEST: Final = 20_000
"""How long an expression may be: longer ones are programs, not settings."""

_TOKEN: Final = re.compile(
    r""" "(?:[^"\\\r\n]|\\[\s\S])*" | '(?:[^'\\\r\n]|\\[\s\S])*' | `(?:[^`\\]|\\[\s\S])*`
    | //[^\r\n]* | /\*[\s\S]*?\*/
    | (?P<regex> (?<=[=(:,\[!&|?{};\s]) /(?![*/\s])(?:[^/\\\[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*\])+/)
    | (?P<open>[({\[]) | (?P<close>[)}\]]) | (?P<comma>,) """,
    re.VERBOSE,
)
_CLOSERS: Final = {"(": ")", "{": "}", "[": "]"}
_SPACE: Final = re.compile(
    r"(?:[\s\ufeff]+|//[^\n\r\u2028\u2029]*|/\*.*?\*/)*", re.DOTALL
)
_UNCLOSED: Final = re.compile(r"(?:[\s\ufeff]+|//[^\n\r\u2028\u2029]*)*")


class NoLiteral(Exception):
    """What stands at *offset* is not the literal that was wanted."""

    def __init__(self, offset: int, expected: str) -> None:
        super().__init__(expected)
        self.offset = offset
        self.expected = expected


class TooDeep(NoLiteral):
    """The literal nests more than `MAX_DEPTH` levels deep."""


def end_of_code(text: str, at: int) -> int | None:
    """Return where the expression at *at* ends, at a comma or the bracket around it.

    None when its brackets don't match or it is longer than `LONGEST`.
    """
    stack: list[str] = []
    limit = min(len(text), at + LONGEST)
    for token in _TOKEN.finditer(text, at, limit):
        if token["open"]:
            stack.append(_CLOSERS[token["open"]])
        elif token["close"]:
            if not stack:
                return token.start() if token.start() > at else None
            if stack.pop() != token["close"]:
                return None
        elif token["comma"] and not stack:
            return token.start() if token.start() > at else None
    return None


def end_of_space(text: str, at: int, *, comments: bool) -> int:
    """Return where white space and comments end that begin at *at*.

    Those between ``/*`` and ``*/`` are looked for with *comments* only.
    """
    found = (_SPACE if comments else _UNCLOSED).match(text, at)
    return found.end() if found else at
