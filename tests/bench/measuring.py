"""Running commands and taking what they cost; medians over rounds taken in turn."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

_ENVIRONMENT: Final = {
    name: value
    for name, value in os.environ.items()
    if name != "PYTHONDONTWRITEBYTECODE"  # else what is new is compiled every time
}


class Cost(NamedTuple):
    """What a command took, its children with it; *peak* is that of the largest one."""

    cpu: float
    wall: float
    peak: float


class Row(NamedTuple):
    """A line of the report: *value* as text, and the aim it is held to, if any."""

    what: str
    value: str
    aim: str = ""


def cost(
    command: Sequence[str | Path],
    cwd: Path | None = None,
    *,
    allowed: tuple[int, ...] = (0,),
    **environment: str,
) -> Cost:
    """Run *command* and return what it took. Raises SystemExit when it fails."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=cwd,
        env={**_ENVIRONMENT, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        shown = " ".join(map(str, command))
        sys.exit(f"{shown} ended with status {process.returncode}")
    peak = used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return Cost(used.ru_utime + used.ru_stime, wall, peak)


def in_turn(sides: Mapping[str, Callable[[], Cost]], rounds: int) -> dict[str, Cost]:
    """Return the median cost of each side; each round runs every side once."""
    taken: dict[str, list[Cost]] = {name: [] for name in sides}
    for number in range(rounds):
        names = list(sides) if number % 2 == 0 else list(reversed(sides))
        for name in names:
            taken[name].append(sides[name]())
    return {
        name: Cost(*map(median, zip(*costs, strict=True)))
        for name, costs in taken.items()
    }


def ratio(one: float, other: float) -> str:
    """Return how many times *other* the *one* is.

    >>> ratio(3, 2)
    '1.50 times'
    """
    return f"{one / other:.2f} times"


def table(title: str, rows: Sequence[Row]) -> str:
    """Return *rows* as plain text below *title*."""
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    lines = [
        f"  {row.what:<{widths[0]}}  {row.value:>{widths[1]}}"
        + (f"  (aim: {row.aim})" if row.aim else "")
        for row in rows
    ]
    return "\n".join([title, *lines, ""])
