"""Diagnostics as data for machines."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from specpress.diagnostics.model import Diagnostic, Severity
from specpress.source import Source


class Finding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One diagnostic; lines and columns count from 1, the end is exclusive."""

    code: str
    severity: Severity
    message: str
    file: str | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


def finding(
    diagnostic: Diagnostic, sources: Mapping[str, Source], prefix: str = ""
) -> Finding:
    """Return *diagnostic* with its place in *sources*; *prefix* precedes the file."""
    code, span = diagnostic.code, diagnostic.span
    plain = Finding(code=code.id, severity=code.severity, message=diagnostic.message)
    if not span.file:
        return plain
    plain = msgspec.structs.replace(plain, file=prefix + span.file)
    source = sources.get(span.file)
    if source is None or span.end > len(source.text):
        return plain
    line, column = source.line_col(span.start)
    end_line, end_column = source.line_col(span.end)
    return msgspec.structs.replace(
        plain, line=line, column=column, end_line=end_line, end_column=end_column
    )
