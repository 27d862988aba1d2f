"""Codings: how bodies are read, by their media type."""

from __future__ import annotations

from specpress.emit.python.plan import Coding
from specpress.emit.python.type_exprs import Expr

JSON_VALUE = Expr("JsonValue", frozenset({"JsonValue"}))
"""The type of JSON that the description says nothing of."""


def coding_of(media_type: str) -> Coding:
    """Return how bodies of *media_type* are coded (RFC 6838, RFC 6839 suffixes).

    >>> coding_of("application/problem+json; charset=utf-8"), coding_of("image/png")
    ('json', 'bytes')
    """
    name = media_type.partition(";")[0].strip().lower()
    if name == "application/json" or name.endswith("+json"):
        return "json"
    if name == "application/x-www-form-urlencoded":
        return "form"
    return "text" if name.startswith("text/") else "bytes"
