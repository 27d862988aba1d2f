"""Media types: which of them are JSON."""

from __future__ import annotations

import re
from typing import Final

_JSON: Final = re.compile(r"(?i)(application|text|\*)/(?:[^;]*\+)?(json|\*)\s*(;|$)")


def is_json(media_type: str) -> bool:
    """Return whether *media_type* is that of JSON texts.

    >>> is_json("application/problem+json; charset=utf-8"), is_json("text/xml")
    (True, False)
    """
    return _JSON.match(media_type) is not None
