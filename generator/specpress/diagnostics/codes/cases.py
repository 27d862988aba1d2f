"""Codes of what the emitted tests' data have to say."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

NO_TESTS: Final = Code(
    "TST001",
    Severity.WARNING,
    "operation {operation!r} has no emitted tests: no value is found for {name!r}",
    "An operation without emitted tests",
    "The emitted tests call every operation with made-up values that satisfy the "
    "description. For a required argument of this one none was found: its constraints "
    "contradict each other, or its pattern is beyond what specpress can match. Give an "
    "example that satisfies the constraints, or correct them. The operation itself is "
    "in the client.",
)
