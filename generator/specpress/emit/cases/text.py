"""Text as it stands on the wire; shares no code with the clients' runtime."""

from __future__ import annotations

import json
import re
from typing import Final
from urllib.parse import quote, quote_plus

_RESERVED: Final = "-._~:/?@!$'()*,;=%"


def plain(value: object) -> str:
    """Return *value* as text: strings as they are, all else as compact JSON.

    >>> plain(True), plain("a b"), plain(1.5), plain({"a": [None]})
    ('true', 'a b', '1.5', '{"a":[null]}')
    """
    return value if isinstance(value, str) else compact(value)


def compact(value: object) -> str:
    """Return *value* as JSON without spare white space, not escaped to ASCII."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def percent(text: str, *, reserved: bool = False) -> str:
    """Return *text* percent-encoded (RFC 3986): all but unreserved characters.

    With *reserved* those of them stay that can't end a query value, and what is encoded
    already (RFC 6570, 3.2.3).

    >>> percent("a b/ü~"), percent("a b/ü~%41%", reserved=True)
    ('a%20b%2F%C3%BC~', 'a%20b/%C3%BC~%41%25')
    """
    if not reserved:
        return quote(text, safe="")
    return quote(re.sub("%(?![0-9A-Fa-f]{2})", "%25", text), safe=_RESERVED)


def cookie_name(text: str) -> str:
    """Return *text* as the name of a cookie: encoded where it is no token.

    >>> cookie_name("a;b[c]")
    'a%3Bb[c]'
    """
    return quote(text, safe="!#$&'()*+-./:<>?@[]^_`{|}~")


def form(text: str) -> str:
    """Return *text* as WHATWG's ``application/x-www-form-urlencoded`` has it.

    >>> form("a b*~+")
    'a+b*%7E%2B'
    """
    return quote_plus(text, safe="*").replace("~", "%7E")
