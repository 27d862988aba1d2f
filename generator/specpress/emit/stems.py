"""Names of files, short enough for every file system."""

from __future__ import annotations

import hashlib
from typing import Final

_MOST: Final = 100
_KEPT: Final = 80


def stem(name: str) -> str:
    """Return *name* as that of a file, without a suffix: a long one ends in its hash.

    Most file systems hold 255 bytes, and paths on Windows 260 characters altogether.

    >>> stem("pet_store"), len(stem("x" * 300))
    ('pet_store', 91)
    """
    if len(name.encode()) <= _MOST:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:10]
    return f"{name.encode()[:_KEPT].decode(errors='ignore')}_{digest}"
