"""The groups of the JSON Schema Test Suite in the shared corpus."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).resolve().parents[2].parent / "shared/corpus"
_KIND = "jsonschema-tests"
_DRAFT = "/tests/draft2020-12/"


@dataclass(frozen=True)
class Group:
    """A schema, and the values that it accepts or refuses."""

    file: str
    description: str
    schema: Any
    tests: list[dict[str, Any]]

    @property
    def name(self) -> str:
        """What the group is called in the list of those that are not expressible."""
        return f"{self.file}: {self.description}"


@cache
def groups() -> list[Group]:
    """Return the groups of the required part of draft 2020-12; none without a corpus."""
    manifest = CORPUS / "MANIFEST.tsv"
    if not manifest.is_file():
        return []
    with manifest.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        paths = [row["path"] for row in rows if row["kind"] == _KIND]
    wanted = sorted(p for p in paths if _DRAFT in p and "/optional/" not in p)
    return [
        Group(Path(path).stem, each["description"], each["schema"], each["tests"])
        for path in wanted
        for each in json.loads((CORPUS / path).read_text("utf-8"))
    ]
