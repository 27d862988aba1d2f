"""Codes of what is wrong with JSON text."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

EXPECTED: Final = Code(
    "JSN001",
    Severity.ERROR,
    "broken JSON: expected {expected}, found {found}; the text is not read",
    "broken JSON",
    "The text is not JSON at this place. Common causes: a comma after the last"
    " member, a missing comma or bracket, single quotes, comments, or text cut off.",
    fidelity="dropped",
)

BAD_STRING: Final = Code(
    "JSN002",
    Severity.ERROR,
    "broken JSON string: {reason}; the text is not read",
    "broken JSON string",
    "A string is not closed, holds a control character that must be written as an"
    " escape, or holds an escape that JSON does not know.",
    fidelity="dropped",
)

DUPLICATE_KEY: Final = Code(
    "JSN003",
    Severity.ERROR,
    "the key {key!r} stands twice in one object, first at {first}; the text is not read",
    "duplicate key",
    "Which of the two members counts is undefined, so neither is guessed. Remove or"
    " rename one of them.",
    fidelity="dropped",
)

NOT_A_NUMBER: Final = Code(
    "JSN004",
    Severity.ERROR,
    "{found!r} is not a JSON number; the text is not read",
    "not a JSON number",
    "JSON knows neither NaN nor infinities, plus signs, leading zeros, hexadecimal"
    " numbers, nor numbers too large to be represented.",
    fidelity="dropped",
)

TRAILING_DATA: Final = Code(
    "JSN005",
    Severity.ERROR,
    "there is more text after the JSON value: {found}; the text is not read",
    "trailing data",
    "One JSON value was read whole, and something other than white space follows.",
    fidelity="dropped",
)

TOO_DEEP: Final = Code(
    "JSN006",
    Severity.ERROR,
    "the JSON value is nested more than {limit} levels deep; the text is not read",
    "JSON nested too deeply",
    "No description needs this depth; the text is broken or hostile.",
    fidelity="dropped",
)

LONE_SURROGATE: Final = Code(
    "JSN007",
    Severity.WARNING,
    "the string holds half of a surrogate pair; using U+FFFD instead",
    "lone surrogate",
    "An escape between \\ud800 and \\udfff stands without its other half. Such text"
    " cannot be written as UTF-8, so the half is replaced.",
    fidelity="approximated",
)
