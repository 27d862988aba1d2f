"""Where descriptions are read from: a dict in tests, a folder for the command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class Store(Protocol):
    """What can be read: a *uri* is a path with slashes below the inputs' root."""

    def read(self, uri: str) -> bytes:
        """Return the bytes of *uri*. Raises OSError when there are none."""
        ...

    def names(self) -> tuple[str, ...]:
        """Return the uris of the inputs, sorted."""
        ...


@dataclass(frozen=True, slots=True)
class DictStore:
    """The files given, by uri."""

    files: Mapping[str, bytes]

    def read(self, uri: str) -> bytes:
        """Return the bytes of *uri*. Raises FileNotFoundError when there are none."""
        if uri not in self.files:
            raise FileNotFoundError(uri)
        return self.files[uri]

    def names(self) -> tuple[str, ...]:
        """Return all uris, sorted."""
        return tuple(sorted(self.files))


class NotLocked(OSError):
    """The settings allow what is asked for, but nothing says what it has to be."""


class Unreachable(OSError):
    """The settings allow what is asked for, but it could not be fetched."""


class Changed(OSError):
    """What is asked for is not what it has to be, by its SHA-256."""

    def __init__(self, uri: str, found: str, expected: str) -> None:
        super().__init__(f"{uri} has changed")
        self.found = found
        self.expected = expected


@dataclass(frozen=True, slots=True)
class FileStore:
    """The files *inputs* below *root*; others below *root* can be read, none outside.

    An input may be a symbolic link to anywhere, since the user named it.
    """

    root: Path
    inputs: tuple[str, ...]

    def read(self, uri: str) -> bytes:
        """Return the bytes of *uri*. Raises OSError when it can't be read."""
        path = self.root / uri
        inside = path.resolve().is_relative_to(self.root.resolve())
        if not inside and uri not in self.inputs:
            raise PermissionError(f"{uri} lies outside the input folder")
        return path.read_bytes()

    def names(self) -> tuple[str, ...]:
        """Return the inputs, sorted."""
        return tuple(sorted(self.inputs))


class Elsewhere(Protocol):
    """What lies outside the inputs' root, as far as the settings allow."""

    def read(self, uri: str) -> bytes | None:
        """Return the bytes of *uri*; None when it is not allowed. Raises OSError."""
        ...


@dataclass(frozen=True, slots=True)
class PartStore:
    """The inputs, whose bytes are in *files*, and the files that they refer to.

    Those lie in *folder*, or *elsewhere*; *files* keeps what was read of them.
    """

    files: dict[str, bytes]
    folder: FileStore
    elsewhere: Elsewhere | None = None

    def read(self, uri: str) -> bytes:
        """Return the bytes of *uri*. Raises OSError when it can't be read."""
        if uri not in self.files:
            data = self.elsewhere.read(uri) if self.elsewhere else None
            self.files[uri] = self.folder.read(uri) if data is None else data
        return self.files[uri]

    def names(self) -> tuple[str, ...]:
        """Return the uris of the inputs, sorted."""
        return self.folder.names()
