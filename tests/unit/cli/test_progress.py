"""Progress on long work, for people at a terminal only."""

from __future__ import annotations

import io
import sys

import pytest

from specpress.commands.progress import counted, progress
from specpress.store import DictStore


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Say that a person is looking."""
        return True


@pytest.mark.parametrize(
    ("stream", "quiet", "no_color", "shown"),
    [
        (Terminal(), False, "", True),
        (Terminal(), True, "", False),
        (Terminal(), False, "1", False),
        (io.StringIO(), False, "", False),
    ],
)
def test_only_where_a_person_looks(
    monkeypatch: pytest.MonkeyPatch,
    stream: io.StringIO,
    quiet: bool,
    no_color: str,
    shown: bool,
) -> None:
    """Nothing is shown off a terminal, with --quiet, or with NO_COLOR."""
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm")

    with progress("demo", quiet=quiet) as stage:
        stage("lowering")

    assert bool(stream.getvalue()) == shown


def test_reading_is_counted() -> None:
    """Each page read is told, and the last one tells what comes next."""
    told: list[str] = []
    store = counted(DictStore({"a": b"1", "b": b"2"}), told.append)

    assert [store.read(name) for name in store.names()] == [b"1", b"2"]
    assert told == ["reading page 1", "lifting 2 pages"]
