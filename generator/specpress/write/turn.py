"""Turns: of several runs that write to one output folder, one does it at a time."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Generator, Sequence
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from specpress.diagnostics.codes.write import BUSY
from specpress.diagnostics.model import Report
from specpress.source import Span

PATIENCE: Final = 60.0
"""How many seconds to wait for other runs: writing takes less than one."""


@contextmanager
def turn(
    outputs: Sequence[Path], report: Report, patience: float = PATIENCE
) -> Generator[bool, None, None]:
    """Wait for the turn to look at and write to the folders *outputs*, and hold it.

    Yields whether it has come; if it has not after *patience* seconds, that is
    reported. The locks lie in the system's folder for temporary files, a set for each
    user; where none can be made there, runs take no turns.
    """
    with ExitStack() as held:
        for output in sorted({output.resolve() for output in outputs}):
            lock = FileLock(_lock_file(output), timeout=patience)
            try:
                held.enter_context(lock)
            except Timeout:
                report.add(BUSY.at(Span(output.as_posix(), 0, 0), seconds=patience))
                yield False
                return
            except OSError:
                continue
        yield True


def _lock_file(output: Path) -> Path:
    digest = sha256(output.as_posix().encode("utf-8", "surrogateescape")).hexdigest()
    user = os.geteuid() if hasattr(os, "geteuid") else 0
    return Path(tempfile.gettempdir()) / f"specpress-{user}-{digest[:24]}.lock"
