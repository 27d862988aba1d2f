"""Values by their schemas: from text and from JSON to what a caller would write."""

from __future__ import annotations

import base64
import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import Any, Final
from uuid import UUID

from conformance.operations import resolved

_DURATION: Final = re.compile(
    r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?"
)


def kinds(document: Mapping[str, Any], schema: Any) -> list[Mapping[str, Any]]:
    """Return *schema* and all that it is made of, or may be."""
    schema = resolved(document, schema) or {}
    out = [schema]
    for keyword in ("allOf", "anyOf", "oneOf"):
        for part in schema.get(keyword, []):
            out += kinds(document, part)
    return out


def items(document: Mapping[str, Any], schema: Any) -> Any:
    """Return what the items of *schema* are, or all of them if it does not say."""
    parts = kinds(document, schema)
    return next((part["items"] for part in parts if "items" in part), dict[str, Any]())


def others(document: Mapping[str, Any], schema: Any) -> Mapping[str, Any]:
    """Return what the keys of *schema* without a name of their own hold."""
    for part in kinds(document, schema):
        if isinstance(said := part.get("additionalProperties"), dict):
            return said
    return {}


def properties(document: Mapping[str, Any], schema: Any) -> dict[str, Any]:
    """Return the properties of *schema*, those of its parts among them."""
    parts = reversed(kinds(document, schema))
    return {k: v for part in parts for k, v in part.get("properties", {}).items()}


def from_json(document: Mapping[str, Any], schema: Any, value: Any) -> Any:
    """Return JSON's *value* as Python has what *schema* describes."""
    parts = kinds(document, schema)
    if isinstance(value, dict):
        known = properties(document, schema)
        rest = others(document, schema)
        return {k: from_json(document, known.get(k, rest), v) for k, v in value.items()}
    if isinstance(value, list):
        inner = items(document, schema)
        return [from_json(document, inner, each) for each in value]
    if isinstance(value, str):
        formats = {part["format"] for part in parts if "format" in part}
        texts = [p for p in parts if p.get("type") == "string" and "format" not in p]
        if len(formats) == 1 and not texts:
            return from_format(formats.pop(), value)
    return value


def from_text(document: Mapping[str, Any], schema: Any, text: str) -> Any:
    """Return what *text* outside a body says of what *schema* describes."""
    parts = kinds(document, schema)
    types = {part["type"] for part in parts if isinstance(part.get("type"), str)}
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    if "integer" in types and re.fullmatch(r"-?\d+", text):
        return int(text)
    if "number" in types and re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", text):
        return float(text) if "." in text or "e" in text.lower() else int(text)
    return from_json(document, schema, text)


def from_format(name: str, text: str) -> Any:
    """Return *text* in the format *name* as Python has it; itself, if it has not."""
    try:
        match name:
            case "date-time" if text[:1].isdigit():
                return dt.datetime.fromisoformat(text)
            case "date-time":
                return parsedate_to_datetime(text)
            case "date":
                return dt.date.fromisoformat(text)
            case "time":
                return dt.time.fromisoformat(text)
            case "duration":
                return duration(text)
            case "uuid":
                return UUID(text)
            case "byte":
                return base64.b64decode(text, validate=True)
            case "base64url":
                return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
            case "decimal" | "decimal128":
                return Decimal(text)
            case _:
                return text
    except ValueError:
        return text


def duration(text: str) -> dt.timedelta:
    """Return how long the ISO 8601 duration *text* is; raise `ValueError` for others."""
    if (hit := _DURATION.fullmatch(text)) is None:
        raise ValueError(text)
    days, hours, minutes, seconds = (float(each or 0) for each in hit.groups())
    return dt.timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
