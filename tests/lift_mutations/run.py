"""Change pages at random and count what lifters lose of them without a word."""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from lift_mutations.facts import Fact, lifted, lost  # the path above
from lift_mutations.mutate import MUTATIONS, mutated  # the path above
from lift_mutations.pages import (
    corpus_pages,
    small_pages,
)  # the path above

OUTCOMES = ("kept", "reported", "gone", "silent", "crashed", "nothing")


def outcome(
    name: str,
    text: str,
    mutation: str,
    seed: int,
    before: tuple[dict[Fact, str], Counter[str]],
) -> tuple[str, list[Fact]]:
    """Return what became of the page *text* after *mutation*, and the facts lost.

    kept: no fact is lost; reported: some are, and there is a diagnostic that was not
    there before; gone: what says them was taken away; silent: none of these.
    """
    changed = mutated(text, mutation, seed)
    if changed is None:
        return "nothing", []
    try:
        after = lifted(name, changed[0])
    except Exception as error:  # noqa: BLE001 # a crash is an outcome here
        return "crashed", [(type(error).__name__, str(error)[:200])]
    missing = list(lost(before[0], after[0]))
    if not missing:
        return "kept", []
    if after[1] - before[1]:
        return "reported", missing
    said = "".join(changed[1].split())
    if said and all(_gone(fact, before[0], said) for fact in missing):
        return "gone", missing
    return "silent", missing


def _gone(fact: Fact, before: dict[Fact, str], said: str) -> bool:
    """Return whether what says *fact* is among the words *said* that were taken away."""
    names = [part for part in fact if len(part) > 1 and part.replace(" ", "") in said]
    return bool(names) or before[fact] in "".join(
        c for c in said if c.isalnum() or c == "_"
    )


def runs(
    pages: Iterator[tuple[str, str, str]], seeds: range, base: str = ""
) -> Iterator[tuple[str, str, str, int, str, list[Fact]]]:
    """Yield lifter, page, mutation, seed, outcome and facts lost, for all of them."""
    for lifter, name, text in pages:
        if base and base not in lifter:
            continue
        plain = str(
            __import__("bs4").BeautifulSoup(
                text, "html.parser", multi_valued_attributes=None
            )
        )
        before = lifted(name, plain)
        for mutation in MUTATIONS:
            for seed in seeds:
                yield lifter, name, mutation, seed, *outcome(
                    name, plain, mutation, seed, before
                )


def main() -> int:
    """Print the counts; the exit status tells whether anything was lost silently."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--seeds", type=int, default=3)
    cli.add_argument("--only", default="", help="a part of a lifter's name")
    cli.add_argument("--small", action="store_true", help="the pages of tests only")
    cli.add_argument(
        "--show", type=int, default=5, help="how many silent losses to print"
    )
    options = cli.parse_args()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    shown = 0
    pages = [*small_pages(), *([] if options.small else corpus_pages())]
    for lifter, name, mutation, seed, what, missing in runs(
        iter(pages), range(options.seeds), options.only
    ):
        counts[lifter][what] += 1
        counts[f"  {mutation}"][what] += 1
        if what in ("silent", "crashed") and shown < options.show:
            shown += 1
            print(
                f"{what}: {lifter} {name} {mutation} {seed}: "
                + "; ".join("/".join(f) for f in missing[:3])
            )
    print(f"{'':22}" + "".join(f"{each:>10}" for each in OUTCOMES))
    for key in sorted(counts):
        print(f"{key:22}" + "".join(f"{counts[key][each]:10}" for each in OUTCOMES))
    bad = sum(c["silent"] + c["crashed"] for c in counts.values())
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
