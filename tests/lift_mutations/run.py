"""Change pages at random and count what lifters lose of them without a word."""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from lift_mutations.facts import Fact, lifted, lost  # the path above
from lift_mutations.gone import Gone  # the path above
from lift_mutations.mutate import ALL, mutated, settled  # the path above
from lift_mutations.pages import (  # the path above
    Changing,
    corpus_pages,
    pages_in,
    small_pages,
)

OUTCOMES = ("kept", "reported", "gone", "silent", "crashed", "nothing")


def outcome(
    page: Changing,
    mutation: str,
    seed: int,
    before: tuple[dict[Fact, str], Counter[str]],
) -> tuple[str, list[Fact]]:
    """Return what became of *page* after *mutation*, and the facts lost.

    kept: no fact is lost; reported: some are, and there is a diagnostic that was not
    there before; gone: what says them was taken away; silent: none of these.
    """
    changed = mutated(page.text, mutation, seed)
    if changed is None:
        return "nothing", []
    try:
        after = lifted(page.name, changed[0], page.beside)
    except Exception as error:  # noqa: BLE001 # a crash is an outcome here
        return "crashed", [(type(error).__name__, str(error)[:200])]
    missing = list(lost(before[0], after[0]))
    if not missing:
        return "kept", []
    if after[1] - before[1]:
        return "reported", missing
    gone = Gone(changed[1], before[0], missing)
    if changed[1] and all(map(gone.holds, missing)):
        return "gone", missing
    return "silent", missing


def runs(
    pages: Iterator[Changing], seeds: range, base: str = ""
) -> Iterator[tuple[Changing, str, int, str, list[Fact]]]:
    """Yield page, mutation, seed, outcome and facts lost, for all of them."""
    for each in pages:
        if base and base not in each.lifter:
            continue
        page = each._replace(text=settled(each.text))
        before = lifted(page.name, page.text, page.beside)
        for mutation in ALL:
            for seed in seeds:
                yield page, mutation, seed, *outcome(page, mutation, seed, before)


def main() -> int:
    """Print the counts; the exit status tells whether anything was lost silently."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--seeds", type=int, default=3)
    cli.add_argument("--first", type=int, default=0, help="the first seed")
    cli.add_argument("--only", default="", help="a part of a lifter's name")
    cli.add_argument("--more", type=Path, help="a folder of folders of pages, saved")
    cli.add_argument("--small", action="store_true", help="the pages of tests only")
    cli.add_argument(
        "--show", type=int, default=50, help="how many silent losses to print"
    )
    options = cli.parse_args()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    shown = 0
    pages = [*small_pages(), *([] if options.small else corpus_pages())]
    pages = [*pages_in(options.more)] if options.more else pages
    for page, mutation, seed, what, missing in runs(
        iter(pages), range(options.first, options.first + options.seeds), options.only
    ):
        counts[page.lifter][what] += 1
        counts[f"  {mutation}"][what] += 1
        if what in ("silent", "crashed") and shown < options.show:
            shown += 1
            print(
                f"{what}: {page.lifter} {page.name} {mutation} {seed}: "
                + "; ".join("/".join(f) for f in missing[:3]),
                flush=True,
            )
    print(f"{'':28}" + "".join(f"{each:>10}" for each in OUTCOMES))
    for key in sorted(counts):
        print(f"{key:28}" + "".join(f"{counts[key][each]:10}" for each in OUTCOMES))
    bad = sum(c["silent"] + c["crashed"] for c in counts.values())
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
