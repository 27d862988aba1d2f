"""Pages that hold a description, damaged in every way: told, never a failure."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from specpress.diagnostics import Report
from specpress.pipeline import read_document
from specpress.store import DictStore

CASES = Path(__file__).resolve().parents[2] / "lift_cases"
_NAMES = ("redoc-", "swagger-ui-", "scalar-", "island-", "address-", "elements-")
_BITS = (
    "",
    "{",
    "}",
    '"',
    "'",
    "`",
    "\\",
    "/*",
    "*/",
    "//",
    "<",
    ">",
    "<!--",
    "</script>",
)
_TIMES = 4


@pytest.mark.parametrize(
    "case", sorted(p.name for p in CASES.iterdir() if p.name.startswith(_NAMES))
)
def test_damage_is_told(case: str) -> None:
    """A page with a bit cut out or put in gives a document or an error, in time."""
    files = {
        path.relative_to(CASES / case).as_posix(): path.read_bytes()
        for path in (CASES / case).rglob("*")
        if path.is_file() and path.suffix != ".txt" and path.name != "expected.json"
    }
    pages = sorted(name for name in files if name.endswith(".html"))
    chance = random.Random(case)
    for _ in range(_TIMES):
        text = files[pages[0]].decode()
        at = chance.randrange(len(text))
        cut = chance.choice((0, 1, 5, 50))
        text = text[:at] + chance.choice(_BITS) + text[at + cut :]
        report = Report()
        store = DictStore({**files, pages[0]: text.encode()})
        document = read_document(store, pages, report)

        assert document is not None or report.failed
