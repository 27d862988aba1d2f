"""Faults written by hand, where mutmut makes none: tables, properties, models."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Final, NamedTuple

from tally import Tally

_DATA: Final = Path(__file__).parent / "faults.toml"


class Fault(NamedTuple):
    """A text in a file of the client, and what to put in its place."""

    file: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.file}\n    - {self.old}\n    + {self.new}"


def read_faults() -> list[Fault]:
    """Return all faults. Raises TypeError for one that lacks a part."""
    table = tomllib.loads(_DATA.read_text("utf-8"))
    return [
        Fault(file, *pair) for file, pairs in table.items() for pair in pairs["faults"]
    ]


def hand_written(client: Path) -> tuple[dict[str, Tally], list[Fault]]:
    """Put each fault into *client*, run its tests; return tallies and survivors."""
    if not _green(client):
        sys.exit("the tests of the client fail without any fault")
    faults = read_faults()
    for fault in faults:
        if fault.old not in (client / fault.file).read_text("utf-8"):
            sys.exit(f"to be brought up to date, since it does not fit: {fault}")
    tallies: dict[str, Tally] = defaultdict(lambda: Tally(0, 0))
    alive: list[Fault] = []
    for fault in faults:
        path = client / fault.file
        text = path.read_text("utf-8")
        path.write_text(text.replace(fault.old, fault.new), "utf-8")
        survived = _green(client)
        path.write_text(text, "utf-8")
        tallies[fault.file] += Tally(not survived, 1)
        alive += [fault] if survived else []
    return dict(tallies), alive


def _green(client: Path) -> bool:
    """Return whether all tests of *client* pass."""
    options = ["-x", "-q", "-p", "no:cacheprovider", "-B"]
    done = subprocess.run(
        [sys.executable, *options[-1:], "-m", "pytest", *options[:-1]],
        cwd=client,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode == 0
