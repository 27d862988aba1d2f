"""What the settings allow to be lost, and the report of what is more than that."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from specpress.config import Config
from specpress.diagnostics.codes.ledger import APPROXIMATED, DROPPED
from specpress.diagnostics.model import Diagnostic, Report, Severity
from specpress.ledger.model import Fidelity
from specpress.ledger.state import Status

_SHOWN: Final = 3


def allow_dropped(config: Config, report: Report) -> None:
    """Make warnings of the errors in *report* that tell of something dropped, where
    *config* allows any: `check_limits` tells whether it is too much."""
    if config.max_dropped:
        report.diagnostics = [_allowed(each) for each in report]


def _allowed(diagnostic: Diagnostic) -> Diagnostic:
    if diagnostic.code.fidelity != "dropped":
        return diagnostic
    code = replace(diagnostic.code, severity=Severity.WARNING)
    return replace(diagnostic, code=code)


def check_limits(found: Fidelity, config: Config, report: Report) -> None:
    """Report an error where *found* has more of something than *config* allows."""
    for code, status, count, limit in (
        (DROPPED, "dropped", found.counts.dropped, config.max_dropped),
        (
            APPROXIMATED,
            "approximated",
            found.counts.approximated,
            config.max_approximated,
        ),
    ):
        if limit is not None and count > limit:
            first = _first(found, status)
            report.add(code.at(count=count, limit=limit, first=first))


def _first(found: Fidelity, status: Status | str) -> str:
    """Return the places of the first few entries of *status*."""
    places = [
        f"{file.file}{'#' if entry.at.startswith('/') else ':'}{entry.at}".rstrip(":")
        for file in found.files
        for entry in file.entries
        if entry.status == status
    ]
    more = ", ..." if len(places) > _SHOWN else ""
    return ", ".join(places[:_SHOWN]) + more
