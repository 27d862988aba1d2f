"""Media types: JSON, forms, those of several parts, and sequences of items."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

Framing: TypeAlias = Literal["events", "lines", "sequence"]
"""How items stand in a body: as server-sent events, one a line, or after an RS each."""

_LINES: Final = frozenset("""
    application/jsonl application/x-jsonl application/jsonlines
    application/x-jsonlines application/json-lines application/ndjson
    application/x-ndjson application/json-stream application/x-json-stream
    application/stream+json text/jsonl text/x-ndjson text/ndjson
    """.split())
_JSON: Final = re.compile(r"(?i)(application|text|\*)/(?:[^;]*\+)?(json|\*)\s*(;|$)")


def is_json(media_type: str) -> bool:
    """Return whether *media_type* is that of JSON texts.

    >>> is_json("application/problem+json; charset=utf-8"), is_json("text/xml")
    (True, False)
    """
    return _JSON.match(media_type) is not None


def framing(media_type: str) -> Framing | None:
    """Return how the items of a sequential media type stand in a body of it.

    None where it is not sequential. See "Sequential Media Types" of OpenAPI 3.2, and
    RFC 7464 for ``json-seq``, which is a suffix, too.

    >>> framing("text/event-stream"), framing("application/geo+json-seq; a=b")
    ('events', 'sequence')
    """
    name = media_type.partition(";")[0].strip().lower()
    if name == "text/event-stream":
        return "events"
    if name == "application/json-seq" or name.endswith("+json-seq"):
        return "sequence"
    lines = name in _LINES or name.endswith(("+jsonl", "+ndjson"))
    return "lines" if lines else None


def essence(media_type: str) -> str:
    """Return *media_type* without its parameters, in lower case (RFC 9110, 8.3.1).

    >>> essence('Text/HTML; charset="utf-8"')
    'text/html'
    """
    return media_type.partition(";")[0].strip().lower()


def is_form(media_type: str) -> bool:
    """Return whether *media_type* is that of forms (WHATWG URL, 5)."""
    return essence(media_type) == "application/x-www-form-urlencoded"


def is_multipart(media_type: str) -> bool:
    """Return whether a body of *media_type* is made of parts (RFC 2046, 5.1)."""
    return essence(media_type).startswith("multipart/")
