"""Folders and files that the system refuses to open: told, never a traceback."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.pages import page

from specpress.cli import run

NOBODY = 65534
FLAGS = ("-o", "out", "--package", "demo", "--quiet")


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Generator[Path]:
    """A folder with a page, open to everybody, made the current one."""
    if not hasattr(os, "geteuid"):
        pytest.skip("the system has no permissions of this kind")
    folder = Path(tempfile.mkdtemp())
    (folder / "pages").mkdir()
    (folder / "pages/getThing.html").write_text(page("getThing"))
    for path in (folder, folder / "pages"):
        path.chmod(0o777)
    monkeypatch.chdir(folder)
    assert run(["generate", "pages", *FLAGS, "--dry-run"]) == 0  # all is imported now
    yield folder
    for path in (folder, *folder.iterdir()):
        path.chmod(0o700)
    monkeypatch.undo()
    shutil.rmtree(folder)


@contextmanager
def _as_somebody_else() -> Generator[None]:
    """Let permissions count, which they don't for the administrator."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(
    ("closed", "mode", "status", "said"),
    [
        ("pages", 0, 2, "error[CFG012]: can't read 'pages': permission denied"),
        (
            "pages/getThing.html",
            0,
            2,
            "error[CFG012]: can't read 'pages/getThing.html': permission denied",
        ),
        (
            ".",
            0o555,
            1,
            "out: error[WRT003]: can't write: permission denied; everything is as it was",
        ),
    ],
)
def test_no_permission(
    here: Path,
    capsys: pytest.CaptureFixture[str],
    closed: str,
    mode: int,
    status: int,
    said: str,
) -> None:
    """What is refused is named, and nothing is written."""
    capsys.readouterr()
    (here / closed).chmod(mode)
    with _as_somebody_else():
        actual = run(["generate", "pages", *FLAGS])
    (here / closed).chmod(0o777)

    assert (actual, capsys.readouterr().err) == (status, said + "\n")
    assert [path.name for path in here.iterdir()] == ["pages"]
