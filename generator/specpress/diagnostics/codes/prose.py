"""Codes of what descriptions say in words."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

AGAINST: Final = Code(
    "PRO001",
    Severity.NOTE,
    "{name}: the description says {kind} {value}, and the schema says "
    "something else; the schema counts",
    "A description against its schema",
    "What a description says in words is taken where the schema leaves it out. Here both "
    "say something, and not the same: often the schema is shared by several arguments "
    "and is wider, or one of the two is older. The schema is what the client follows. "
    "Say by an overlay what is right; 'specpress mine' lists all that was found.",
)
