"""Hiding what must not be read in a repr, a log or an error."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

HIDDEN = "***"

_SECRET = re.compile(
    r"\bauth\b|authorization|cookie|\bkey\b|(api|access|private|secret)[-_]?key"
    r"|token|secret|passw|signature|credential",
    re.IGNORECASE,
)


def hide(name: str, value: str) -> str:
    """Return *value*, or stars where *name* sounds like a credential's."""
    return HIDDEN if _SECRET.search(name) else value


def hide_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return *headers* with the values of credentials replaced by stars."""
    return {name: hide(name, value) for name, value in headers.items()}


def hide_query(url: str, names: Collection[str] = ()) -> str:
    """Return *url* with stars for what credentials, or *names*, have in its query."""
    base, mark, query = url.partition("?")
    pairs = [pair.partition("=") for pair in query.split("&")]
    shown = [
        name + equals + (HIDDEN if name in names else hide(name, value))
        for name, equals, value in pairs
    ]
    return base + mark + "&".join(shown)
