"""Plain text as Markdown that shows just it."""

from __future__ import annotations

import re
from typing import Final

_ACTIVE: Final = re.compile(r"([\\`*_\[\]<>#|&])")


def inert(text: str) -> str:
    """Return plain *text* as Markdown that shows just it, whatever is in it."""
    lines = (_ACTIVE.sub(r"\\\1", line) for line in text.splitlines())
    return "\n".join(re.sub(r"^(\s*)([-+]|\d+[.)])(\s)", r"\1\\\2\3", x) for x in lines)
