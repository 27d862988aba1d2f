"""Formatting of emitted Python with black, file by file."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from typing import Final

import black
from black.mode import TargetVersion

MODE: Final = black.Mode(target_versions={TargetVersion.PY311})
"""The pinned mode: black's defaults, for the oldest Python that clients run on."""


def format_text(text: str) -> str:
    """Return the Python source *text* as black has it.

    Raises black.InvalidInput when *text* is no Python: that is a bug of ours.
    """
    return black.format_str(text, mode=MODE)


def formatted(texts: Iterable[str]) -> list[str]:
    """Return each of the Python *texts* as black has it.

    Text that is in black's form already takes half the time: black goes over it once.
    """
    collecting = gc.isenabled()
    gc.disable()  # black makes many small trees; collecting them costs a sixth
    try:
        return [format_text(text) for text in texts]
    finally:
        if collecting:
            gc.enable()
