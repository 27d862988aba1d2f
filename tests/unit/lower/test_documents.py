"""Documents and the facts they become: every file below documents/ is a case.

A case has a `document` (title, version and OpenAPI version may be left out), maybe a
`config`, the `facts` after lowering, one a line, and what is reported.
"""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.ir.verify import verify
from specpress.ledger import facts
from specpress.lower import lower
from specpress.tree import Node

CASES = Path(__file__).parent / "documents"


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.iterdir()))
def test_a_document_becomes_its_facts(case: str) -> None:
    """The document of a case becomes its facts, with its diagnostics and no others."""
    data = json.loads((CASES / f"{case}.json").read_text("utf-8"))
    settings = {"package": "p", "output": "o", "sources": [], **data.get("config", {})}
    config = msgspec.convert(settings, Config)
    report = Report()

    api = lower(Node.of(data["document"]), config, report)

    lines = [
        f"{f.owner}: {f.kind} {f.name} = {f.text} ({f.origin})" for f in facts(api)
    ]
    assert lines == data["facts"]
    assert [f"{d.code.id}: {d.message}" for d in report] == data.get("reports", [])
    assert verify(api) == ()
