"""Generating clients as a user does, and holding them to the bar for emitted code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent
SPECS: Final = ROOT / "specs"
GENERATED: Final = ROOT / "generated"
PAGES: Final = ROOT.parent / "shared" / "corpus" / "httpdoc-twilio" / "pages"
"""Pages of a real API, 199 of them, where someone has put them beside the checkout."""

CASES: Final = sorted(path.parent.name for path in SPECS.glob("*/specpress.toml"))
MANIFEST: Final = ".specpress.json"
_SKIPPED: Final = {"__pycache__", ".pytest_cache", ".ruff_cache", ".mypy_cache"}


def run(
    arguments: Sequence[str], cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run this Python with *arguments* in *cwd*; its output is text, both in one."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files below *folder* by path, what tools leave there aside."""
    paths = {path: path.relative_to(folder) for path in folder.rglob("*")}
    return {
        below.as_posix(): path.read_bytes()
        for path, below in sorted(paths.items())
        if path.is_file() and not _SKIPPED & set(below.parts)
    }


def package_of(client: Path) -> str:
    """Return the name of the package of the *client*."""
    (init,) = client.glob("*/__init__.py")
    return init.parent.name


def findings(tool: str, client: Path) -> str:
    """Return what *tool* has to say against the *client*; nothing when it is content."""
    done = _TOOLS[tool](client)
    return done.stdout if done.returncode else ""


def _black(client: Path) -> subprocess.CompletedProcess[str]:
    return run(["-m", "black", "--check", "."], client)


def _ruff(client: Path) -> subprocess.CompletedProcess[str]:
    return run(["-m", "ruff", "check", "--isolated", "--no-cache", "."], client)


def _mypy(client: Path) -> subprocess.CompletedProcess[str]:
    """Run mypy with a cache of the client's own: names of modules recur in clients."""
    options = ["--strict", "--config-file=", "--cache-dir=.mypy_cache"]
    return run(["-m", "mypy", *options, "."], client)


def _pyright(client: Path) -> subprocess.CompletedProcess[str]:
    """Run pyright in strict mode; its settings must lie in the client's own folder."""
    settings = client / "pyrightconfig.json"
    text = {
        "include": ["."],
        "typeCheckingMode": "strict",
        "pythonVersion": f"{sys.version_info.major}.{sys.version_info.minor}",
    }
    settings.write_text(json.dumps(text), "utf-8")
    try:
        python = ["--pythonpath", sys.executable]
        return run(["-m", "pyright", *python, "--project", str(settings)], client)
    finally:
        settings.unlink()


_TOOLS: Final = {"black": _black, "ruff": _ruff, "mypy": _mypy, "pyright": _pyright}
TOOLS: Final = tuple(_TOOLS)
