"""What text is in a format: the syntax of those of the OpenAPI Format Registry."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from ipaddress import IPv4Address, IPv6Address
from typing import Final

_DATE: Final = r"\d{4}-\d\d-\d\d"
_TIME: Final = r"\d\d:\d\d:\d\d(\.\d+)?"
_OFFSET: Final = r"([Zz]|[+-]\d\d:\d\d)"
_PART: Final = r"\d+([.,]\d+)?"
_LABEL: Final = r"(?!-)[\w-]{1,63}(?<!-)"
_POINTER: Final = r"(/([^~/]|~[01])*)*"
_TOKEN: Final = r"[\w!#$%&'*+.^`|~-]+"
_REFERENCE: Final = r"\S*"
_URI: Final = r"[A-Za-z][A-Za-z\d+.-]*:\S*"
_EMAIL: Final = r"\S+@[^\s@]+"
_HOST: Final = rf"(?=.{{1,253}}\.?$){_LABEL}(\.{_LABEL})*\.?"
_DECIMAL: Final = r"[+-]?(\d+(\.\d*)?|\.\d+)([Ee][+-]?\d+)?"

_ASCII: Final = {
    "date-time": f"{_DATE}[Tt]{_TIME}{_OFFSET}",
    "date-time-local": f"{_DATE}[Tt]{_TIME}",
    "date": _DATE,
    "time": f"{_TIME}{_OFFSET}?",
    "time-local": _TIME,
    "duration": (
        rf"[+-]?P(?!$)({_PART}Y)?({_PART}M)?({_PART}W)?({_PART}D)?"
        rf"(T(?!$)({_PART}H)?({_PART}M)?({_PART}S)?)?"
    ),
    "uuid": r"[\dA-Fa-f]{8}(-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}",
    "decimal": _DECIMAL,
    "decimal128": _DECIMAL,
    "byte": r"([A-Za-z\d+/]{4})*([A-Za-z\d+/]{2}(==|[A-Za-z\d+/]=))?",
    "base64url": r"[A-Za-z\d_-]*={0,2}",
}
_ANY: Final = {
    "uri": _URI,
    "iri": _URI,
    "uri-reference": _REFERENCE,
    "iri-reference": _REFERENCE,
    "uri-template": r"([^\s{}]|\{[^\s{}]+\})*",
    "email": _EMAIL,
    "idn-email": _EMAIL,
    "hostname": _HOST,
    "idn-hostname": _HOST,
    "json-pointer": _POINTER,
    "relative-json-pointer": rf"(0|[1-9]\d*)(#|{_POINTER})",
    "char": r"[\s\S]",
    "http-date": (
        r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), "
        r"\d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT"
    ),
    "media-range": rf"{_TOKEN}/{_TOKEN}\s*(;.*)?",
    "sf-boolean": r"\?[01]",
    "sf-integer": r"-?[0-9]{1,15}",
    "sf-decimal": r"-?[0-9]{1,12}\.[0-9]{1,3}",
    "sf-string": r'"([ !#-\[\]-~]|\\["\\])*"',
    "sf-token": r"[A-Za-z*][\w!#$%&'*+.^`|~:/-]*",
    "sf-binary": r":[A-Za-z0-9+/=]*:",
}
_SYNTAX: Final = {
    **{name: re.compile(pattern, re.ASCII) for name, pattern in _ASCII.items()},
    **{name: re.compile(pattern) for name, pattern in _ANY.items()},
}
_READERS: Final = {
    "date-time": datetime.fromisoformat,
    "date-time-local": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "time-local": time.fromisoformat,
    "ipv4": IPv4Address,
    "ipv6": IPv6Address,
}

TYPED: Final = frozenset(_ASCII)
"""The formats of text whose values a language may have a type of its own for."""

CHECKED: Final = frozenset((*_ANY, "ipv4", "ipv6"))
"""The formats of text that stay text."""


def fits(text: str, format_: str | None) -> bool:
    """Return whether *text* is in *format_*; any text is in one that is not known.

    Instants and times are those of RFC 3339, a time of day also without an offset.

    >>> fits("2024-05-17", "date"), fits("2024-02-30", "date"), fits("x", "mine")
    (True, False, True)
    """
    name = format_ or ""
    if name in _SYNTAX and not _SYNTAX[name].fullmatch(text):
        return False
    if (read := _READERS.get(name)) is not None:
        leap = text[17:19] == "60" and name.startswith("date-time")
        try:
            read(f"{text[:17]}59{text[19:]}".upper() if leap else text.upper())
        except ValueError:
            return False
    return True
