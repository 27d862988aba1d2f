"""Text in the formats of the OpenAPI registry, and the check of those that are parsed."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Final

from specpress.ir.texts import fits

_CANONICAL: Final = {
    "date-time": re.compile(r"[^.]*(\.\d{6})?(?<!0{6})(Z|[+-](?!00:00)\d\d:\d\d)"),
    "date-time-local": re.compile(r"[^.tz]*(\.\d{6})?"),
    "time": re.compile(r"[^.]*(\.\d{6})?(Z|[+-](?!00:00)\d\d:\d\d)?"),
    "time-local": re.compile(r"[^.]*(\.\d{6})?"),
    "duration": re.compile(
        r"P(?!$)([1-9]\d*D)?"
        r"(T(?!$)(([1-9]|1\d|2[0-3])H)?(([1-9]|[1-5]\d)M)?(([1-9]|[1-5]\d)S)?)?"
    ),
    "uuid": re.compile(r"[0-9a-f-]*"),
    "decimal": re.compile(r"-?(0|[1-9]\d*)(\.\d+)?"),
    "base64url": re.compile(r"([^=]{4})*"),
}
"""How Python prints what the formats stand for, where they leave it a choice."""

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
    "base64url": lambda slug, n: "ZXhhbXBs" if n == 0 else f"{n:04}",
    "decimal": lambda slug, n: f"{n + 1}.50",
    "date-time-local": lambda slug, n: f"2024-05-17T{n // 60 % 24:02}:{n % 60:02}:30",
    "time-local": lambda slug, n: f"09:{n % 60:02}:00",
    "relative-json-pointer": lambda slug, n: f"{n}/{slug}",
    "char": lambda slug, n: chr(97 + n % 26),
    "http-date": lambda slug, n: f"Fri, 17 May 2024 09:{n % 60:02}:30 GMT",
    "media-range": lambda slug, n: f"text/{slug}{_nth(n)}",
    "sf-boolean": lambda slug, n: f"?{n % 2}",
    "sf-integer": lambda slug, n: f"{n + 1}",
    "sf-decimal": lambda slug, n: f"{n + 1}.5",
    "sf-string": lambda slug, n: f'"{slug}{_nth(n)}"',
    "sf-token": lambda slug, n: f"a{_nth(n)}",
    "sf-binary": lambda slug, n: f":{n:04}:",
}
_SHORT: Final[dict[str, Callable[[int], str]]] = {
    "uri": lambda n: f"a:{n}",
    "uri-reference": str,
    "uri-template": str,
    "email": lambda n: f"{n}@b",
    "hostname": lambda n: f"a{n}",
    "ipv6": lambda n: f"::{n:x}",
    "decimal": str,
    "json-pointer": lambda n: f"/{n}",
    "media-range": lambda n: f"a/{n}",
    "base64url": lambda n: f"{n:04}",
}
_ALIASES: Final = {
    "url": "uri",
    "iri": "uri",
    "iri-reference": "uri-reference",
    "idn-email": "email",
    "idn-hostname": "hostname",
    "base64": "byte",
    "datetime": "date-time",
    "decimal128": "decimal",
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


def short_text(format_: str | None, index: int) -> str | None:
    """Return the *index*-th of the shortest texts in *format_*, None for no such one.

    >>> short_text("idn-email", 2)
    '2@b'
    """
    name = format_ or ""
    maker = _SHORT.get(_ALIASES.get(name, name))
    return None if maker is None else maker(index)


def is_canonical(value: str, format_: str | None) -> bool:
    """Whether *value* is in *format_*, spelled as Python's types print it.

    Only formats that a client knows count: text in any other format is just text.
    """
    if not fits(value, format_):
        return False
    known = _CANONICAL.get(_ALIASES.get(format_ or "", format_ or ""))
    if known is not None and not known.fullmatch(value):
        return False
    return format_ != "byte" or b64encode(b64decode(value)).decode() == value
