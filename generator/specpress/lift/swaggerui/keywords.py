"""Keywords that are written out in words: ``maxLength: 40``."""

from __future__ import annotations

import json
from typing import Final

_NUMBERS: Final = frozenset(
    "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength"
    " minItems maxItems minProperties maxProperties".split()
)
_FLAGS: Final = frozenset(
    "nullable readOnly writeOnly uniqueItems deprecated exclusiveMinimum"
    " exclusiveMaximum".split()
)


def value_of(key: str, text: str) -> object:
    """Return what *text* means below the keyword *key*; None when it means nothing."""
    if key in _FLAGS and text in ("true", "false"):
        return True if text == "true" else None
    if key in _NUMBERS:
        return item_of(text, "number")
    if key == "default":
        return item_of(text, None)
    return text if key in ("pattern",) or key.startswith("x-") else None


def item_of(text: str, kind: str | None) -> object:
    """Return one value as the type *kind* has it."""
    if kind == "string":
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text
