"""Names of files that every file system can hold."""

from __future__ import annotations

import hashlib
from typing import Final

_MOST: Final = 100
_KEPT: Final = 80
_DEVICES: Final = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{d}{n}" for d in ("com", "lpt") for n in range(10)),
    )
)
"""What Windows takes for a device, whatever stands behind it after a dot."""


def stem(name: str) -> str:
    """Return *name* as that of a file, without a suffix: a long one ends in its hash,
    and the name of a device of Windows in an underscore.

    Most file systems hold 255 bytes, and paths on Windows 260 characters altogether.

    >>> stem("pet_store"), len(stem("x" * 300)), stem("aux"), stem("con.get")
    ('pet_store', 91, 'aux_', 'con_.get')
    """
    head, dot, rest = name.partition(".")
    if head.lower() in _DEVICES:
        return f"{head}_{dot}{rest}"
    if len(name.encode()) <= _MOST:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:10]
    return f"{name.encode()[:_KEPT].decode(errors='ignore')}_{digest}"
