"""From the sources that were named to the pages there are, below one root."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from specpress.diagnostics.codes.config import (
    NO_PAGES,
    NO_SUCH_SOURCE,
    OVERLAP,
    UNREADABLE,
)
from specpress.diagnostics.codes.overlay import NO_OVERLAY
from specpress.diagnostics.model import Report
from specpress.document.kind import DESCRIPTIONS, PAGES
from specpress.source import NOWHERE, Span
from specpress.store import Elsewhere, FileStore, PartStore

SUFFIXES: Final = (*PAGES, *DESCRIPTIONS)
"""What files in a folder end in that are taken for pages or descriptions."""

_ASSETS: Final = (".js", ".css", ".svg", ".xml", ".map", ".png", ".jpg", ".woff2")
"""What the names of files end in that are never pages."""

_HEAD: Final = 512
_BEGINNING: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTENTS: Final = ("toc.yml", "toc.yaml")  # read with pages, but no page itself


def _nowhere(_: int) -> Span:
    return NOWHERE


class Inputs(NamedTuple):
    """The pages by name, relative to *root*; *prefix* leads there from here.

    *overlays* are the names of the overlay files, which lie in the store, too.
    """

    root: Path
    store: PartStore
    prefix: str
    overlays: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the pages and descriptions: all but the overlays."""
        return tuple(n for n in self.store.names() if n not in self.overlays)


class Named(NamedTuple):
    """Files that settings name, and *place*, where each is named there."""

    files: Sequence[str]
    place: Callable[[int], Span] = _nowhere


_NONE: Final = Named(())


class _Found(NamedTuple):
    place: Span
    source: str
    root: Path
    files: list[Path]
    whole: bool  # everything below root is input


def read_inputs(
    sources: Sequence[str],
    base: Path,
    output: Path | None,
    report: Report,
    place: Callable[[int], Span] = _nowhere,
    overlays: Named = _NONE,
    elsewhere: Callable[[Path], Elsewhere] | None = None,
) -> Inputs:
    """Return the pages that *sources*, relative to *base*, stand for, and *overlays*.

    *elsewhere* makes, of the folder that names are relative to, what reads outside it.

    Names are relative to the innermost folder that holds all sources, so that they are
    the same wherever the command runs. Reports, at the *place* of each source, what is
    missing, empty or unreadable, and an *output* folder that lies inside a source or
    the other way round.
    """
    found: list[_Found] = []
    for index, source in enumerate(sources):
        try:
            found += _find(source, base, report, place(index))
        except OSError as error:
            _unreadable(error, source, report, place(index))
    laid = list(_overlays(overlays, base, report))
    for item in (*found, *laid):
        if output is not None and _overlap(item, output):
            shown = display(output).rstrip("/") or "."
            report.add(OVERLAP.at(item.place, output=shown, source=item.source))
    if report.failed or not found:
        return Inputs(base, PartStore({}, FileStore(base, ())), "")
    root = Path(os.path.commonpath([item.root for item in found]))
    files: dict[str, bytes] = {}
    for item in (*found, *laid):
        for path in item.files:
            try:
                files[_name(path, root)] = path.read_bytes()
            except OSError as error:
                _unreadable(error, str(path), report, item.place)
    return Inputs(
        root,
        PartStore(
            files,
            FileStore(root, tuple(files)),
            None if elsewhere is None else elsewhere(root),
        ),
        display(root),
        tuple(_name(path, root) for item in laid for path in item.files),
    )


def _name(path: Path, root: Path) -> str:
    """Return the name of *path* as seen from *root*, below which only overlays may not
    lie; the same whatever the locale's encoding."""
    try:
        below = os.fsencode(Path(os.path.relpath(path, root)).as_posix())
    except ValueError:  # another drive
        below = os.fsencode(path.as_posix())
    return below.decode("utf-8", "backslashreplace")


def display(folder: Path) -> str:
    """Return what to put before a name in *folder* to open it from the current folder."""
    try:
        shown = Path(os.path.relpath(folder)).as_posix()
    except ValueError:  # another drive
        shown = folder.as_posix()
    return "" if shown == "." else f"{shown}/"


def _find(source: str, base: Path, report: Report, place: Span) -> Iterator[_Found]:
    """Yield the files that *source* stands for; report when there are none."""
    path = Path(os.path.normpath(base / source))
    if path.is_dir():
        files = sorted(_pages(path))
        if not any(file.name.lower() not in _CONTENTS for file in files):
            suffixes = ", ".join(SUFFIXES)
            report.add(NO_PAGES.at(place, path=source, suffixes=suffixes))
        yield _Found(place, source, path, files, whole=True)
    elif path.is_file():
        yield _Found(place, source, path.parent, [path], whole=False)
    elif glob.has_magic(source):
        fixed = Path(os.path.normpath(base / _fixed_part(source)))
        names = glob.glob(source, root_dir=base, recursive=True)
        files = [Path(os.path.normpath(base / name)) for name in sorted(names)]
        files = [file for file in files if file.is_file()]
        if not files:
            report.add(NO_SUCH_SOURCE.at(place, path=source))
        yield _Found(place, source, fixed, files, whole="**" in source)
    else:
        path.stat()  # tells a folder that can't be searched from a name that is wrong
        report.add(NO_SUCH_SOURCE.at(place, path=source))


def _overlays(overlays: Named, base: Path, report: Report) -> Iterator[_Found]:
    """Yield the files of *overlays*; report those that are missing."""
    for index, name in enumerate(overlays.files):
        path, place = Path(os.path.normpath(base / name)), overlays.place(index)
        if path.is_file():
            yield _Found(place, name, path.parent, [path], whole=False)
        else:
            report.add(NO_OVERLAY.at(place, path=name))


def _pages(folder: Path) -> Iterator[Path]:
    """Yield the pages, and tables of contents, in *folder* and below; none hidden."""

    def fail(error: OSError) -> None:
        raise error

    for here, folders, names in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if name.startswith("."):
                continue
            if (
                name.lower().endswith(SUFFIXES)
                or name.lower() in _CONTENTS
                or (not name.lower().endswith(_ASSETS) and _is_html(Path(here) / name))
            ):
                yield Path(here) / name


def _is_html(path: Path) -> bool:
    """Return whether the file *path* begins as a page, whatever it is called.

    A saved page may have no suffix, or a query behind it.
    """
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return _BEGINNING.match(file.read(_HEAD)) is not None


def _fixed_part(pattern: str) -> Path:
    """Return the folders that *pattern* begins with, before the first wild card."""
    parts = Path(pattern).parts[:-1]
    wild = next((i for i, part in enumerate(parts) if glob.has_magic(part)), len(parts))
    return Path(*parts[:wild])


def _overlap(item: _Found, output: Path) -> bool:
    target = output.resolve()
    if item.whole and target.is_relative_to(item.root.resolve()):
        return True
    return any(file.resolve().is_relative_to(target) for file in item.files)


def _unreadable(error: OSError, source: str, report: Report, place: Span) -> None:
    path = error.filename if isinstance(error.filename, str) else source
    if isinstance(error, FileNotFoundError):
        report.add(NO_SUCH_SOURCE.at(place, path=source))
    else:
        shown = Path(display(Path(path).parent) + Path(path).name).as_posix()
        reason = (error.strerror or str(error)).lower()
        report.add(UNREADABLE.at(place, path=shown, reason=reason))
