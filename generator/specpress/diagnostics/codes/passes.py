"""Codes of the passes over the IR."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

SAME_NAME: Final = Code(
    "IRP001",
    Severity.NOTE,
    "several types are called {name!r}; this one is called {instead!r}",
    "several types of one name",
    "Types of different shapes want the same name, which the firmest keeps: a component's "
    "name before a title, a title before a format, a format before the place of use. "
    "Where none is firmer, each takes words of its place. Give one of them another "
    "title to choose the names yourself.",
)
EMPTY_UNION: Final = Code(
    "IRP002",
    Severity.WARNING,
    "no alternative of this 'anyOf' or 'oneOf' allows any value",
    "alternatives that allow nothing",
    "Each member of the choice is false, or can't be met. Correct them, or remove the "
    "keyword.",
)
