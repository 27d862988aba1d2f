"""Formatting of emitted Python with black, file by file."""

from __future__ import annotations

import gc
from typing import Final

import black

MODE: Final = black.Mode(target_versions={black.TargetVersion.PY311})
"""The pinned mode: black's defaults, for the oldest Python that clients run on."""


def format_text(text: str) -> str:
    """Return the Python source *text* as black has it.

    Raises black.InvalidInput when *text* is no Python: that is a bug of ours.
    """
    return black.format_str(text, mode=MODE)


def format_files(files: dict[str, str]) -> dict[str, str]:
    """Return *files*, a text by path, with every ``.py`` among them formatted."""
    collecting = gc.isenabled()
    gc.disable()  # black makes many small trees; collecting them costs a sixth
    try:
        return {
            path: format_text(text) if path.endswith(".py") else text
            for path, text in files.items()
        }
    finally:
        if collecting:
            gc.enable()
