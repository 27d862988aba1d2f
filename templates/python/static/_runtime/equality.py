"""When two JSON values are the same, and what JSON Schema calls a number."""

from __future__ import annotations

from collections.abc import Hashable
from fractions import Fraction
from math import isfinite
from typing import TypeGuard

from .json import is_list, is_object


def identity(value: object) -> Hashable:
    """Return what is equal for the same JSON values: 1 and 1.0, but not 1 and true."""
    if isinstance(value, bool):
        return ("boolean", value)
    if is_object(value):
        members = value.items()
        return ("object", frozenset((key, identity(item)) for key, item in members))
    if is_list(value):
        return ("array", tuple(map(identity, value)))
    return value if isinstance(value, str | int | float) else str(value)


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
