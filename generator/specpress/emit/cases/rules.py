"""The names that the client's errors give to the rules of JSON Schema."""

from __future__ import annotations

import re
from typing import Final

_OTHERS: Final = {"additionalProperties": "additional", "uniqueItems": "unique_items"}
_CAPITAL: Final = re.compile(r"(?=[A-Z])")


def rule_name(keyword: str) -> str:
    """Return what violations call the rule of *keyword*.

    >>> rule_name("minLength"), rule_name("additionalProperties")
    ('min_length', 'additional')
    """
    return _OTHERS.get(keyword) or _CAPITAL.sub("_", keyword).lower()
