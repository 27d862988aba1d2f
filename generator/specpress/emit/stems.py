"""Names of files and modules that every file system can hold."""

from __future__ import annotations

import hashlib
import re
from typing import Final

_MOST: Final = 100
_KEPT: Final = 80
_ODD: Final = re.compile(r"[^a-z0-9_.]")
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
    """Return *name*, in snake case, as that of a file, without a suffix.

    Other letters than those of ASCII are written as their numbers: file systems differ
    in how they write them, and a script without case would give a module the name of
    the class in it. A long name ends in its hash: most file systems hold 255 bytes, and
    paths on Windows 260 characters altogether. The name of a device of Windows ends in
    an underscore. What a runner of tests takes for a module of tests is called another
    way.

    >>> stem("pet_store"), stem("條款_1"), len(stem("x" * 300))
    ('pet_store', 'u689du6b3e_1', 91)
    >>> stem("aux"), stem("con.get")
    ('aux_', 'con_.get')
    >>> stem("test_run"), stem("test"), stem("unit_test")
    ('tests_run', 'tests_', 'unit_test_')
    """
    plain = _ODD.sub(lambda match: f"u{ord(match[0]):x}", name)
    plain = re.sub(r"^test_", "tests_", re.sub(r"((?:^|_)test)$", r"\1_", plain))
    head, dot, rest = plain.partition(".")
    if head in _DEVICES:
        return f"{head}_{dot}{rest}"
    if len(plain) <= _MOST:
        return plain
    digest = hashlib.sha256(name.encode()).hexdigest()[:10]
    return f"{plain[:_KEPT]}_{digest}"
