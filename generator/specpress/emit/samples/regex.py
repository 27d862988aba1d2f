"""ECMA-262 patterns as Python's ``re`` reads them."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import Final

_NAMED_GROUP: Final = re.compile(r"(\\.)|\(\?<(?![=!])", re.DOTALL)
_NAMED_BACK: Final = re.compile(r"\\k<([^>]+)>")
_BRACED: Final = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_CONTROL: Final = re.compile(r"\\c([A-Za-z])")


def translate(pattern: str) -> str:
    """Return *pattern* with the ECMA-262 spellings that Python lacks rewritten.

    >>> translate("(?<year>[0-9]{4})-\\\\k<year>")
    '(?P<year>[0-9]{4})-(?P=year)'
    """
    text = _NAMED_GROUP.sub(lambda m: m[1] or "(?P<", pattern)
    text = _NAMED_BACK.sub(r"(?P=\1)", text)
    text = _BRACED.sub(lambda m: f"\\U{int(m[1], 16):08x}", text)
    text = _CONTROL.sub(lambda m: f"\\x{ord(m[1]) % 32:02x}", text)
    return text.replace("[^]", r"[\s\S]").replace("[]", r"(?!)")


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str] | None:
    """Return the compiled *pattern* (ECMA-262), or None when Python refuses it."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return re.compile(translate(pattern))
    except (re.error, OverflowError, RecursionError):
        return None
