"""Numbers within bounds."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

from specpress.ir.formats import bounded
from specpress.ir.types import Integer, Number


def lowest(type_: Integer | Number) -> int | float | None:
    """Return the least number that *type_* allows, None when it has no such one."""
    type_ = _within(type_)
    return _edge(type_, type_.minimum, type_.exclusive_minimum, 1)


def highest(type_: Integer | Number) -> int | float | None:
    """Return the greatest number that *type_* allows, None when it has no such one."""
    type_ = _within(type_)
    return _edge(type_, type_.maximum, type_.exclusive_maximum, -1)


def _within(type_: Integer | Number) -> Integer | Number:
    return bounded(type_) if isinstance(type_, Integer) else type_


def candidates(type_: Integer | Number, wanted: int) -> Iterator[int | float]:
    """Yield numbers near *wanted* and near the bounds; most of them are in bounds."""
    least, most = lowest(type_), highest(type_)
    step = _step(type_)
    if isinstance(type_, Number) and not type_.multiple_of:
        yield wanted + 0.5
    yield _shape(type_, step * max(round(wanted / step), 1))
    for edge, way in ((least, 1), (most, -1), (0, 1)):
        for count in range(4):
            if edge is not None:
                yield _shape(type_, Fraction(edge) + way * count * step)
    if least is not None and most is not None:
        yield _shape(type_, (Fraction(least) + Fraction(most)) / 2)


def _step(type_: Integer | Number) -> Fraction:
    if type_.multiple_of:
        return Fraction(str(type_.multiple_of))
    return Fraction(1)


def _edge(
    type_: Integer | Number,
    inclusive: float | None,
    exclusive: float | None,
    way: int,
) -> int | float | None:
    ends = [Fraction(str(end)) for end in (inclusive, exclusive) if end is not None]
    if not ends:
        return None
    end = max(ends) if way > 0 else min(ends)
    step = _step(type_)
    open_ = exclusive is not None and Fraction(str(exclusive)) == end
    if isinstance(type_, Integer) or type_.multiple_of:
        count = math.ceil(end / step) if way > 0 else math.floor(end / step)
        if open_ and count * step == end:
            count += way
        return _shape(type_, count * step)
    return _shape(type_, end + way * Fraction(1, 2) if open_ else end)


def _shape(type_: Integer | Number, value: Fraction) -> int | float:
    if value.denominator == 1 and isinstance(type_, Integer):
        return value.numerator
    return float(value)
