"""What to say when a name is unknown: the near match, or all there are."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def hint(name: str, known: Iterable[str]) -> str:
    """Return what a message says to help with *name*, which is not in *known*.

    >>> hint("pakage", ["output", "package"])
    "did you mean 'package'?"
    >>> hint("x", ["b", "a"])
    'there are a, b'
    """
    names = sorted(known)
    if near := difflib.get_close_matches(name, names, 1):
        return f"did you mean {near[0]!r}?"
    return f"there are {', '.join(names)}" if names else "there are none"
