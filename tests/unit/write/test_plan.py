"""What may be written into an output folder, and what may not."""

from __future__ import annotations

from pathlib import Path

from specpress.diagnostics import Report
from specpress.write import Plan, digest, make_plan

A, B = b"a\n", b"b\n"


def _plan(
    root: Path, files: dict[str, bytes], owned: dict[str, bytes] | None, **options: bool
) -> tuple[Plan, list[str]]:
    """Return the plan, and each code with the path it is about."""
    report = Report()
    digests = None if owned is None else {p: digest(d) for p, d in owned.items()}
    plan = make_plan(root, files, digests, report, **options)
    start = len(root.as_posix()) + 1
    return plan, [f"{d.code.id} {d.span.file[start:]}" for d in report]


def _put(root: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def test_a_new_folder(tmp_path: Path) -> None:
    """Into a folder that is not there everything is written."""
    plan, said = _plan(tmp_path / "out", {"p/x.py": A, "y": B}, None)

    assert said == []
    assert plan.new == ("p/x.py", "y")
    assert plan.changed == plan.remove == plan.unchanged == ()


def test_what_changed(tmp_path: Path) -> None:
    """Only what differs is written, and what is not wanted any more goes."""
    _put(tmp_path, {"same": A, "old": A, "gone": A, "d/mine": A})
    owned = {"same": A, "old": A, "gone": A, "vanished": A}

    plan, said = _plan(tmp_path, {"same": A, "old": B, "new": B}, owned)

    assert said == []
    assert (plan.unchanged, plan.changed, plan.new) == (("same",), ("old",), ("new",))
    assert plan.remove == ("gone",)
    assert not plan.idle


def test_nothing_to_do(tmp_path: Path) -> None:
    """A plan that changes nothing is idle."""
    _put(tmp_path, {"x": A})

    assert _plan(tmp_path, {"x": A}, {"x": A})[0].idle


def test_edited_files_are_kept(tmp_path: Path) -> None:
    """A file edited by hand is neither overwritten nor removed, and is named."""
    _put(tmp_path, {"x": b"mine", "gone": b"mine", "same": B})
    owned = {"x": A, "gone": A, "same": A}

    _, said = _plan(tmp_path, {"x": B, "same": B}, owned)
    assert said == ["WRT001 gone", "WRT001 x"]

    plan, said = _plan(tmp_path, {"x": B, "same": B}, owned, force=True)
    assert said == []
    assert (plan.changed, plan.remove) == (("x",), ("gone",))


def test_foreign_files_in_the_way(tmp_path: Path) -> None:
    """A file that is not ours is not overwritten; elsewhere it may stay."""
    _put(tmp_path, {"x": b"theirs", "p": b"theirs", "other": b"theirs", "d/f": A})

    _, said = _plan(tmp_path, {"x": A, "p/y": A, "d": B}, {})

    assert said == ["WRT002 d", "WRT002 p/y", "WRT002 x"]


def test_a_first_run_needs_an_empty_folder(tmp_path: Path) -> None:
    """Without a manifest every file that is there is listed, caches left out."""
    _put(tmp_path, {"notes": A, "d/f": A, "same": A, "__pycache__/m.pyc": A})
    _put(tmp_path, {".git/HEAD": A})

    _, said = _plan(tmp_path, {"same": A}, None)
    assert said == ["WRT002 d/f", "WRT002 notes"]

    plan, said = _plan(tmp_path, {"same": A, "new": A}, None, force=True)
    assert said == []
    assert plan.new == ("new",)
    assert plan.remove == ()


def test_links_are_never_followed(tmp_path: Path) -> None:
    """A link inside the folder is refused, whatever it points to, also by force."""
    outside = tmp_path / "outside"
    _put(outside, {"x": A})
    out = tmp_path / "out"
    out.mkdir()
    (out / "file").symlink_to(outside / "x")
    (out / "folder").symlink_to(outside)
    (out / "dangling").symlink_to(outside / "nothing")
    files = {"file": B, "folder/x": B, "dangling": B}

    for force in (False, True):
        _, said = _plan(out, files, {"file": A, "folder/x": A}, force=force)
        assert said == ["WRT005 dangling", "WRT005 file", "WRT005 folder/x"]


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    """The output folder is the user's choice, a link too."""
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")

    assert _plan(tmp_path / "out", {"x": A}, None)[1] == []
