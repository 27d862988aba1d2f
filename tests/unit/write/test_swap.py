"""Writing all or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from specpress.diagnostics import Report
from specpress.write import Plan, carry_out, write_file

OLD, NEW = b"old\n", b"new\n"


def _tree(root: Path) -> dict[str, bytes]:
    files = (p for p in root.rglob("*") if p.is_file())
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in files}


def _put(root: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def test_writes_replaces_and_removes(tmp_path: Path) -> None:
    """After a plan is carried out the folder holds what it said, and nothing is left."""
    out = tmp_path / "deep" / "out"
    _put(out, {"a": OLD, "d/gone": OLD, "d/__pycache__/gone.pyc": OLD, "mine": OLD})
    plan = Plan(out, {"a": NEW, "p/q/b": NEW}, ("d/gone",), new=("p/q/b",))

    assert carry_out([plan], Report())

    assert _tree(out) == {"a": NEW, "p/q/b": NEW, "mine": OLD}
    assert not (out / "d").exists()
    assert [p.name for p in out.parent.iterdir()] == ["out"]


def test_a_folder_with_other_files_stays(tmp_path: Path) -> None:
    """A folder is removed only when nothing else is left in it."""
    _put(tmp_path, {"d/gone": OLD, "d/mine": OLD})

    assert carry_out([Plan(tmp_path, {}, ("d/gone",))], Report())

    assert _tree(tmp_path) == {"d/mine": OLD}


def test_an_idle_plan_touches_nothing(tmp_path: Path) -> None:
    """Without anything to do not even the folder is made."""
    assert carry_out([Plan(tmp_path / "out", {})], Report())

    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("failing", range(1, 7))
@pytest.mark.parametrize("error", [OSError(28, "No space left"), KeyboardInterrupt()])
def test_any_failure_undoes_everything(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    failing: int,
    error: BaseException,
) -> None:
    """Whichever step fails, the old output is there again, byte by byte."""
    out = tmp_path / "out"
    _put(out, {"a": OLD, "b": OLD, "gone": OLD, "mine": OLD})
    before = _tree(tmp_path)
    plan = Plan(out, {"a": NEW, "b": NEW, "p/c": NEW}, ("gone",), new=("p/c",))
    steps = 0
    replace = Path.replace

    def fail_once(self: Path, target: Path) -> Path:
        nonlocal steps
        steps += 1
        if steps == failing:
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_once)
    report = Report()
    if isinstance(error, OSError):
        assert not carry_out([plan], report)
        assert [d.code.id for d in report] == ["WRT003"]
    else:
        with pytest.raises(KeyboardInterrupt):
            carry_out([plan], report)

    assert steps >= failing
    assert _tree(tmp_path) == before
    assert not (out / "p").exists()


def test_a_new_folder_is_undone_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the first run fails, no empty folders are left behind."""

    def fail(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left", str(self))

    monkeypatch.setattr(Path, "write_bytes", fail)

    assert not carry_out([Plan(tmp_path / "x" / "out", {"a": NEW})], Report())
    assert list(tmp_path.iterdir()) == []


def test_all_plans_or_none(tmp_path: Path) -> None:
    """When one of several folders can't be written, the others are as they were."""
    _put(tmp_path, {"one/a": OLD, "two": OLD})
    before = _tree(tmp_path)
    plans = [
        Plan(tmp_path / "one", {"a": NEW, "b": NEW}),
        Plan(tmp_path / "two", {"a": NEW}),
    ]
    report = Report()

    assert not carry_out(plans, report)

    assert [d.span.file for d in report] == [(tmp_path / "two").as_posix()]
    assert _tree(tmp_path) == before
    assert carry_out(plans[:1], Report())
    assert _tree(tmp_path) == {"one/a": NEW, "one/b": NEW, "two": OLD}


def test_a_file_where_a_folder_is_needed(tmp_path: Path) -> None:
    """A file in the place of the output folder, or above it, is a diagnostic."""
    _put(tmp_path, {"file": OLD})

    for root in (tmp_path / "file", tmp_path / "file" / "out"):
        report = Report()
        assert not carry_out([Plan(root, {"a": NEW})], report)
        assert [d.code.id for d in report] == ["WRT003"]
    assert _tree(tmp_path) == {"file": OLD}


def test_a_folder_where_a_file_is_needed(tmp_path: Path) -> None:
    """A folder in the place of a file is a diagnostic, and stays."""
    _put(tmp_path, {"a/mine": OLD, "b": OLD})
    report = Report()

    assert not carry_out([Plan(tmp_path, {"b": NEW, "a": NEW})], report)

    assert [d.code.id for d in report] == ["WRT003"]
    assert _tree(tmp_path) == {"a/mine": OLD, "b": OLD}


def test_new_files_have_the_usual_rights(tmp_path: Path) -> None:
    """Files and folders are as readable for others as the user's umask says."""
    old = os.umask(0o022)
    try:
        assert carry_out([Plan(tmp_path / "out", {"d/a": NEW})], Report())
    finally:
        os.umask(old)

    assert (tmp_path / "out/d/a").stat().st_mode & 0o777 == 0o644
    assert (tmp_path / "out/d").stat().st_mode & 0o777 == 0o755


def test_one_file(tmp_path: Path) -> None:
    """A single file is written once, and left alone when it is the same already."""
    path = tmp_path / "d" / "f"
    assert write_file(path, NEW, Report())
    os.utime(path, ns=(1, 1))

    assert write_file(path, NEW, Report())

    assert path.read_bytes() == NEW
    assert path.stat().st_mtime_ns == 1
