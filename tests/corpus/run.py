"""Every description of the corpus, one process each; resumed where it was stopped."""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from corpus.attempt import attempt
from corpus.bar import TOOLS, hold
from corpus.pool import Job, run_all
from corpus.selection import (
    CORPUS,
    ROOT,
    Description,
    cases,
    close,
    content_digest,
    descriptions,
    generator_digest,
    subset,
)
from corpus.table import shortcomings, write

BUILD: Final = ROOT / "build" / "corpus"
_RESULTS: Final = "results.jsonl"
SIZE: Final = 50_000
"""The most bytes that a description of the subset has."""


def main(options: argparse.Namespace) -> int:
    """Run what is left to run, and report on what there is; 1 when something is short.

    Told to stop, it reports on what was done, and goes on from there the next time.
    """
    if not (options.cases or CORPUS.is_dir()):
        print(f"skipped: there is no {CORPUS}")
        return 0
    build = options.build.absolute()
    build.mkdir(parents=True, exist_ok=True)
    every = cases() if options.cases else descriptions()
    chosen = _chosen(every, options)
    closely = set[str]() if options.quick else close(every)
    generator = generator_digest()
    tools = {d.path: options.tools if d.path in closely else () for d in chosen}
    keys = {
        d.path: f"{content_digest(d)}-{generator}-{'+'.join(tools[d.path])}"
        for d in chosen
    }
    known = _known(build / _RESULTS)
    there = {d.path: r for d in chosen if (r := known.get((d.path, keys[d.path])))}
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _run(chosen, tools, keys, there, options)
    except KeyboardInterrupt:
        print("stopped; the same command goes on from here")
    rows = [(d, there[d.path]) for d in chosen if d.path in there]
    file, short_of = write(rows, build)
    left = len(chosen) - len(rows)
    more = f", {left} are left to run" if left else ""
    print(f"{len(rows)} descriptions, {short_of} fall short{more}: see {file}")
    return int(short_of > 0 or left > 0)


def _chosen(
    every: Sequence[Description], options: argparse.Namespace
) -> list[Description]:
    """Return those that *options* ask for, by path."""
    fit = [d for d in every if options.only in d.path and _is_wanted(d, options)]
    if options.closely:
        named = close(every)
        fit = [d for d in fit if d.path in named]
    chosen = sorted(sorted(fit, key=lambda d: d.digest)[: options.limit])
    return subset(chosen, options.subset, SIZE) if options.subset else chosen


def _run(
    chosen: Sequence[Description],
    tools: Mapping[str, Sequence[str]],
    keys: Mapping[str, str],
    there: dict[str, Mapping[str, Any]],
    options: argparse.Namespace,
) -> None:
    """Add what comes of the others of *chosen* to *there*, and to the log of results."""
    build = options.build.absolute()
    by_path = {d.path: d for d in chosen}
    left = [d for d in chosen if d.path not in there]
    todo = sorted(left, key=lambda d: d.digest)  # a fair sample, whenever it is stopped
    jobs = (_job(d, build, tools[d.path]) for d in todo)
    ended = run_all(
        jobs, build / "running", workers=options.jobs, seconds=options.seconds
    )
    with (build / _RESULTS).open("a", encoding="utf-8") as log:
        for path, result in ended:
            there[path] = result
            row = {"path": path, "key": keys[path], "result": result}
            print(json.dumps(row), file=log, flush=True)
            short = "; ".join(shortcomings(by_path[path], result))
            if short:
                print(f"{len(there)}/{len(chosen)} {path}: {short[:200]}", flush=True)
            if not options.keep:
                shutil.rmtree(_folder(by_path[path], build).parent, ignore_errors=True)


def _is_wanted(description: Description, options: argparse.Namespace) -> bool:
    """Return whether *description* has as many operations as *options* ask for."""
    wanted: bool = options.least <= description.operations <= options.most
    return wanted


def _job(description: Description, build: Path, tools: Sequence[str]) -> Job:
    """Return the job of one description; the client is formatted for *tools*, if any."""

    def work() -> dict[str, Any]:
        out = _folder(description, build)
        result = attempt(description, out, quick=not tools)
        if tools and (out / description.package).is_dir():
            result["bar"] = hold(out, build / "mypy_cache", tools)
        return result

    return Job(description.path, work, bounded=not tools)


def _folder(description: Description, build: Path) -> Path:
    """Return where below *build* the client of *description* goes."""
    return build / "clients" / description.package / "client"


def _known(file: Path) -> dict[tuple[str, str], Mapping[str, Any]]:
    """Return the results in *file*, by path and key; a torn line is none."""
    known: dict[tuple[str, str], Mapping[str, Any]] = {}
    if not file.is_file():
        return known
    for line in file.read_text("utf-8").splitlines():
        try:
            row = json.loads(line)
        except ValueError:
            continue
        known[row["path"], row["key"]] = row["result"]
    return known


def _options() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="Those with this in their path.")
    parser.add_argument("--least", type=int, default=0, help="So many operations each.")
    parser.add_argument("--most", type=int, default=1 << 30, help="Not more of them.")
    parser.add_argument("--closely", action="store_true", help="Those with all checks.")
    parser.add_argument("--limit", type=int, help="At most so many.")
    parser.add_argument("--jobs", type=int, default=2, help="So many at a time.")
    parser.add_argument("--seconds", type=int, default=900, help="The most for one.")
    parser.add_argument("--quick", action="store_true", help="No tests, no checkers.")
    parser.add_argument("--tools", type=str.split, default=TOOLS, help="Which of them.")
    parser.add_argument("--cases", action="store_true", help="Our own cases instead.")
    parser.add_argument("--subset", type=int, help="So many small ones of each kind.")
    parser.add_argument("--build", type=Path, default=BUILD, help="Where it all goes.")
    parser.add_argument("--keep", action="store_true", help="Leave the clients there.")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main(_options()))
