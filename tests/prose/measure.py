"""Measuring the mining of prose over a corpus: ``make prose``."""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from .compare import Miss, Result
from .corpus import described

ROOT: Final = Path(__file__).resolve().parents[2]
CORPUS: Final = ROOT.parent / "shared" / "corpus"
REVIEWED: Final = Path(__file__).with_name("reviewed.toml")
KINDS: Final = ("values", "default", "range", "length")
PRECISION: Final = 0.98
RECALL: Final = 0.80
_HEAD: Final = ("kind", "stated", "found", "enforced", "right", "wrong", "disagrees")


def reviewed() -> frozenset[str]:
    """Return the ids of those disagreements in which, by hand, prose was found to say
    what was mined."""
    table = tomllib.loads(REVIEWED.read_text("utf-8"))
    return frozenset(each["id"] for each in table["disagreement"])


def measure(corpus: Path, limit: int, *, raw: bool = False) -> Result:
    """Return what mining finds in *corpus*, in at most *limit* descriptions.

    *raw*: what was reviewed counts as wrong, too.
    """
    result, known = Result(), frozenset[str]() if raw else reviewed()
    for each in described(corpus, limit):
        result.add(each, known)
    return result


def table(counts: Counter[tuple[str, str]]) -> Iterator[str]:
    """Yield the lines of the table of *counts*, a kind each."""
    yield "  ".join(f"{word:>9}" for word in (*_HEAD, "new", "recall", "precision"))
    for kind in KINDS:
        numbers = [counts[kind, word] for word in (*_HEAD[1:], "new")]
        shown = (kind, *map(str, numbers), *(f"{r:.1%}" for r in rates(counts, kind)))
        yield "  ".join(f"{word:>9}" for word in shown)


def rates(counts: Counter[tuple[str, str]], kind: str) -> tuple[float, float]:
    """Return the recall and the precision of *kind*, at the level ``enforce``."""
    right, wrong = counts[kind, "right"], counts[kind, "wrong"]
    recall = counts[kind, "enforced"] / max(counts[kind, "stated"], 1)
    return recall, right / max(right + wrong, 1)


def shown(miss: Miss) -> str:
    """Return *miss* on a line."""
    text = " ".join((miss.sentence or miss.of.text).split())
    name = f"{miss.of.vendor} {miss.of.about.name}.{miss.key}"
    return (
        f"{miss.what} {miss.id} {name}: {miss.found!r}, schema {miss.schema!r}: {text}"
    )


def main(arguments: list[str]) -> int:
    """Print the table and what is not as it should be; 1 where too much is not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--limit", type=int, default=40_000)
    parser.add_argument("--misses", type=int, default=200)
    parser.add_argument("--raw", action="store_true", help="set nothing aside")
    options = parser.parse_args(arguments)
    if not options.corpus.is_dir():
        print(f"skipped: there is no {options.corpus}")
        return 0
    result = measure(options.corpus, options.limit, raw=options.raw)
    for line in table(result.counts):
        print(line)
    for miss in result.misses[: options.misses]:
        print(shown(miss)[:300])
    found = [rates(result.counts, kind) for kind in KINDS]
    return int(any(r < RECALL or p < PRECISION for r, p in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
