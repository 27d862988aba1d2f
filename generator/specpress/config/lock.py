"""The lock file: what each file from outside the inputs has to be."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated, Final

import msgspec
from msgspec import Meta

LOCK: Final = "specpress.lock"
_FORMAT: Final = 1


class LockError(Exception):
    """The file is not a lock file that this version reads."""


class Locked(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One file: the SHA-256 of its bytes, and of one that is fetched a copy.

    The copy is *text*, or *base64* where it is not UTF-8.
    """

    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    text: str | None = None
    base64: bytes | None = None

    @classmethod
    def of(cls, data: bytes, *, copy: bool) -> Locked:
        """Return what locks *data*, with a *copy* or without."""
        digest = sha256(data).hexdigest()
        if not copy:
            return cls(sha256=digest)
        try:
            return cls(sha256=digest, text=data.decode())
        except UnicodeDecodeError:
            return cls(sha256=digest, base64=data)

    @property
    def copy(self) -> bytes | None:
        """The bytes that are kept, if they are."""
        return self.base64 if self.text is None else self.text.encode()


class Lock(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lock file: *files* are by URL, or by path relative to the configuration."""

    format: int = _FORMAT
    files: dict[str, Locked] = msgspec.field(default_factory=dict[str, Locked])

    def encode(self) -> bytes:
        """Return the lock as it is written: indented JSON, sorted."""
        ordered = Lock(files=dict(sorted(self.files.items())))
        return msgspec.json.format(msgspec.json.encode(ordered), indent=2) + b"\n"

    def updated(self, files: Mapping[str, Locked]) -> Lock:
        """Return the lock with *files* in it too."""
        return Lock(files={**self.files, **files})


def read_lock(data: bytes) -> Lock:
    """Return the lock that *data* is. Raises LockError."""
    try:
        lock = msgspec.json.decode(data, type=Lock)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LockError(str(error)) from error
    if lock.format != _FORMAT:
        raise LockError(f"its format is {lock.format}, not {_FORMAT}")
    return lock
