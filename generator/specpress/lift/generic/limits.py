"""Limits of values in words, such as "1-32 characters" or "max 100"."""

from __future__ import annotations

import re
from typing import Final

from specpress.lift.generic.typed import Schema

_NUMBER: Final = r"(-?\d[\d,]*(?:\.\d+)?)"
_UNIT: Final = (
    r"\s*(characters?|chars?|letters?|digits?|bytes?|items?|elements?|entries|long|in length|symbols?)?"
)
_RANGE: Final = re.compile(
    rf"(?:between\s+|from\s+|range:?\s*|length:?\s*|\[)?{_NUMBER}\s*(?:-|\u2013|\u2014|to|and|\.\.\.?|,|…)\s*{_NUMBER}{_UNIT}\]?",
    re.IGNORECASE,
)
_MOST: Final = re.compile(
    rf"(?:max(?:imum)?(?:\s*(?:length|size|value|items))?|up to|at most|no more than|<=|≤|not more than)\s*(?:of|:|=|is)?\s*{_NUMBER}{_UNIT}",
    re.IGNORECASE,
)
_LEAST: Final = re.compile(
    rf"(?:min(?:imum)?(?:\s*(?:length|size|value|items))?|at least|no less than|>=|≥|not less than)\s*(?:of|:|=|is)?\s*{_NUMBER}{_UNIT}",
    re.IGNORECASE,
)
_EXACT: Final = re.compile(
    rf"(?:exactly\s*)?{_NUMBER}\s*(characters?|chars?|letters?|digits?)", re.IGNORECASE
)
_PATTERN: Final = re.compile(
    r"(?:pattern|regex|regexp|matches|must match)\s*[:=]?\s*`?(\S+?)`?", re.IGNORECASE
)


def read_limits(text: str, kind: str) -> Schema | None:
    """Return the keywords that *text* says of a value of the type *kind*, or None.

    None as well when a part of it says something else.

    >>> read_limits("1-32 characters", "string")
    {'minLength': 1, 'maxLength': 32}
    >>> read_limits("min 1, max 100", "integer")
    {'minimum': 1, 'maximum': 100}
    >>> read_limits("in the afternoon", "string") is None
    True
    """
    found: Schema = {}
    whole = _limit(text.strip(), kind)
    if whole is not None:
        return whole
    for part in re.split(r"[;\n]|,\s+|\band\b", text):
        part = part.strip(" .`")
        if not part:
            continue
        read = _limit(part, kind)
        if read is None:
            return None
        found.update(read)
    return found or None


def _limit(text: str, kind: str) -> Schema | None:
    low, high = _keywords(text, kind)
    if match := _RANGE.fullmatch(text):
        return {low: _number(match[1]), high: _number(match[2])}
    if match := _MOST.fullmatch(text):
        return {high: _number(match[1])}
    if match := _LEAST.fullmatch(text):
        return {low: _number(match[1])}
    if kind == "string" and (match := _EXACT.fullmatch(text)):
        return {low: _number(match[1]), high: _number(match[1])}
    if match := _PATTERN.fullmatch(text):
        return {"pattern": match[1]}
    return None


def _keywords(text: str, kind: str) -> tuple[str, str]:
    if kind == "array" or re.search(r"item|element|entries", text):
        return "minItems", "maxItems"
    if kind == "string" or re.search(r"char|letter|symbol|length|digit", text):
        return "minLength", "maxLength"
    return "minimum", "maximum"


def _number(text: str) -> int | float:
    bare = text.replace(",", "")
    return float(bare) if "." in bare else int(bare)
