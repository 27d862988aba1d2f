"""Parents and heirs: every file below inheritance/ is a case.

A case has the `schemas` of a document, optionally a `use` that stands outside them, what
`becomes` of the schemas (and of `used`), and what is reported.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specpress.diagnostics import Report
from specpress.document.inherit import inherit
from specpress.tree import Node

CASES = Path(__file__).parent / "inheritance"


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.iterdir()))
def test_a_parent_becomes_a_union(case: str) -> None:
    """The schemas of a case become what it says, with its diagnostics and no others."""
    data = json.loads((CASES / f"{case}.json").read_text("utf-8"))
    use = data.get("use", True)
    report = Report()
    document = Node.of({"components": {"schemas": data["schemas"]}, "use": use})

    found = inherit(document, report)

    assert found.plain() == {
        "components": {"schemas": data["becomes"]},
        "use": data.get("used", use),
    }
    assert [f"{d.code.id}: {d.message}" for d in report] == data.get("reports", [])
    assert data["schemas"] != data["becomes"] or found is document
