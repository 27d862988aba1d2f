"""Schemas and the types they become: every file below schemas/ is a case.

A case has the `schema` (and `components` it may refer to) in JSON Schema 2020-12, the
`type` it becomes as `show` prints it, the other `types` by id, and what is reported.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specpress.diagnostics import Report
from specpress.document.refs import Refs
from specpress.ir.show import show
from specpress.lower.loops import Loops
from specpress.lower.schemas import Schemas
from specpress.tree import Node

CASES = Path(__file__).parent / "schemas"


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.iterdir()))
def test_a_schema_becomes_its_type(case: str) -> None:
    """The schema of a case becomes its type, with its diagnostics and no others."""
    data = json.loads((CASES / f"{case}.json").read_text("utf-8"))
    schema = Node.of(data["schema"])
    document = {"x": schema, "components": {"schemas": data.get("components", {})}}
    report, whole = Report(), Node.of(document)
    schemas = Schemas(Refs(whole, report), Loops(whole), report)

    found = show(schemas.lower(schema))
    types = {decl.id: show(decl.type) for decl in schemas.declare()}

    assert found == data["type"]
    assert types == data.get("types", {})
    assert [f"{d.code.id}: {d.message}" for d in report] == data.get("reports", [])
