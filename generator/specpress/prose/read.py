"""Reading values: what slots held, as facts of a kind about an argument of a type."""

from __future__ import annotations

import math
import re
from typing import Final

from specpress.ir.types import FactKind
from specpress.prose.facts import About, as_members
from specpress.prose.grammar import Pattern
from specpress.prose.match import Match
from specpress.prose.sentences import Sentence
from specpress.prose.values import Value, Values
from specpress.prose.vocabulary import Measure, Vocabulary

_KEYWORDS: Final = {
    "minimum": "minimum",
    "maximum": "maximum",
    "above": "exclusiveMinimum",
    "below": "exclusiveMaximum",
}
_BAD: Final = object()
_CODED: Final = re.compile(
    r"[A-Z\d][A-Z\d_-]+|[A-Za-z]*[a-z][A-Z]\w*|\w+_\w+|[a-z]+\d+"
)
"""What words look like that are meant as they are written."""


_USUAL: Final = 10
"""What methods of HTTP take from the confidence: a list of them tells the usual ones,
and few servers refuse others."""
_EXACT: Final = ("one of", "either")
"""What patterns begin with that leave nothing else open."""


def read_fact(
    pattern: Pattern, match: Match, sentence: Sentence, about: About, words: Vocabulary
) -> tuple[FactKind, object, int] | None:
    """Return the kind, value and confidence of the fact that *match* of *pattern* in
    *sentence* makes; None where it is none about such an argument."""
    if pattern.types is not None and not about.types <= pattern.types:
        return None
    match pattern.kind:
        case "values":
            return _values(pattern, match, about, words)
        case "default":
            if not _in_unit(match, sentence, about, words):
                return None
            return _default(pattern, match, about)
        case "bounds" | "length":
            return _bounds(pattern, match, sentence, about, words)
        case "unit":
            unit = str(match.get("unit"))
            fits = words.measure(unit) in ("time", "size") and not about.only("boolean")
            return ("unit", unit, pattern.confidence) if fits else None
        case "condition":
            return _condition(pattern, match, about)
        case "format":
            fits = bool(about.types & {"string", "array", "integer", "number"})
            return ("format", pattern.value, pattern.confidence) if fits else None
        case _:
            return pattern.kind, pattern.value, pattern.confidence


def _values(
    pattern: Pattern, match: Match, about: About, words: Vocabulary
) -> tuple[FactKind, object, int] | None:
    slots = ("values", "words", "items", "value")
    found = next((v for v in map(match.get, slots) if v is not None), None)
    items = found.items if isinstance(found, Values) else (found,)
    if isinstance(found, Values) and found.open:
        return None
    types = about.items if about.only("array") else about.types
    if {*types} == {"boolean"}:
        return None  # which says all there is to say
    read = [_read(item, types) for item in items if isinstance(item, Value)]
    if any(value is _BAD for value in read):
        return None
    values = [*dict.fromkeys(value for value in read if value is not None)]
    if len(values) < 2 and isinstance(found, Values):
        return None
    usual = all(str(value).lower() in words.methods for value in values)
    usual = usual and not pattern.text.startswith(_EXACT)
    return "values", values, pattern.confidence - (_USUAL if usual else 0)


def _default(
    pattern: Pattern, match: Match, about: About
) -> tuple[FactKind, object, int] | None:
    found = match.get("word") or match.get("value")
    if pattern.value is not None and about.only("boolean"):
        return "default", pattern.value, pattern.confidence
    if not isinstance(found, Value):
        return None
    is_list = about.only("array")
    value = _read(found, about.items if is_list else about.types)
    if value is _BAD or value is None:
        return None
    doubt = 0 if value in about.values else _default_doubt(found, value, about)
    return "default", [value] if is_list else value, pattern.confidence - doubt


def _default_doubt(found: Value, value: object, about: About) -> int:
    """Return how doubtful it is that *found*, read as *value*, is meant literally."""
    if found.apart or isinstance(value, bool):
        return 0
    if found.is_number:
        return 30 if about.only("string") else 0
    return 2 if _CODED.fullmatch(found.text) else 40


def _read(value: Value, types: frozenset[str]) -> object:
    """Return what *value* is among values of *types*, or `_BAD`."""
    text = value.text
    if text == "null":
        return None if types else _BAD
    if "string" in types:
        return text
    if {*types} == {"boolean"}:
        return {"true": True, "false": False}.get(text.lower(), _BAD)
    if types and types <= {"integer", "number"}:
        try:
            number = float(text)
        except ValueError:
            return _BAD
        whole = number.is_integer() and abs(number) < 1e15
        if not whole and ({*types} == {"integer"} or math.isnan(number)):
            return _BAD
        return int(number) if whole else number
    return _BAD


def _bounds(
    pattern: Pattern, match: Match, sentence: Sentence, about: About, words: Vocabulary
) -> tuple[FactKind, object, int] | None:
    if known := as_members(pattern.value):
        fits = about.numeric()
        return ("range", dict(known), pattern.confidence) if fits else None
    measure = _measure(match, sentence, words)
    given = [(n, v) for n, v in match.captures if isinstance(v, int | float)]
    low = [v for n, v in given if n in ("minimum", "above")]
    high = [v for n, v in given if n in ("maximum", "below")]
    if low and high and low[-1] > high[-1]:
        return None
    if about.numeric():
        fits = pattern.kind == "bounds" and measure in (None, "items", "time", "other")
        value = {_KEYWORDS[n]: v for n, v in given if n in _KEYWORDS}
        fits = fits and _in_unit(match, sentence, about, words)
        whole = all(isinstance(v, int) for v in value.values())
        fits = fits and (whole or not about.only("integer"))
        return ("range", value, pattern.confidence) if fits and value else None
    if about.only("string"):
        told = pattern.kind == "length" and measure in (None, "other")
        return (
            _counted("Length", given, pattern)
            if told or measure == "characters"
            else None
        )
    if about.only("array") and measure in (None, "items", "other"):
        return _counted("Items", given, pattern)
    return None


def _counted(
    of: str, given: list[tuple[str, int | float]], pattern: Pattern
) -> tuple[FactKind, object, int] | None:
    """Return the bounds *given* of a length or of a count *of* items.

    People write "less than 50 characters" where 50 are allowed: the bound itself is.
    """
    found: dict[str, int] = {}
    for name, number in given:
        if not isinstance(number, int) or number < 0:
            return None
        if name in ("minimum", "exact", "above"):
            found[f"min{of}"] = number
        if name in ("maximum", "exact", "below"):
            found[f"max{of}"] = number
    return ("length", found, pattern.confidence) if found else None


def _measure(match: Match, sentence: Sentence, words: Vocabulary) -> Measure | None:
    """Return what the noun after the numbers of *match*, or the words in it, measure."""
    tokens = sentence.tokens
    inside = tokens[match.start : match.end]
    for token in inside:
        if token.kind == "word" and token.low in words.units:
            return words.units[token.low]
    at = match.end
    while at < len(tokens) and tokens[at].text in ("-", ")", "]"):
        at += 1
    if at >= len(tokens) or tokens[at].kind != "word":
        return "other" if at < len(tokens) and tokens[at].text == "%" else None
    first = words.measure(tokens[at].low)
    after = words.units.get(tokens[at + 1].low) if at + 1 < len(tokens) else None
    return first if after is None or first != "other" else after


def _in_unit(match: Match, sentence: Sentence, about: About, words: Vocabulary) -> bool:
    """Return whether the numbers of *match* are in the unit of what it is *about*."""
    following = sentence.tokens[match.end : match.end + 1]
    found = following[0].low if following else ""
    if not about.unit or words.units.get(found) not in ("time", "size"):
        return True
    return found[:3] == about.unit[:3]


def _condition(
    pattern: Pattern, match: Match, about: About
) -> tuple[FactKind, object, int] | None:
    others = [v for n, v in match.captures if n == "argument"]
    name = match.get("named") or about.name
    if not others or (name != about.name and name not in others):
        return None
    value: dict[str, object] = {"rule": pattern.value, "name": name}
    value["others"] = [about.name if other == name else other for other in others]
    found = match.get("values") or match.get("value")
    items = found.items if isinstance(found, Values) else (found,)
    given = [item.text for item in items if isinstance(item, Value)]
    return "condition", value | ({"values": given} if given else {}), pattern.confidence
