"""Percent-encoding of text, exactly as RFC 3986 and the WHATWG form rules say."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from string import ascii_letters, digits
from typing import TypeAlias

Encoder: TypeAlias = Callable[[str], str]

_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def _encode(codes: list[str], text: str) -> str:
    """Return what *codes* have for each byte of *text* in UTF-8."""
    return text.encode().decode("latin-1").translate(codes)


def encoder(safe: str, space: str = "%20") -> Encoder:
    """Return what encodes all but letters, digits and *safe*."""
    keep = ascii_letters + digits + safe
    codes = [chr(b) if chr(b) in keep else f"%{b:02X}" for b in range(256)]
    codes[ord(" ")] = space
    return partial(_encode, codes)


encode = encoder("-._~")
"""Path segments, and names and values of the query."""

encode_name = lru_cache(1024)(encode)
"""The same for the names, which are few."""

_encode_reserved = encoder("-._~:/?@!$'()*,;=%")


def encode_reserved(text: str) -> str:
    """Return *text* with ``allowReserved``: what can't end the value stays as it is, and
    so does what is percent-encoded already (RFC 6570, 3.2.3)."""
    return _encode_reserved(_PERCENT.sub("%25", text))


encode_cookie_name = encoder("!#$&'()*+-./:<>?@[]^_`{|}~")
"""Names of cookies."""

encode_form = encoder("*-._", space="+")
"""``application/x-www-form-urlencoded``."""

encode_form_name = lru_cache(1024)(encode_form)
"""The same for the names, which are few."""
