"""What JSON Schema calls a number, a whole one and a multiple."""

from __future__ import annotations

from fractions import Fraction
from math import isfinite
from typing import TypeGuard


def is_number(value: object) -> TypeGuard[int | float]:
    """Return whether *value* is a JSON number: true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_text(value: object) -> TypeGuard[str]:
    """Return whether *value* is a JSON string."""
    return isinstance(value, str)


def is_whole(value: object) -> bool:
    """Return whether *value* is a number without a fraction, however it is written."""
    if isinstance(value, float):
        return value.is_integer()
    return is_number(value)


def is_multiple(value: float, step: float) -> bool:
    """Return whether *value* is a multiple of *step* as they are written in decimal."""
    if isinstance(value, int) and isinstance(step, int):
        return value % step == 0
    if not isfinite(value):
        return False
    return (Fraction(str(value)) / Fraction(str(step))).denominator == 1
