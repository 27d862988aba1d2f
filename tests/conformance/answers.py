"""Whether a result says what the server answered."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from email.utils import parsedate_to_datetime
from enum import Enum
from typing import Any
from uuid import UUID

from conformance.values import duration


def difference(expected: Any, got: Any, place: str = "") -> str:
    """Return how *got* differs from *expected*, decoded JSON; nothing if it does not."""
    got = got.value if isinstance(got, Enum) else got
    got = got.root if hasattr(got, "root") and hasattr(got, "model_fields_set") else got
    if hasattr(got, "model_fields_set"):
        got = _fields(got)
    if isinstance(expected, Mapping) and isinstance(got, Mapping):
        if rest := sorted(expected.keys() ^ got.keys(), key=str):
            return f"{place}: only one has {rest[0]!r}"
        pairs = [(expected[key], got[key], f"{place}/{key}") for key in expected]
    elif _is_list(expected) and _is_list(got):
        if len(expected) != len(got):
            return f"{place}: {len(got)} items for {len(expected)}"
        both = zip(expected, got, strict=True)
        pairs = [(e, g, f"{place}/{i}") for i, (e, g) in enumerate(both)]
    else:
        return "" if _same(expected, got) else f"{place}: {got!r} for {expected!r}"
    return next(filter(None, (difference(*pair) for pair in pairs)), "")


def _is_list(value: Any) -> bool:
    """Tell whether *value* is a list."""
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def _fields(model: Any) -> dict[str, Any]:
    """Return what a *model* was given, by the names it has on the wire."""
    fields = type(model).model_fields
    out = {}
    for name in model.model_fields_set:
        alias = fields[name].serialization_alias if name in fields else None
        out[alias or name] = getattr(model, name)
    return out


def _same(expected: Any, got: Any) -> bool:
    """Tell whether the plain value *got* is what *expected* says."""
    if isinstance(expected, bool) or isinstance(got, bool):
        return expected is got
    if isinstance(expected, int | float | Decimal) and isinstance(got, Decimal):
        return Decimal(str(expected)) == got
    if isinstance(expected, bytes) and hasattr(got, "read"):
        got = got.read()
    if not isinstance(expected, str) or isinstance(got, str):
        return bool(expected == got)
    try:
        return bool(_written(expected, got) == got)
    except ValueError:
        return False


def _written(text: str, got: Any) -> Any:
    """Return *text* as a value of the type of *got*."""
    match got:
        case dt.datetime():
            iso = text[:1].isdigit()
            return (
                dt.datetime.fromisoformat(text) if iso else parsedate_to_datetime(text)
            )
        case dt.date():
            return dt.date.fromisoformat(text)
        case dt.time():
            return dt.time.fromisoformat(text)
        case dt.timedelta():
            return duration(text)
        case UUID():
            return UUID(text)
        case Decimal():
            return Decimal(text)
        case bytes():
            padded = text.replace("-", "+").replace("_", "/")
            return base64.b64decode(padded + "=" * (-len(padded) % 4))
        case _:
            return text
