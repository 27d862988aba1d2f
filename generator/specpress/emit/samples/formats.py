"""Text in the formats of the OpenAPI registry, and the check of those that are parsed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Final

_DATE_TIME: Final = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?(Z|[+-](?!00:00)\d\d:\d\d)", re.ASCII
)
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_UUID: Final = re.compile(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}")

_MAKERS: Final[dict[str, Callable[[str, int], str]]] = {
    "date-time": lambda slug, n: f"2024-05-17T{n // 60 % 24:02}:{(30 + n) % 60:02}:00Z",
    "date": lambda slug, n: f"{2024 + n // 28}-05-{n % 28 + 1:02}",
    "time": lambda slug, n: f"09:{n % 60:02}:00Z",
    "duration": lambda slug, n: f"PT{n + 1}H",
    "uuid": lambda slug, n: f"123e4567-e89b-42d3-a456-{426614174000 + n:012}",
    "uri": lambda slug, n: f"https://example.com/{slug}{_nth(n)}",
    "uri-reference": lambda slug, n: f"/{slug}{_nth(n)}",
    "uri-template": lambda slug, n: f"https://example.com/{slug}{_nth(n)}/{{id}}",
    "email": lambda slug, n: f"user{_nth(n)}@example.com",
    "hostname": lambda slug, n: f"host{_nth(n)}.example.com",
    "ipv4": lambda slug, n: f"192.0.2.{n % 254 + 1}",
    "ipv6": lambda slug, n: f"2001:db8::{n + 1:x}",
    "json-pointer": lambda slug, n: f"/{slug}{_nth(n)}",
    "regex": lambda slug, n: f"^a{{{n + 1}}}$",
    "byte": lambda slug, n: "ZXhhbXBsZQ==" if n == 0 else f"{n:04}",
    "decimal": lambda slug, n: f"{n + 1}.50",
}
_ALIASES: Final = {
    "url": "uri",
    "iri": "uri",
    "iri-reference": "uri-reference",
    "idn-email": "email",
    "idn-hostname": "hostname",
    "base64": "byte",
    "base64url": "byte",
    "datetime": "date-time",
}


def _nth(index: int) -> str:
    return f"-{index + 1}" if index else ""


def text_in_format(format_: str | None, slug: str, index: int) -> str | None:
    """Return the *index*-th text in *format_*, or None for one that is not known.

    >>> text_in_format("uri", "status-callback", 0)
    'https://example.com/status-callback'
    """
    if format_ is None:
        return None
    maker = _MAKERS.get(_ALIASES.get(format_, format_))
    return None if maker is None else maker(slug, index)


def is_canonical(value: str, format_: str | None) -> bool:
    """Whether *value* is in *format_*, spelled as Python's types print it.

    Only formats that a client parses count: text in any other format is just text.
    """
    match format_:
        case "date-time":
            return bool(_DATE_TIME.fullmatch(value)) and _parses(datetime, value)
        case "date":
            return bool(_DATE.fullmatch(value)) and _parses(date, value)
        case "uuid":
            return bool(_UUID.fullmatch(value))
        case _:
            return True


def _parses(type_: type[date], value: str) -> bool:
    try:
        type_.fromisoformat(value)
    except ValueError:
        return False
    return True
