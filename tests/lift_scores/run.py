"""The table of scores: ``make lift-scores``, ONLY=part of a path, SHOW=n facts."""

from __future__ import annotations

import argparse
import sys
from itertools import groupby

from lift_scores.pages import CORPUS, scored
from lift_scores.score import score


def main() -> int:
    """Print right and total per page and tool; return 0, also without real pages."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", default="", help="part of a page's path")
    options.add_argument("--show", type=int, default=0, help="how many wrong facts")
    given = options.parse_args()
    if not CORPUS.exists():
        print(f"skipped: there are no real pages at {CORPUS}")
        return 0
    table: list[str] = []
    for tool, cases in groupby(scored(given.only), key=lambda case: case.tool):
        right = total = pages = 0
        for case in cases:
            result = score(case)
            right, total, pages = right + result.right, total + result.total, pages + 1
            line = f"{_share(result.right, result.total)}  {case.name}  {result.told}"
            print(line.rstrip(), flush=True)
            for wrong in result.wrong[: given.show]:
                print("   ", wrong)
        table.append(f"{_share(right, total)}  {tool}, {pages} pages")
    print("\n" + "\n".join(table))
    return 0


def _share(right: int, total: int) -> str:
    return f"{right:5} / {total:5} {100 * right / max(total, 1):7.2f} %"


if __name__ == "__main__":
    sys.exit(main())
