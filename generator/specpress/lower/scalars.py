"""Schemas of text and of numbers."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.lower import CONTRADICTION, PATTERN
from specpress.ir.formats import FILE
from specpress.ir.patterns import python_pattern
from specpress.ir.types import Integer, Number, String
from specpress.lower.keywords import counts, number, refuse, string
from specpress.tree import Node

_PAIRS: Final = (
    ("minimum", "maximum"),
    ("minimum", "exclusiveMaximum"),
    ("exclusiveMinimum", "maximum"),
    ("exclusiveMinimum", "exclusiveMaximum"),
)


def string_type(schema: Node, report: Report) -> String:
    """Return the type of the strings that *schema* describes."""
    low, high = counts(schema, "minLength", "maxLength", report)
    format_ = string(schema, "format", report)
    return String(
        format="binary" if format_ == FILE else format_,
        pattern=_pattern(schema, report),
        min_length=low or None,
        max_length=high,
        content_encoding=string(schema, "contentEncoding", report),
        content_media_type=string(schema, "contentMediaType", report),
        span=schema.span,
    )


def _pattern(schema: Node, report: Report) -> str | None:
    pattern = string(schema, "pattern", report)
    if pattern is not None and python_pattern(pattern) is None:
        span = schema.map["pattern"].span
        report.add(PATTERN.at(span, pattern=pattern))
        return None
    return pattern


def integer_type(schema: Node, report: Report) -> Integer:
    """Return the type of the whole numbers that *schema* describes."""
    bounds = _bounds(schema, report)
    return Integer(
        format=string(schema, "format", report),
        minimum=bounds.get("minimum"),
        maximum=bounds.get("maximum"),
        exclusive_minimum=bounds.get("exclusiveMinimum"),
        exclusive_maximum=bounds.get("exclusiveMaximum"),
        multiple_of=_step(schema, report),
        span=schema.span,
    )


def number_type(schema: Node, report: Report) -> Number:
    """Return the type of the numbers that *schema* describes."""
    bounds = _bounds(schema, report)
    return Number(
        format=string(schema, "format", report),
        minimum=bounds.get("minimum"),
        maximum=bounds.get("maximum"),
        exclusive_minimum=bounds.get("exclusiveMinimum"),
        exclusive_maximum=bounds.get("exclusiveMaximum"),
        multiple_of=_step(schema, report),
        span=schema.span,
    )


def _bounds(schema: Node, report: Report) -> dict[str, int | float]:
    """Return the bounds by keyword, without those that contradict each other."""
    keys = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
    found = {key: number(schema, key, report) for key in keys}
    bounds = {key: value for key, value in found.items() if value is not None}
    for low_key, high_key in _PAIRS:
        low, high = bounds.get(low_key), bounds.get(high_key)
        if low is None or high is None:
            continue
        both = low_key == "minimum" and high_key == "maximum"
        if low > high or (low == high and not both):
            span = schema.map[low_key].span
            report.add(CONTRADICTION.at(span, low=low, high=high))
            del bounds[low_key], bounds[high_key]
    return bounds


def _step(schema: Node, report: Report) -> int | float | None:
    step = number(schema, "multipleOf", report)
    if step is not None and step <= 0:
        refuse("multipleOf", schema.map["multipleOf"], report)
        return None
    return step
