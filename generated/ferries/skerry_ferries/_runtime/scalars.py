"""Text that stands for identifiers, decimals and bytes."""

from __future__ import annotations

import base64
import re
from decimal import Decimal
from typing import Annotated, Final, TypeAlias
from uuid import UUID

from .wire import Wire

_UUID: Final = r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
_DECIMAL: Final = r"[+-]?(\d+(\.\d*)?|\.\d+)([Ee][+-]?\d+)?"
_BASE64: Final = r"([A-Za-z\d+/]{4})*([A-Za-z\d+/]{2}(==|[A-Za-z\d+/]=))?"
_BASE64URL: Final = r"[A-Za-z\d_-]*={0,2}"


class _Decimal(Decimal):
    """A decimal that remembers how it was written."""

    wire = ""

    @classmethod
    def kept(cls, value: Decimal | int, text: str) -> _Decimal:
        """Return *value* with its *text*."""
        made = cls(value)
        made.wire = text
        return made


class _Bytes(bytes):
    """Bytes that remember how they were written."""

    wire = ""

    @classmethod
    def kept(cls, value: bytes, text: str) -> _Bytes:
        """Return *value* with its *text*."""
        made = cls(value)
        made.wire = text
        return made


def _decimal_text(value: Decimal | int) -> str:
    """Return *value* without an exponent."""
    return format(Decimal(value), "f")


def _infinite(value: Decimal | int) -> str | None:
    """Return what is wrong with a decimal that is no number."""
    return None if Decimal(value).is_finite() else "should be a finite number"


def _bytes(text: str) -> bytes:
    """Return the bytes of *text* in either alphabet, padded and broken up or not."""
    plain = re.sub(r"\s", "", text).translate({45: 43, 95: 47}).rstrip("=")
    return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)


def _base64(value: bytes) -> str:
    """Return *value* in the alphabet of base64 (RFC 4648, section 4)."""
    return base64.b64encode(value).decode()


def _base64url(value: bytes) -> str:
    """Return *value* in the alphabet that is safe in URLs (RFC 4648, section 5), without
    the padding, which is not (RFC 7515, section 2)."""
    return base64.urlsafe_b64encode(value).decode().rstrip("=")


WireUuid: TypeAlias = Annotated[UUID, Wire("uuid", UUID, _UUID, UUID, str)]
WireDecimal: TypeAlias = Annotated[
    Decimal,
    Wire(
        "decimal",
        (Decimal, int),
        _DECIMAL,
        Decimal,
        _decimal_text,
        _Decimal.kept,
        _infinite,
    ),
]
WireBase64: TypeAlias = Annotated[
    bytes, Wire("base64", bytes, _BASE64, _bytes, _base64, _Bytes.kept)
]
WireBase64Url: TypeAlias = Annotated[
    bytes, Wire("base64url", bytes, _BASE64URL, _bytes, _base64url, _Bytes.kept)
]
