"""The formats that everyone knows: the OpenAPI Format Registry and JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from specpress.ir.types import Integer, String

_BITS: Final = (8, 16, 32, 64)

REGISTERED: Final = frozenset("""
    base64 base64url binary byte char commonmark date date-time date-time-local
    decimal decimal128 double double-int duration email file float hostname html http-date
    idn-email idn-hostname int16 int32 int64 int8 ipv4 ipv6 iri iri-reference
    json-pointer media-range password regex relative-json-pointer sf-binary sf-boolean
    sf-decimal sf-integer sf-string sf-token time time-local uint16 uint32 uint64 uint8
    unixtime uri uri-reference uri-template url uuid
    """.split())
"""Formats that say how a value is written, not which values there are.

Any other format is a name that the description gives to a type of its own.
"""

INTEGERS: Final[Mapping[str, tuple[int, int]]] = {
    **{f"int{bits}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in _BITS},
    **{f"uint{bits}": (0, 2**bits - 1) for bits in _BITS},
    "double-int": (1 - 2**53, 2**53 - 1),
}
"""The formats of whole numbers, each with its least and its greatest one."""

FILE: Final = "file"
"""The format of text that stands for a file, which is sent as a part of a body."""

DECIMALS: Final = frozenset(("decimal", "decimal128"))
"""The formats of numbers in base ten, which no float holds exactly."""

_ENCODED: Final = {"base64": "byte", "base64url": "base64url"}


def text_format(type_: String) -> str | None:
    """Return the format of *type_*: also that which its encoding stands for.

    >>> text_format(String(content_encoding="base64"))
    'byte'
    """
    if type_.format == "base64":
        return "byte"
    return type_.format or _ENCODED.get((type_.content_encoding or "").lower())


def bounded(type_: Integer) -> Integer:
    """Return *type_* with the bounds that its format has beside its own.

    >>> bounded(Integer(format="uint8", maximum=9)).maximum
    9
    """
    if (own := INTEGERS.get(type_.format or "")) is None:
        return type_
    low, high = own
    least = low if type_.minimum is None else max(low, type_.minimum)
    most = high if type_.maximum is None else min(high, type_.maximum)
    return replace(type_, minimum=least, maximum=most)
