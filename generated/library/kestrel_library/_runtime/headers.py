"""Header fields: names and values that can't smuggle in another line."""

from __future__ import annotations

import re

_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_COOKIE = re.compile(r"[!#-+\--:<-\[\]-~,]*")
_VALUE = re.compile(r"[^\x00-\x08\x0a-\x1f\x7f\ud800-\udfff]*")


def header_fault(name: str, value: str) -> str | None:
    """Return what is wrong with a header (RFC 9110, 5.5), None where nothing is."""
    if not _NAME.fullmatch(name):
        return "must have a token as its name"
    if not _VALUE.fullmatch(value) or value != value.strip():
        return "must not hold control characters, nor blanks at its ends"
    return None


def cookie_fault(pair: tuple[str, str]) -> str | None:
    """Return what is wrong with a cookie (RFC 6265, 4.1.1), None where nothing is.

    A comma is allowed, since OpenAPI joins items with it.
    """
    if _NAME.fullmatch(pair[0]) and _COOKIE.fullmatch(pair[1]):
        return None
    return (
        "must be a token and a value without blanks, quotes, semicolons or backslashes"
    )
