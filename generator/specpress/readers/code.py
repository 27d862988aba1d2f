"""Where an expression of JavaScript ends that is not understood."""

from __future__ import annotations

import re
from typing import Final

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
