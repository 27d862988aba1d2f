"""What is done where specpress itself fails: the smallest piece is done without."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import PurePath
from typing import TypeVar

from specpress.diagnostics import Report
from specpress.diagnostics.codes.lower import OUR_FAULT
from specpress.source import Span

_Made = TypeVar("_Made")


def contained(
    make: Callable[[], _Made],
    otherwise: Callable[[], _Made],
    where: Span,
    instead: str,
    report: Report,
) -> _Made:
    """Return what *make* returns, or what *otherwise* does where that raises.

    The fault is reported at *where*, with what is done *instead*, so that one schema or
    operation never takes the whole description with it.
    """
    try:
        return make()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a bug of ours
        report.add(OUR_FAULT.at(where, error=_told(error), instead=instead))
        return otherwise()


def _told(error: Exception) -> str:
    """Return *error* with the place in specpress where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1]
    parts = PurePath(last.filename).parts[-2:]
    text = f"{type(error).__name__}: {error}".rstrip(": ")
    return f"{text} in {'/'.join(parts)}, line {last.lineno}"
