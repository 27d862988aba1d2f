"""Commands of tests that build, install and run specpress outside the checkout."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "specs/twilio-call/CreateCall.html"

_OFFLINE = re.compile(
    "Could not find a version|No matching distribution|Failed to establish|"
    "Temporary failure|Network is unreachable|Connection refused|Name or service"
)


def call(
    command: Sequence[str | Path], cwd: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Return the outcome of *command*, run in *cwd* without git's variables."""
    clean = {
        k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PYTEST"))
    }
    clean.pop("PYTHONPATH", None)
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


def must(command: Sequence[str | Path], cwd: Path, **environment: str) -> str:
    """Return what *command* printed; it has to succeed, or to lack a network."""
    done = call(command, cwd, **environment)
    skip_offline(done.stdout)
    assert done.returncode == 0, done.stdout
    return done.stdout


def skip_offline(output: str) -> None:
    """Skip the test when *output* shows that packages could not be fetched."""
    if found := _OFFLINE.search(output):
        pytest.skip(f"packages can't be fetched: {found[0]!r}")


def tree(root: Path) -> dict[str, tuple[bytes, int]]:
    """Return the content and the time of change of every file below *root*."""
    files = sorted(p for p in root.rglob("*") if p.is_file() and ".git" not in p.parts)
    return {
        p.relative_to(root).as_posix(): (p.read_bytes(), p.stat().st_mtime_ns)
        for p in files
    }
