"""Two bounds at once: the one that holds where both do."""

from __future__ import annotations

import math
from typing import TypeAlias

Bound: TypeAlias = int | float | None


def highest(left: Bound, right: Bound) -> Bound:
    """Return the higher of two lower bounds."""
    if left is None or right is None:
        return right if left is None else left
    return max(left, right)


def lowest(left: Bound, right: Bound) -> Bound:
    """Return the lower of two upper bounds."""
    if left is None or right is None:
        return right if left is None else left
    return min(left, right)


def highest_count(left: int | None, right: int | None) -> int | None:
    """Return the higher of two least counts; None for zero."""
    return max(left or 0, right or 0) or None


def lowest_count(left: int | None, right: int | None) -> int | None:
    """Return the lower of two greatest counts."""
    if left is None or right is None:
        return right if left is None else left
    return min(left, right)


def crossed(low: Bound, high: Bound) -> bool:
    """Return whether no value is between *low* and *high*."""
    return low is not None and high is not None and low > high


def multiple(left: Bound, right: Bound) -> Bound:
    """Return the least common multiple where both are whole, else the coarser step."""
    if isinstance(left, int) and isinstance(right, int):
        return math.lcm(left, right)
    return highest(left, right)


def patterns(left: str | None, right: str | None) -> str | None:
    """Return a pattern that holds where both do."""
    if left is None or right is None or left == right:
        return right if left is None else left
    return rf"^(?=[\s\S]*?(?:{left}))(?=[\s\S]*?(?:{right}))"
