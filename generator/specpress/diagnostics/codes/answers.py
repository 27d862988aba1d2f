"""Codes of what comes back: streams, errors and headers."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

TERMINATOR: Final = Code(
    "ANS001",
    Severity.NOTE,
    "the stream of {operation!r} ends with {terminator!r}, by what is said of it",
    "the last item of a stream",
    "The description says, or shows in an example, that an item which is no data ends "
    "the stream. It is not given to the caller. Set operations.ID.stream_end to say "
    "another one.",
)
