"""Node's part: packages are installed, specifications compiled, scenarios dumped."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parent.parent
BUILD: Final = ROOT / "build" / "conformance"
NODE: Final = BUILD / "node"
_STAMP: Final = NODE / ".installed"
_SCRIPTS: Final = ("compile.mjs", "scenarios.mjs", "loopback.mjs")


class Unavailable(Exception):
    """What the run needs is not there: it is skipped, and says so."""


def install() -> None:
    """Install what package.json pins below build/; raise `Unavailable` if it can't be.

    A git repository is made around it: the mock server asks one for its commit.
    """
    for tool in ("node", "npm", "git"):
        if shutil.which(tool) is None:
            raise Unavailable(f"{tool} is not installed")
    NODE.mkdir(parents=True, exist_ok=True)
    for name in _SCRIPTS:
        shutil.copy(HERE / name, NODE / name)
    wanted = (HERE / "package.json").read_text()
    if _STAMP.is_file() and _STAMP.read_text() == wanted:
        return
    shutil.copy(HERE / "package.json", NODE / "package.json")
    quiet = ["--no-audit", "--no-fund", "--ignore-scripts"]
    try:
        run(["npm", "install", *quiet], 600)
    except (subprocess.SubprocessError, OSError) as error:
        raise Unavailable(f"npm can't install the packages: {error}") from error
    run(["git", "init", "--quiet", "."], 60)
    author = ["-c", "user.name=conformance", "-c", "user.email=conformance@invalid"]
    commit = ["commit", "--quiet", "--allow-empty", "--message", "packages"]
    run(["git", *author, *commit], 60)
    _STAMP.write_text(wanted)


def run(command: Sequence[str], seconds: float) -> None:
    """Run *command* beside the packages, for so many *seconds* at most."""
    subprocess.run(
        command,
        cwd=NODE,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        timeout=seconds,
        check=True,
        env={**os.environ, "NO_COLOR": "1"},
    )


def compiled() -> dict[str, Any]:
    """Return what the compiler made of each specification."""
    out = BUILD / "openapi"
    report = out / "report.json"
    if not report.is_file() or report.stat().st_mtime < _STAMP.stat().st_mtime:
        out.mkdir(parents=True, exist_ok=True)
        run(["node", "compile.mjs", str(out)], 600)
    return _read(report)


def scenarios(base_url: str) -> dict[str, Any]:
    """Return the scenarios of each specification, for a server at *base_url*."""
    out = BUILD / "scenarios.json"
    run(["node", "scenarios.mjs", str(out), base_url], 120)
    return _read(out)


def _read(path: Path) -> dict[str, Any]:
    """Return the JSON object in the file at *path*."""
    found: dict[str, Any] = json.loads(path.read_text())
    return found
