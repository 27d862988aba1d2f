"""Which descriptions are run, in which order, and which of them are looked at closely."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent.parent
CASES: Final = Path(__file__).resolve().parent / "cases"
CORPUS: Final = ROOT.parent / "shared" / "corpus"
KINDS: Final = ("swagger2", "oas30", "oas31", "oas32")
LARGE: Final = 100
"""A description with more operations than this is always looked at closely."""

OTHERS: Final = 150
"""How many of the others are."""


class Description(NamedTuple):
    """A line of the manifest, or a case of our own: *path* lies below the corpus."""

    path: str
    kind: str
    size: int
    operations: int
    verdict: str
    """What a public validator said of it."""

    @property
    def valid(self) -> bool:
        """Whether that validator was content."""
        return self.verdict.startswith("valid")

    @property
    def file(self) -> Path:
        """Where it lies."""
        return CORPUS / self.path

    @property
    def digest(self) -> str:
        """The hash of its name, which fixes the choices made here."""
        return hashlib.sha256(self.path.encode()).hexdigest()

    @property
    def package(self) -> str:
        """The import name of its client, no other's."""
        return f"c_{self.digest[:12]}"


def descriptions() -> list[Description]:
    """Return every OpenAPI description in the corpus, by path."""
    with (CORPUS / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = [
        Description(
            row["path"],
            row["kind"],
            int(row["bytes"]),
            int(row["operations"] or 0),
            row["valid"],
        )
        for row in rows
        if row["kind"] in KINDS
    ]
    return sorted(found)


def cases() -> list[Description]:
    """Return the descriptions beside this file: each once went wrong."""
    files = sorted(CASES.glob("*.yaml"))
    return [Description(str(file), KINDS[-1], 0, 0, "valid") for file in files]


def close(all_: Sequence[Description]) -> set[str]:
    """Return the paths of those whose clients are tested and checked, too."""
    large = {d.path for d in all_ if d.operations > LARGE}
    others = sorted((d for d in all_ if d.path not in large), key=lambda d: d.digest)
    return large | {d.path for d in others[:OTHERS]}


def subset(all_: Sequence[Description], each: int, largest: int) -> list[Description]:
    """Return *each* valid descriptions of every kind with operations, none too large."""
    out: list[Description] = []
    for kind in KINDS:
        fit = [
            d
            for d in all_
            if d.kind == kind and d.valid and d.operations and d.size <= largest
        ]
        out += sorted(fit, key=lambda d: d.digest)[:each]
    return out


def content_digest(description: Description) -> str:
    """Return the hash of what *description* says."""
    return hashlib.sha256(description.file.read_bytes()).hexdigest()[:16]


def generator_digest() -> str:
    """Return the hash of all that decides what comes out, this runner among it."""
    total = hashlib.sha256()
    for folder in ("generator", "templates", "tests/corpus"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                total.update(path.relative_to(ROOT).as_posix().encode())
                total.update(path.read_bytes())
    return total.hexdigest()[:16]
