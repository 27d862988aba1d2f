"""Progress on long work: a line on the terminal that says which stage runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from specpress.pipeline import Stage
from specpress.store import Store


@dataclass(slots=True)
class _Counted:
    """A store that tells *stage* how many of its inputs were read."""

    store: Store
    stage: Stage
    done: int = 0

    def read(self, uri: str) -> bytes:
        """Return the bytes of *uri*."""
        self.done += 1
        total = len(self.store.names())
        last = self.done >= total
        stage = f"lifting {total} pages" if last else f"reading page {self.done}"
        self.stage(stage)
        return self.store.read(uri)

    def names(self) -> tuple[str, ...]:
        """Return the uris of the inputs."""
        return self.store.names()


def counted(store: Store, stage: Stage) -> Store:
    """Return *store*, telling *stage* of every page read."""
    return _Counted(store, stage)


@contextmanager
def progress(client: str, *, quiet: bool) -> Generator[Stage]:
    """Show the stages of work on *client*, where a person is looking."""
    if quiet or not sys.stderr.isatty() or os.environ.get("NO_COLOR"):
        yield lambda _: None
        return
    from rich.console import Console  # costs more than all else here, and only shows

    with Console(stderr=True).status(client) as status:
        yield lambda stage: status.update(f"{client}: {stage}")
