"""What a run will do to the output folder, and what forbids it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from specpress.diagnostics.codes.write import EDITED, FOREIGN, LINK
from specpress.diagnostics.model import Code, Report
from specpress.source import Span

MANIFEST: Final = ".specpress.json"
"""The file in the output folder that lists what specpress owns there."""

_CACHES: Final = {".git", ".mypy_cache", ".pytest_cache", ".ruff_cache", "__pycache__"}
_FIRST: Final = "a new client needs an empty folder"
_LATER: Final = "generated files go there; --force overwrites it"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run will do to the folder *root*; paths are below it, with slashes.

    *write* has the new content of each file that is *new* or is to change, *remove* the
    files that go.
    """

    root: Path
    write: Mapping[str, bytes]
    remove: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()

    @property
    def changed(self) -> tuple[str, ...]:
        """The files that are there and get another content."""
        return tuple(path for path in self.write if path not in self.new)

    @property
    def idle(self) -> bool:
        """Whether there is nothing to do."""
        return not self.write and not self.remove


def digest(data: bytes) -> str:
    """Return the SHA-256 of *data*, in hexadecimal."""
    return sha256(data).hexdigest()


def make_plan(
    root: Path,
    files: Mapping[str, bytes],
    owned: Mapping[str, str] | None,
    report: Report,
    *,
    force: bool = False,
) -> Plan:
    """Return how to make *files*, contents by path, the generated files below *root*.

    *owned* are the digests of the files written before, by path; without (None) the
    folder has to be empty. What must not be overwritten is reported; *force* lets
    edited and foreign files be overwritten, never links. Raises OSError.
    """
    write: dict[str, bytes] = {}
    new: list[str] = []
    unchanged: list[str] = []
    refused: dict[str, tuple[Code, str]] = {}
    for path in sorted(files):
        old, verdict = _look(root, path, files[path], owned or {})
        if verdict is not None:
            refused[path] = verdict
        if old == files[path]:
            unchanged.append(path)
        else:
            write[path] = files[path]
            new += [] if old is not None else [path]
    gone: list[str] = []
    for path in sorted(set(owned or {}) - set(files)):
        old, verdict = _look(root, path, None, owned or {})
        if verdict is not None:
            refused[path] = verdict
        gone += [path] if old is not None else []
    if owned is None:
        for path in set(_files(root)) - set(unchanged):
            refused.setdefault(path, (FOREIGN, _FIRST))
    for path, (code, hint) in sorted(refused.items()):
        if code is LINK or not force:
            report.add(code.at(Span((root / path).as_posix(), 0, 0), hint=hint))
    return Plan(root, write, tuple(gone), tuple(new), tuple(unchanged))


def _look(
    root: Path, path: str, data: bytes | None, owned: Mapping[str, str]
) -> tuple[bytes | None, tuple[Code, str] | None]:
    """Return what is at *path* now, and why it may not become *data* (None: nothing)."""
    target = root / path
    way = (target, *(p for p in target.parents if p != root and root in p.parents))
    if any(p.is_symlink() for p in way):
        return None, (LINK, "")
    old = target.read_bytes() if target.is_file() else None
    if old is None:
        blocked = target.exists() or any(p.is_file() for p in way)
        return None, (FOREIGN, _LATER) if blocked and data is not None else None
    if old == data or (path in owned and digest(old) == owned[path]):
        return old, None
    return old, (EDITED, "") if path in owned else (FOREIGN, _LATER)


def _files(root: Path) -> Iterator[str]:
    """Yield the paths of all files below *root*, caches left out."""
    for folder, folders, names in os.walk(root):
        folders[:] = set(folders) - _CACHES
        for name in names:
            yield (Path(folder) / name).relative_to(root).as_posix()
