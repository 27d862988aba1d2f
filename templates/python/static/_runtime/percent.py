"""Percent-encoding of text, exactly as RFC 3986 and the WHATWG form rules say."""

from __future__ import annotations

from string import ascii_letters, digits
from typing import TypeAlias

Table: TypeAlias = tuple[str, ...]
"""What each of the 256 bytes becomes."""


def _table(safe: str, space: str = "%20") -> Table:
    """Return the table that keeps letters, digits and *safe*."""
    keep = ascii_letters + digits + safe
    codes = [chr(b) if chr(b) in keep else f"%{b:02X}" for b in range(256)]
    codes[ord(" ")] = space
    return tuple(codes)


UNRESERVED = _table("-._~")
"""Path segments, and names and values of the query."""

RESERVED = _table("-._~:/?@!$'()*,;=")
"""Query values with ``allowReserved``: what can't end the value stays as it is."""

COOKIE_NAME = _table("!#$&'()*+-./:<>?@[]^_`{|}~")
"""Names of cookies."""

FORM = _table("*-._", space="+")
"""``application/x-www-form-urlencoded``."""


def encode(text: str, table: Table = UNRESERVED) -> str:
    """Return *text* with each byte of its UTF-8 form replaced by what *table* has."""
    return "".join([table[byte] for byte in text.encode()])
