"""What generating costs: one page, 199 pages, a check, and the command's start."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from measuring import Cost, Row, cost, in_turn, ratio, table
from places import (
    BIN,
    PAGES,
    check_pages,
    emitted,
    generate_pages,
    generate_seed,
)


def start(rounds: int) -> str:
    """Return the table of the command's start."""
    taken = in_turn(
        {
            "version": lambda: cost([BIN / "specpress", "--version"]),
            "pass": lambda: cost([sys.executable, "-c", "pass"]),
        },
        rounds,
    )
    rows = [
        Row("specpress --version", f"{taken['version'].wall * 1000:.0f} ms"),
        Row("python -c pass", f"{taken['pass'].wall * 1000:.0f} ms"),
        Row("ratio", ratio(taken["version"].wall, taken["pass"].wall), "under 3"),
        Row("ratio of CPU", ratio(taken["version"].cpu, taken["pass"].cpu), "under 3"),
    ]
    return table(f"start of the command, {rounds} rounds", rows)


def seed(scratch: Path, rounds: int) -> str:
    """Return the table of the seed page."""
    folders = _folders(scratch / "seed")
    taken = in_turn({"seed": lambda: cost(generate_seed(next(folders)))}, rounds)[
        "seed"
    ]
    rows = [
        Row("time", f"{taken.wall:.2f} s"),
        Row("CPU", f"{taken.cpu:.2f} s"),
        Row("peak memory", f"{taken.peak:.0f} MB"),
    ]
    return table(f"the seed page, cold, {rounds} rounds", rows)


def pages(scratch: Path, rounds: int) -> str:
    """Return the table of the 199 pages; the client stays in *scratch* as ``large``."""
    if not PAGES.is_dir():
        return "199 pages: skipped, they do not lie beside the checkout\n"
    large, plain = scratch / "large", scratch / "plain"
    cost(generate_pages(large))
    cost(generate_pages(plain, "--no-format"))
    folders = _folders(scratch / "cold")
    taken = in_turn(
        {
            "generate": lambda: cost(generate_pages(next(folders))),
            "plain": lambda: cost(generate_pages(next(folders), "--no-format")),
            "black": _black(large, folders),
        },
        rounds,
    )
    check = in_turn({"check": lambda: cost(check_pages(large))}, rounds)["check"]
    black = taken["black"].cpu
    rows = [
        Row("generate, CPU", f"{taken['generate'].cpu:.1f} s"),
        Row("generate, time", f"{taken['generate'].wall:.1f} s"),
        Row("generate, peak memory", f"{taken['generate'].peak:.0f} MB", "under 200"),
        Row("black --check, cold cache, CPU", f"{black:.1f} s"),
        Row("generate against black", ratio(taken["generate"].cpu, black), "1.5"),
        Row("generate --no-format, CPU", f"{taken['plain'].cpu:.1f} s"),
        Row("--no-format against black", ratio(taken["plain"].cpu, black), "0.6"),
        Row("files that black leaves unchanged", _unchanged(plain, large), "all"),
        Row("check, nothing changed, CPU", f"{check.cpu:.2f} s", "under 0.4"),
        Row("lines of .py an operation", f"{_lines(large) / 199:.0f}", "120 at most"),
    ]
    return table(f"199 pages, cold, {rounds} rounds", rows)


def _folders(parent: Path) -> Iterator[Path]:
    parent.mkdir()
    return (parent / str(number) for number in count())


def _black(client: Path, folders: Iterator[Path]) -> Callable[[], Cost]:
    """Return what runs black over *client* with a cache that is new each time."""
    command = [sys.executable, "-m", "black", "--check", "--quiet", client]
    return lambda: cost(command, BLACK_CACHE_DIR=str(next(folders)))


def _unchanged(plain: Path, formatted: Path) -> str:
    before, after = emitted(plain), emitted(formatted)
    same = sum(before[path] == after[path] for path in after)
    return f"{same} of {len(after)}"


def _lines(client: Path) -> int:
    texts = emitted(client)
    return sum(len(t.splitlines()) for p, t in texts.items() if "/_runtime/" not in p)
