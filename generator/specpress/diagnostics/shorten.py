"""Reports cut short for people: of each code the first few, the others counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from specpress.diagnostics.model import Code, Diagnostic

MOST: Final = 20
"""How many diagnostics of one code people are shown."""


def shorten(diagnostics: Iterable[Diagnostic]) -> tuple[list[Diagnostic], list[str]]:
    """Return the diagnostics to show, and a line for each code of which there are more."""
    shown: list[Diagnostic] = []
    count: Counter[str] = Counter()
    codes: dict[str, Code] = {}
    for diagnostic in diagnostics:
        code = diagnostic.code
        codes.setdefault(code.id, code)
        count[code.id] += 1
        if count[code.id] <= MOST:
            shown.append(diagnostic)
    more = [(code, count[id_] - MOST) for id_, code in codes.items()]
    return shown, [_line(code, left) for code, left in more if left > 0]


def _line(code: Code, left: int) -> str:
    return (
        f"{code.severity}[{code.id}]: {left} more of the same kind, {code.title}, are not"
        f" shown"
    )
