"""Reading what lies outside the inputs, as far as the settings allow and as locked."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from specpress.commands.fetching import fetch
from specpress.config.allow import Allowed
from specpress.config.lock import Locked
from specpress.document.bundle_uris import is_outside, is_remote
from specpress.store import Changed, NotLocked

Fetch = Callable[[str, Allowed], bytes]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the inputs' *root* and the configuration's folder *base* are, and what is
    *allowed* beside them."""

    root: Path
    base: Path
    allowed: Allowed

    def name(self, uri: str) -> str | None:
        """Return what the lock calls *uri*; None when it is not allowed."""
        if is_remote(uri):
            return uri if self.allowed.allows(uri) else None
        path = self.path(uri)
        inside = path.is_relative_to(self.root.resolve())
        if inside and not is_outside(uri):
            return None
        for folder in self.allowed.folders:
            if path.is_relative_to((self.base / folder).resolve()):
                return Path(os.path.relpath(path, self.base.resolve())).as_posix()
        return None

    def path(self, uri: str) -> Path:
        """Return the file that *uri*, a path, names, links followed."""
        return (self.root / uri).resolve()


@dataclass(frozen=True, slots=True)
class AsLocked:
    """What the lock *files* hold; nothing is fetched."""

    place: Place
    files: Mapping[str, Locked]

    def read(self, uri: str) -> bytes | None:
        """Return the bytes of *uri*; None when it is not allowed.

        Raises NotLocked, Changed, or another OSError.
        """
        name = self.place.name(uri)
        if name is None:
            return None
        locked = self.files.get(name)
        if locked is None:
            raise NotLocked(f"{name} is not locked")
        data = locked.copy if is_remote(uri) else self.place.path(uri).read_bytes()
        if data is None:
            raise NotLocked(f"{name} is locked without a copy")
        found = sha256(data).hexdigest()
        if found != locked.sha256:
            raise Changed(name, found, locked.sha256)
        return data


@dataclass(slots=True)
class Locking:
    """What there is now; *files* are the locks of all that was read."""

    place: Place
    fetch: Fetch = fetch
    files: dict[str, Locked] = field(default_factory=dict[str, Locked])

    def read(self, uri: str) -> bytes | None:
        """Return the bytes of *uri*; None when it is not allowed. Raises OSError."""
        name = self.place.name(uri)
        if name is None:
            return None
        remote = is_remote(uri)
        if remote:
            data = self.fetch(uri, self.place.allowed)
        else:
            data = self.place.path(uri).read_bytes()
        self.files[name] = Locked.of(data, copy=remote)
        return data
