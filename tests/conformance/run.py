"""`make conformance`: every scenario of Microsoft's HTTP specs, one line each."""

from __future__ import annotations

import argparse
import sys
import time

from conformance.clients import Described, client, generator_hash
from conformance.drive import Outcome, drive
from conformance.expected import judge, load
from conformance.server import coverage, mock_server
from conformance.table import summary, write_table
from conformance.tools import Unavailable, compiled, install, scenarios


def main() -> int:
    """Run the scenarios; return 1 when one does what nobody expects."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="part of a specification's path")
    parser.add_argument("--show", type=int, default=40, help="faults to print")
    options = parser.parse_args()
    try:
        install()
        report = compiled()
        made = _clients(report, options.only)
        with mock_server() as url:
            found = scenarios(url)
            outcomes = [
                drive(folder, scenario, made[folder], url)
                for folder in made
                for scenario in found[folder]
            ]
    except Unavailable as reason:
        print(f"SKIPPED: {reason}")
        return 0
    outcomes, faults = judge(outcomes, load(), coverage(), whole=not options.only)
    write_table(outcomes, report, coverage())
    for each in faults[: options.show]:
        print(each)
    print(summary(outcomes))
    return 1 if faults else 0


def _clients(
    report: dict[str, dict[str, list[str]]], only: str
) -> dict[str, list[Described]]:
    """Return the clients of each specification of *report* that *only* is part of."""
    generator = generator_hash()
    begun = time.monotonic()
    made = {}
    for folder, compiled_to in report.items():
        if only in folder:
            made[folder] = [client(path, generator) for path in compiled_to["files"]]
    took = time.monotonic() - begun
    print(f"{sum(map(len, made.values()))} clients in {took:.0f} s", file=sys.stderr)
    return made


__all__ = ["Outcome", "main"]

if __name__ == "__main__":
    sys.exit(main())
