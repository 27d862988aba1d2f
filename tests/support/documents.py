"""Documents in tests: what a diagnostic says, and the text that it points at."""

from __future__ import annotations

from specpress.diagnostics.model import Diagnostic


def place_and_message(diagnostic: Diagnostic, text: str) -> str:
    """Return *diagnostic* with the part of *text* that it covers, cut short."""
    code, span = diagnostic.code, diagnostic.span
    covered = text[span.start : span.end][:30]
    return f"{covered}: {code.severity}[{code.id}]: {diagnostic.message}"
