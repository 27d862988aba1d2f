"""Every description of the corpus: requests read back; resumed where it was stopped."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from corpus.pool import Job, run_all
from corpus.selection import CORPUS, ROOT, Description, descriptions

from roundtrip.one import examined

BUILD: Final = ROOT / "build" / "roundtrip"
_RESULTS: Final = "results.jsonl"
_SPARE: Final = 120
"""Seconds that a process has for generating, beside those for calling."""


def main(options: argparse.Namespace) -> int:
    """Run what is left to run and print the table; 1 where anything differs."""
    if not CORPUS.is_dir():
        print(f"skipped: there is no {CORPUS}")
        return 0
    log = options.build.absolute() / _RESULTS
    log.parent.mkdir(parents=True, exist_ok=True)
    chosen = _spread(
        [d for d in descriptions() if d.operations and options.only in d.path]
    )
    chosen = chosen[: options.limit]
    known = {} if options.again else _known(log)
    todo = [d for d in chosen if d.path not in known]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    jobs = (_job(d, options) for d in todo)
    ended = run_all(
        jobs,
        log.parent / "running",
        workers=options.jobs,
        seconds=options.seconds + _SPARE,
    )
    try:
        with log.open("a", encoding="utf-8") as file:
            for path, result in ended:
                known[path] = result
                print(
                    json.dumps({"path": path, "result": result}), file=file, flush=True
                )
                for each in result.get("differences", ())[:3]:
                    print(f"{path}: {each[:300]}", flush=True)
    except KeyboardInterrupt:
        print("stopped; the same command goes on from here")
    rows = {d.path: known[d.path] for d in chosen if d.path in known}
    return show(rows, len(chosen) - len(rows))


def show(rows: Mapping[str, Mapping[str, Any]], left: int) -> int:
    """Print what *rows* add up to; return 1 where anything differs."""
    total: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    partly: Counter[str] = Counter()
    for result in rows.values():
        for key in ("operations", "done", "sent", "left"):
            total[key] += result.get(key, 0)
        total["died"] += "died" in result
        total["differences"] += len(result.get("differences", ()))
        reasons.update(result.get("reasons", {}))
        partly.update(result.get("partly", {}).keys())
    print(f"descriptions {len(rows)}, left {left}, died {total['died']}")
    print(f"operations   {total['operations']}, not reached in time {total['left']}")
    print(f"read back    {total['done']} operations, {total['sent']} requests")
    print(f"differences  {total['differences']}")
    print(f"not expressible: {reasons.total()} operations")
    for reason, count in reasons.most_common():
        print(f"  {count:5} {reason}")
    print("some values of operations that were read back:")
    for reason, count in partly.most_common(20):
        print(f"  {count:5} descriptions: {reason}")
    return int(total["differences"] > 0)


def _spread(every: Sequence[Description]) -> list[Description]:
    """Return *every*, one of each origin at a time: the first are of many."""
    groups: dict[str, list[Description]] = {}
    for each in sorted(every, key=lambda d: d.digest):
        groups.setdefault(Path(each.path).parts[0], []).append(each)
    turns = [(n, g[n]) for g in groups.values() for n in range(len(g))]
    return [each for _, each in sorted(turns, key=lambda t: (t[0], t[1].digest))]


def _job(description: Description, options: argparse.Namespace) -> Job:
    package = description.package
    out = options.build.absolute() / "clients" / package / "client"

    def work() -> dict[str, Any]:
        return examined(
            description.file,
            out,
            package,
            examples=options.examples,
            seconds=options.seconds,
            options=("--allow", str(CORPUS / Path(description.path).parts[0])),
        )

    return Job(description.path, work)


def _known(log: Path) -> dict[str, dict[str, Any]]:
    """Return the results in *log* by path; a torn line is none."""
    found: dict[str, dict[str, Any]] = {}
    for line in log.read_text("utf-8").splitlines() if log.is_file() else ():
        try:
            row = json.loads(line)
        except ValueError:
            continue
        found[row["path"]] = row["result"]
    return found


def _options() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="Those with this in their path.")
    parser.add_argument("--limit", type=int, help="At most so many.")
    parser.add_argument("--jobs", type=int, default=2, help="So many at a time.")
    parser.add_argument("--examples", type=int, default=4, help="Calls for each body.")
    parser.add_argument("--seconds", type=float, default=120, help="For one of them.")
    parser.add_argument("--again", action="store_true", help="Also what has a result.")
    parser.add_argument("--build", type=Path, default=BUILD, help="Where it all goes.")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main(_options()))
