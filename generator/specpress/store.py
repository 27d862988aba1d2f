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
