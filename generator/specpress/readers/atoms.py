"""Numbers and words of JavaScript that are values (ECMA-262, 12.9.1 to 12.9.3)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_NUMBER: Final = re.compile(
    r"([-+]?)\s*(?:(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+)"
    r"|((?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?))(?![\w$])"
)
_WORD: Final = re.compile(r"(?:true|false|null|undefined|void\s+0|!\s*[01])(?![\w$])")
_WORDS: Final[dict[str, bool | None]] = {
    "true": True,
    "false": False,
    "!0": True,
    "!1": False,
}
_UNDEFINED: Final = ("undefined", "void0")
_LONGEST: Final = 400  # the digits of a number
_PLAIN: Final = re.compile(r"\d+")

ABSENT: Final = "undefined"
"""What a value is written as that a member of an object does not have."""


class Atom(NamedTuple):
    """A *value*, what it is written as where that may matter, and where it ends."""

    value: int | float | bool | None
    raw: str | None
    end: int


def read_atom(text: str, at: int) -> Atom | None:
    """Return the number, boolean, null or undefined at *at*, or None.

    ``!0``, ``!1`` and ``void 0`` are what minifiers write for true, false, undefined.
    """
    if word := _WORD.match(text, at):
        said = "".join(word[0].split())
        raw = ABSENT if said in _UNDEFINED else None
        return Atom(_WORDS.get(said), raw, word.end())
    number = _NUMBER.match(text, at)
    if number is None or number.end() - at > _LONGEST:
        return None
    sign, based, digits = number.groups()
    if based:
        value: int | float = int(based, 0)
    else:
        written = digits.replace("_", "")
        value = int(written) if _PLAIN.fullmatch(written) else float(written)
    if value == float("inf"):
        return None
    raw = None if based or "_" in number[0] else number[0]
    return Atom(-value if sign == "-" else value, raw, number.end())
