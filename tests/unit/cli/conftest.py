"""A project with two pages, and the command run inside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.cli import Ran, Run, Tree
from support.pages import page

from specpress.cli import run as run_command

SETTINGS = """\
package = "demo"
output = "client"
sources = ["pages"]
tests = false
format = false
"""


ID = ("id", "path", "string", "required")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration and two pages, made the current folder."""
    root = tmp_path / "project"
    (root / "pages").mkdir(parents=True)
    (root / "specpress.toml").write_text(SETTINGS)
    get = page("getThing", target="\\things\\{id}", parameters=(ID,))
    (root / "pages/getThing.html").write_text(get)
    schema = {"type": "object", "properties": {"size": {"type": "integer"}}}
    make = page("makeThing", method="POST", schema=schema)
    (root / "pages/makeThing.html").write_text(make)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line with the arguments given."""

    def run_it(*arguments: str) -> Ran:
        capsys.readouterr()
        status = run_command(arguments)
        printed = capsys.readouterr()
        return Ran(status, printed.out, printed.err)

    return run_it


@pytest.fixture
def tree() -> Tree:
    """Return the content and the time of change of every file below a folder."""

    def read(root: Path) -> dict[str, tuple[bytes, int]]:
        files = sorted(p for p in root.rglob("*") if p.is_file())
        return {
            p.relative_to(root).as_posix(): (p.read_bytes(), p.stat().st_mtime_ns)
            for p in files
        }

    return read
