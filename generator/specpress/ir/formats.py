"""The formats that everyone knows: the OpenAPI Format Registry and JSON Schema."""

from __future__ import annotations

from typing import Final

REGISTERED: Final = frozenset("""
    base64 base64url binary byte char commonmark date date-time date-time-local
    decimal decimal128 double double-int duration email float hostname html http-date
    idn-email idn-hostname int16 int32 int64 int8 ipv4 ipv6 iri iri-reference
    json-pointer media-range password regex relative-json-pointer sf-binary sf-boolean
    sf-decimal sf-integer sf-string sf-token time time-local uint16 uint32 uint64 uint8
    unixtime uri uri-reference uri-template url uuid
    """.split())
"""Formats that say how a value is written, not which values there are.

Any other format is a name that the description gives to a type of its own.
"""
