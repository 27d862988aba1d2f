"""Carrying out a plan: files are staged beside the output, then swapped in one by one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from specpress.diagnostics.codes.write import CANT_WRITE
from specpress.diagnostics.model import Diagnostic, Report
from specpress.source import Span
from specpress.write.plan import Plan

Undo: TypeAlias = list[tuple[Path, Path | None]]
"""What was done so far: an old file and where it is kept, or a new one and None."""


def carry_out(plans: Sequence[Plan], report: Report) -> bool:
    """Do what all *plans* say, or nothing with a report; return whether it was done."""
    busy = [plan for plan in plans if not plan.idle]
    undo: Undo = []
    stages: list[Path] = []
    for plan in busy:
        try:
            _swap(plan, undo, stages)
        except (
            BaseException
        ) as error:  # an interrupt leaves nothing half-written either
            _roll_back(undo, stages)
            if not isinstance(error, OSError):
                raise
            report.add(cant_write(error, plan.root))
            return False
    for stage in stages:
        shutil.rmtree(stage, ignore_errors=True)
    for plan in busy:
        _prune(plan)
    return True


def cant_write(error: OSError, root: Path) -> Diagnostic:
    """Return the diagnostic of *error*, met in the output folder *root*."""
    path = error.filename if isinstance(error.filename, str) else ""
    place = Path(path) if Path(path).is_relative_to(root) else root
    reason = (error.strerror or str(error)).lower()
    return CANT_WRITE.at(Span(place.as_posix(), 0, 0), reason=reason)


def write_file(path: Path, data: bytes, report: Report) -> bool:
    """Make *data* the content of the file *path*; return whether that is so now."""
    with suppress(OSError):
        if path.read_bytes() == data:
            return True
    return carry_out([Plan(path.parent, {path.name: data})], report)


def _swap(plan: Plan, undo: Undo, stages: list[Path]) -> None:
    """Put the new files in place; *undo* and *stages* learn how to take it back."""
    _make_folder(plan.root, undo)
    stage = Path(tempfile.mkdtemp(prefix=".specpress-", dir=_home(plan.root)))
    stages.append(stage)
    for number, data in enumerate(plan.write.values()):
        (stage / f"new{number}").write_bytes(data)
    for number, path in enumerate(plan.remove):
        _take_away(plan.root / path, stage / f"gone{number}", undo)
    for number, path in enumerate(plan.write):
        target = plan.root / path
        _take_away(target, stage / f"old{number}", undo)
        _make_folder(target.parent, undo)
        if target.is_dir():
            raise IsADirectoryError(0, "a folder is in the way", str(target))
        undo.append((target, None))
        (stage / f"new{number}").replace(target)


def _roll_back(undo: Undo, stages: Sequence[Path]) -> None:
    """Put every old file back and take every new one away, folders last."""
    folders = [target for target, kept in undo if kept is None and target.is_dir()]
    for target, kept in reversed(undo):
        with suppress(OSError):
            if kept is not None:
                kept.replace(target)
            elif target not in folders:
                target.unlink(missing_ok=True)
    for stage in stages:
        shutil.rmtree(stage, ignore_errors=True)
    for folder in reversed(folders):
        with suppress(OSError):
            folder.rmdir()


def _take_away(path: Path, to: Path, undo: Undo) -> None:
    if path.is_file():
        undo.append((path, to))
        with suppress(FileNotFoundError):  # another run may be doing the same
            path.replace(to)


def _make_folder(folder: Path, undo: Undo) -> None:
    missing = [f for f in (folder, *folder.parents) if not f.exists()]
    for made in reversed(missing):
        made.mkdir(exist_ok=True)
        undo.append((made, None))
    if not folder.is_dir():
        raise NotADirectoryError(0, "a file is where a folder is needed", str(folder))


def _home(root: Path) -> Path:
    """Return a folder on *root*'s file system: the one around it, if that can be."""
    around = root.resolve().parent
    same = around.stat().st_dev == root.stat().st_dev
    return around if same and os.access(around, os.W_OK) else root


def _prune(plan: Plan) -> None:
    """Remove the folders that *plan* left empty, Python's caches in them included."""
    folders = {f for path in plan.remove for f in (plan.root / path).parents}
    inside = [f for f in folders if plan.root in f.parents]
    for folder in sorted(inside, reverse=True):
        with suppress(OSError):
            if [p.name for p in folder.iterdir()] == ["__pycache__"]:
                shutil.rmtree(folder / "__pycache__")
            folder.rmdir()
