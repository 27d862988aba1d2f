"""Whatever a job does, the others go on, and what became of it is told."""

from __future__ import annotations

import sys
from pathlib import Path

from support.clients import ROOT, run

PROGRAM = """
import os, time
from pathlib import Path
from corpus.pool import Job, run_all
works = {
    "good": lambda: {"answer": 42},
    "raises": lambda: {"no": 1 / 0},
    "ends": lambda: os._exit(3),
    "late": lambda: time.sleep(60),
    "large": lambda: {"size": len(bytes(8 << 30))},
}
jobs = [Job(key, work) for key, work in works.items()]
for key, result in sorted(run_all(jobs, Path("scratch"), workers=2, seconds=2)):
    print(key, result.get("answer", result.get("died")))
"""
TOLD = """\
ends ended with 3
good 42
large MemoryError()
late over 2 s
raises ZeroDivisionError('division by zero')
"""


def test_results_and_ends(tmp_path: Path) -> None:
    """A result, an exception, an exit, a time and a memory limit are told apart."""
    done = run(["-c", PROGRAM], tmp_path, PYTHONPATH=str(ROOT / "tests"))
    told = (
        TOLD if sys.platform == "linux" else TOLD.replace("large MemoryError()\n", "")
    )

    assert done.stdout == told
