"""The lock file of a command: reading it, and writing it anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from specpress.commands.inputs import display
from specpress.commands.outcome import FAILED, Stop
from specpress.config.allow import Allowed
from specpress.diagnostics.codes.config import BAD_LOCK, UNREADABLE
from specpress.diagnostics.model import Report
from specpress.source import Span
from specpress.store import Elsewhere
from specpress.write import write_file

if TYPE_CHECKING:  # loaded where something outside is allowed
    from specpress.config.lock import Locked


class Lock:
    """What is to be locked, by the folder of the configuration and by name."""

    def __init__(self) -> None:
        self.files: dict[Path, dict[str, Locked]] = {}

    def write(self, *, whole: bool) -> None:
        """Write the lock files; what they had before goes when this is the *whole*."""
        from specpress.config import lock as format_

        for base, files in self.files.items():
            path = base / format_.LOCK
            old = format_.Lock() if whole else format_.Lock(files=dict(_read(base)))
            report = Report()
            if not write_file(path, old.updated(files).encode(), report):
                raise Stop(report, FAILED)


def beyond(
    base: Path, allow: tuple[str, ...], lock: Lock | None = None
) -> Callable[[Path], Elsewhere] | None:
    """Return what makes, of the inputs' root, what reads outside it; None when *allow*,
    relative to *base*, has no entry.

    It reads what the lock file in *base* says or, with *lock*, what there is now, and
    notes it there.
    """
    files = {} if lock is None else lock.files.setdefault(base, {})
    if not allow:
        return None
    from specpress.commands.elsewhere import AsLocked, Locking, Place

    def make(root: Path) -> Elsewhere:
        place = Place(root, base, Allowed.of(allow))
        if lock is None:
            return AsLocked(place, _read(base))
        return Locking(place, files=files)

    return make


def _read(base: Path) -> Mapping[str, Locked]:
    """Return what the lock file in *base* holds; end the command when it is broken."""
    from specpress.config.lock import LOCK, LockError, read_lock

    path = base / LOCK
    span = Span(display(base) + LOCK, 0, 0)
    try:
        return read_lock(path.read_bytes()).files
    except FileNotFoundError:
        return {}
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Stop([UNREADABLE.at(span, path=span.file, reason=reason)]) from error
    except LockError as error:
        raise Stop([BAD_LOCK.at(span, reason=str(error))]) from error
