"""Documents and the named types they end up with: every file below cases/ is a case.

A case has a `document` in OpenAPI 3.2, the `facts` after all passes, one a line, and
what the passes report.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.ir.verify import verify
from specpress.ledger import facts
from specpress.lower import lower
from specpress.passes import run_passes
from specpress.tree import Node

CASES = Path(__file__).parent / "cases"
CONFIG = Config(package="p", output="o", sources=())


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.iterdir()))
def test_passes_name_and_order_types(case: str) -> None:
    """The document of a case ends up with its facts; more passes change nothing."""
    data = json.loads((CASES / f"{case}.json").read_text("utf-8"))
    lowered = lower(Node.of(data["document"]), CONFIG, Report())
    report = Report()

    api = run_passes(lowered, report)

    lines = [f"{f.owner}: {f.kind} {f.name} = {f.text}" for f in facts(api)]
    assert lines == data["facts"]
    assert [f"{d.code.id}: {d.message}" for d in report] == data.get("reports", [])
    assert verify(api, final=True) == ()
    assert run_passes(api, Report()) == api
