"""Limits in words: ``[1, 40] characters``, ``(0, 100]``, ``matches ^a``."""

from __future__ import annotations

import json
import re
from typing import Final

_NUMBER: Final = r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?"
_RANGE: Final = re.compile(
    rf"(?P<open>[\[(])\s*(?P<low>{_NUMBER})\s*(?:,|\.\.)\s*(?P<high>{_NUMBER})\s*(?P<close>[\])])"
)
_BOUND: Final = re.compile(rf"(?P<sign>>=|<=|[≥≤><=])\s*(?P<value>{_NUMBER})")
_EXACT: Final = re.compile(rf"=?\s*(?P<value>{_NUMBER})")
_MULTIPLE: Final = re.compile(
    rf"multiple of (?P<value>{_NUMBER})(?:/(?P<by>{_NUMBER}))?"
)
_UNITS: Final = {
    "character": ("minLength", "maxLength"),
    "item": ("minItems", "maxItems"),
    "propert": ("minProperties", "maxProperties"),
    "contained item": ("minContains", "maxContains"),
}
_UNIT: Final = re.compile(
    r"(?P<rest>.*?)\s*(?P<unique>unique )?(?P<unit>contained item|character|item|propert)"
    r"(?:s|y|ies)?"
)


def read_limit(text: str) -> dict[str, object] | None:
    """Return the keywords that *text* stands for; None when it is no limit.

    Numbers without a unit limit the value itself; an open end excludes it (JSON Schema
    2020-12 Validation, 6.2).

    >>> read_limit("[1, 9] unique items")
    {'minItems': 1, 'maxItems': 9, 'uniqueItems': True}
    >>> read_limit("(0, 100]")
    {'exclusiveMinimum': 0, 'maximum': 100}
    """
    text = " ".join(text.split())
    if text.startswith("matches "):
        return {"pattern": text.removeprefix("matches ")}
    if text.startswith("media type: "):
        return {"contentMediaType": text.removeprefix("media type: ")}
    if text.startswith("encoding: "):
        return {"contentEncoding": text.removeprefix("encoding: ")}
    if found := _MULTIPLE.fullmatch(text):
        return {"multipleOf": _quotient(found["value"], found["by"])}
    if text in ("unique", "unique items", "uniqueItems"):
        return {"uniqueItems": True}
    if text in ("non-empty", "non empty"):
        return {"minLength": 1}
    unit = _UNIT.fullmatch(text)
    if unit is None:
        return _limits(text, ("minimum", "maximum"), exclusive=True)
    limits = _limits(unit["rest"].strip(), _UNITS[unit["unit"]], exclusive=False)
    if unit["unique"] and limits is not None:
        limits["uniqueItems"] = True
    return limits


def _limits(
    text: str, names: tuple[str, str], *, exclusive: bool
) -> dict[str, object] | None:
    low, high = names
    if found := _RANGE.fullmatch(text):
        lower, upper = _number(found["low"]), _number(found["high"])
        return {
            _open(low, found["open"] == "(" and exclusive): lower,
            _open(high, found["close"] == ")" and exclusive): upper,
        }
    if found := _BOUND.fullmatch(text):
        value, sign = _number(found["value"]), found["sign"]
        if sign in (">=", "≥", ">"):
            return {_open(low, sign == ">" and exclusive): value}
        if sign in ("<=", "≤", "<"):
            return {_open(high, sign == "<" and exclusive): value}
        return {low: value, high: value}
    if not exclusive and (found := _EXACT.fullmatch(text)):
        value = _number(found["value"])
        return {low: value, high: value}
    return None


def _open(name: str, exclusive: bool) -> str:
    return f"exclusive{name[0].upper()}{name[1:]}" if exclusive else name


def _number(text: str) -> int | float:
    value = json.loads(text)
    assert isinstance(value, int | float)  # the pattern matches numbers only
    return value


def _quotient(value: str, by: str | None) -> int | float:
    return _number(value) if by is None else _number(value) / _number(by)
