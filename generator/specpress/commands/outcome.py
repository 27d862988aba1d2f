"""How a command ends early: its diagnostics, printed, and its exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:  # nothing is loaded for a command that says nothing
    from specpress.diagnostics.model import Diagnostic, Report
    from specpress.source import Source

FAILED: Final = 1
"""The description has errors, or what was generated is not what it should be."""
USAGE: Final = 2
"""Wrong usage or settings."""
BUG: Final = 70
"""A fault of specpress itself."""


class Stop(Exception):
    """The command can't go on: print *report* and exit with *status*."""

    def __init__(
        self,
        report: Iterable[Diagnostic],
        status: int = USAGE,
        sources: Mapping[str, Source] | None = None,
    ) -> None:
        super().__init__(status)
        self.report = tuple(report)
        self.status = status
        self.sources = sources or {}


def stop_if_failed(report: Report, sources: Mapping[str, Source] | None = None) -> None:
    """End the command, with the status for wrong usage, when *report* has an error."""
    if report.failed:
        raise Stop(report, sources=sources)


def show(stop: Stop) -> None:
    """Print the diagnostics of *stop*."""
    print_diagnostics(stop.report, stop.sources)


def print_diagnostics(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, Source],
    prefix: str = "",
) -> None:
    """Print *diagnostics* to the standard error stream, of many of one kind the first."""
    # nothing to print, nothing loaded
    from specpress.diagnostics.render import render
    from specpress.diagnostics.shorten import shorten

    color = wants_color(sys.stderr)
    shown, more = shorten(diagnostics)
    for diagnostic in shown:
        print(render(diagnostic, sources, prefix, color=color), file=sys.stderr)
    for line in more:
        print(line, file=sys.stderr)


def wants_color(stream: TextIO) -> bool:
    """Tell whether *stream* is a terminal whose user has nothing against colours."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain
