"""Reading what mutmut left behind: counts by module, and the survivors' diffs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

_ALIVE: Final = {0: "survived", 5: "no test runs it", 33: "no test runs it"}
_SKIPPED: Final = {34, None}


class Tally(NamedTuple):
    """How many mutants there were, and how many a test found."""

    killed: int
    total: int

    def __add__(self, other: object) -> Tally:  # type: ignore[override]  # a sum, not a join
        assert isinstance(other, Tally)
        return Tally(self.killed + other.killed, self.total + other.total)

    @property
    def percent(self) -> float:
        """The share that was found."""
        return 100 * self.killed / self.total


def tallies(client: Path, package: str) -> dict[str, Tally]:
    """Return the tally of each module of *package*."""
    return {
        module: Tally(sum(c not in _ALIVE for c in codes.values()), len(codes))
        for module, codes in _codes(client, package)
    }


def survivors(client: Path, package: str) -> str:
    """Return the diff of each mutant that no test found."""
    parts: list[str] = []
    for module, codes in _codes(client, package):
        for name, code in codes.items():
            if code in _ALIVE:
                parts.append(f"## {module}: {_ALIVE[code]}\n{_diff(client, name)}\n")
    return "\n".join(parts)


def _codes(client: Path, package: str) -> Iterator[tuple[str, dict[str, int]]]:
    """Yield each module with the exit status of the tests for each of its mutants."""
    root = client / "mutants" / package
    for path in sorted(root.rglob("*.meta")):
        found: dict[str, int | None] = json.loads(path.read_text("utf-8"))[
            "exit_code_by_key"
        ]
        codes = {k: c for k, c in found.items() if c is not None and c not in _SKIPPED}
        yield path.relative_to(root).as_posix().removesuffix(".meta"), codes


def _diff(client: Path, name: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", "show", name],
        cwd=client,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
