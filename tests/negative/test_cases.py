"""Every case folder beside this file: wrong input, and what the user is told."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from specpress.cli import run

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/case.toml"))


def _files(root: Path) -> dict[str, bytes]:
    """Return every file below *root*, those behind links left out."""
    paths = (p for p in root.rglob("*") if p.is_file() and not p.is_symlink())
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in paths}


def _do(step: dict[str, str]) -> None:
    """Do to the files of the current folder what a *step* says."""
    match step:
        case {"append": path, "text": text}:
            with Path(path).open("a", encoding="utf-8") as file:
                file.write(text)
        case {"link": path, "to": target}:
            Path(path).symlink_to(target)
        case {"remove": path}:
            Path(path).unlink()
        case _:
            raise ValueError(f"unknown step: {step}")


@pytest.mark.parametrize("name", CASES)
def test_case(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    bless: bool,
) -> None:
    """The user is told exactly this, with this exit status, and nothing is written."""
    here = tmp_path / "work"
    if (HERE / name / "input").is_dir():
        shutil.copytree(HERE / name / "input", here)
    here.mkdir(exist_ok=True)
    case = tomllib.loads((HERE / name / "case.toml").read_text("utf-8"))
    for made in case.get("make", ()):
        path = here / made["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made.get("text", "") * made.get("times", 1), encoding="utf-8")
    monkeypatch.chdir(here)
    for step in case["step"]:
        if "run" not in step:
            _do(step)
            continue
        before = _files(here)
        capsys.readouterr()
        status = run(step["run"])
        said = capsys.readouterr().err
        expected = step.get("exit", 1)
        assert status == expected, said
        assert status == 0 or _files(here) == before

    path = HERE / name / "expected.txt"
    if bless:
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text("utf-8")


def test_there_are_cases() -> None:
    """The cases are found, and every folder is one."""
    folders = [p.name for p in HERE.iterdir() if p.is_dir() and p.name[0] not in "_."]

    assert sorted(folders) == CASES
    assert len(CASES) >= 30
