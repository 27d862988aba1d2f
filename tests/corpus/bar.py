"""The bar for emitted code: a client's own tests, black, ruff, mypy and pyright."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

_SECONDS: Final = 600
_KEPT: Final = 3000
_SAME: Final = "--ignore-glob=*/test_runtime_*"
"""The tests of the runtime are the same in every client, and run in tests/generated."""

_PYTEST: Final = "-q --maxfail=20 -p no:cacheprovider -W error --tb=short".split()


TOOLS: Final = ("tests", "black", "ruff", "mypy", "pyright")


def hold(out: Path, cache: Path, tools: Sequence[str]) -> dict[str, str]:
    """Return what each of *tools* says against the client in *out*; nothing if content.

    mypy starts from a copy of *cache*, which holds what it knows of libraries.
    """
    settings = {
        "include": ["."],
        "typeCheckingMode": "strict",
        "pythonVersion": f"{sys.version_info.major}.{sys.version_info.minor}",
    }
    (out / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    if cache.is_dir():
        shutil.copytree(cache, out / ".mypy_cache", dirs_exist_ok=True)
    mypy = ["--strict", "--config-file=", "--cache-dir=.mypy_cache", "."]
    python = ["--pythonpath", sys.executable]
    commands: Mapping[str, list[str]] = {
        "tests": ["pytest", *_PYTEST, _SAME, "."],
        "black": ["black", "--check", "--workers", "1", "."],
        "ruff": ["ruff", "check", "--isolated", "--no-cache", "."],
        "mypy": ["mypy", *mypy],
        "pyright": ["pyright", *python, "--project", "pyrightconfig.json"],
    }
    said = {
        name: _run(command, out) for name, command in commands.items() if name in tools
    }
    if not cache.is_dir() and said.get("mypy") == "":
        shutil.copytree(out / ".mypy_cache", cache)
    return said


def _run(command: list[str], cwd: Path) -> str:
    """Return what the module and arguments *command* print when they fail in *cwd*."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return f"over {_SECONDS} s"
    return done.stdout[-_KEPT:] if done.returncode else ""
