"""The words that the tool writes."""

from __future__ import annotations

import re
from typing import Final

DESCRIPTION: Final = "description"
PARAMETERS: Final = "input parameters"
REQUEST: Final = "request body"
RESPONSES: Final = "responses"
REQUEST_SCHEMA: Final = "schema of the request body"
RESPONSE_SCHEMA: Final = "schema of the response body"
RESPONSE_HEADERS: Final = "response headers"
OTHERS: Final = "other responses"

SERVERS: Final = "servers"
SCHEMAS: Final = "schemas"
COMMON_RESPONSES: Final = "common responses"
COMMON_PARAMETERS: Final = "common parameters"
SECURITY: Final = "security schemes"
TAGS: Final = "tags"
MORE: Final = "more documentation"
SECTIONS: Final = frozenset(
    (SERVERS, SCHEMAS, COMMON_RESPONSES, COMMON_PARAMETERS, SECURITY, TAGS, MORE)
)
UNTAGGED: Final = "endpoints"
"""The heading of operations without a tag."""

LABELS: Final = frozenset(
    (
        DESCRIPTION,
        PARAMETERS,
        REQUEST,
        RESPONSES,
        REQUEST_SCHEMA,
        RESPONSE_SCHEMA,
        RESPONSE_HEADERS,
    )
)
MEDIA: Final = re.compile(r"[\w.+*-]+/[\w.+*-]+(?:\s*;.*)?")
METHODS: Final = frozenset("GET PUT POST DELETE OPTIONS HEAD PATCH TRACE".split())
OPERATION: Final = re.compile(r"([A-Z][A-Z0-9-]*)\s+(/\S*)")
EXTENSION: Final = "X-"
"""What the tool takes for methods, and are extensions of a path (specification
extensions, OpenAPI 3.0.3, 4.9)."""
RESPONSE: Final = re.compile(
    r"(?:Response\s+)?([1-5](?:\d\d|XX))\b\s*(.*)", re.IGNORECASE
)
ALSO: Final = re.compile(r"Other (?:accepted|possible) types:\s*(.*)", re.IGNORECASE)
GENERATED: Final = "This example has been generated automatically"
COMMON: Final = re.compile(r"Refer to the common response description:\s*(.+?)\.?")


def is_label(text: str) -> bool:
    """Return whether *text*, in bold, begins a part of an operation.

    >>> is_label("Input parameters"), is_label("text/csv"), is_label("Note")
    (True, True, False)
    """
    return text.lower() in LABELS or MEDIA.fullmatch(text) is not None


def status_of(text: str) -> tuple[str, str] | None:
    """Return the status that a heading or tab names, and its phrase; None for others.

    >>> status_of("Response 404 Not Found"), status_of("Other responses")
    (('404', 'Not Found'), ('default', ''))
    """
    if text.lower() == OTHERS:
        return "default", ""
    found = RESPONSE.fullmatch(text)
    return (found[1].upper(), found[2].strip()) if found else None
