"""Diagnostics of what an API sends of its own accord."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

NOT_READ: Final = Code(
    "INC001",
    Severity.WARNING,
    "{incoming!r} comes with {name!r} in the {location}, which no parser reads",
    "parameter of a webhook or callback that is not read",
    "Parsers of webhooks and callbacks read bodies and headers. What is in the URL is "
    "read by whatever receives the request.",
    fidelity="approximated",
)
