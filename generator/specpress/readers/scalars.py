"""Plain scalars of YAML 1.2: which are null, booleans or numbers (core schema, 10.3.2)."""

from __future__ import annotations

import re
from typing import Final

from specpress.tree import Scalar

_WORDS: Final[dict[str, bool | None]] = {
    word: value
    for name, value in (("null", None), ("true", True), ("false", False))
    for word in (name, name.capitalize(), name.upper())
} | {"": None, "~": None}
_INTEGER: Final = re.compile(r"[-+]?[0-9]+")
_BASED: Final = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_FIRST: Final = frozenset("0123456789+-.~nNtTfF")
_MOST_DIGITS: Final = 4000
_INFINITY: Final = float("inf")


def plain_scalar(text: str) -> Scalar:
    """Return what the plain scalar *text* stands for.

    Words such as ``no`` and ``on``, dates, and what JSON cannot say (``.inf``, ``.nan``
    and numbers too large for it) stay text.

    >>> [plain_scalar(text) for text in ("no", "1e3", "2024-01-01", "0x1F", "~")]
    ['no', 1000.0, '2024-01-01', 31, None]
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST or len(text) > _MOST_DIGITS:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        number = float(text)
        return text if number in (_INFINITY, -_INFINITY) else number
    return text
