"""What tests of the command line share: its outcome, and looking at folders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias


class Ran(NamedTuple):
    """What a command printed and its exit status."""

    status: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Ran]
"""Runs the command line with the arguments given."""

Tree: TypeAlias = Callable[[Path], dict[str, tuple[bytes, int]]]
"""Reads the content and the time of change of every file below a folder."""
