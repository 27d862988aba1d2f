"""Descriptions with a fault anywhere: each is read to its end, whatever it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.document.repair import repair
from specpress.document.upgrade import upgrade
from specpress.document.validate import validate
from specpress.ir.verify import verify
from specpress.lower import lower
from specpress.passes import run_passes
from specpress.tree import Node

TESTS = Path(__file__).resolve().parents[1]
CONFIG = Config(package="c", output="o", sources=())
INPUTS = [
    json.loads(path.read_text("utf-8"))["input"]
    for folder in ("repair_cases", "upgrade_cases")
    for path in sorted((TESTS / folder).glob("*.json"))
]
FAULTS = [
    *(None, True, 0, 1.5, "x", "#/x", [], {}, [None], ["x"], [[]], [{}]),
    *({"$ref": 1}, {"$ref": "#/"}, {"a": None}, {"type": "object"}),
]


def _broken(data: Any, place: st.DataObject) -> Any:
    """Return *data* with a fault where *place* says."""
    inner = [*data] if isinstance(data, dict) else [*range(len(data))]
    key = place.draw(st.sampled_from(inner))
    value = data[key]
    deeper = isinstance(value, dict | list) and value and place.draw(st.booleans())
    new = _broken(value, place) if deeper else place.draw(st.sampled_from(FAULTS))
    if isinstance(data, dict):
        return {**data, key: new}
    return [*data[:key], new, *data[key + 1 :]]


@given(st.sampled_from(INPUTS), st.data())
def test_no_fault_stops_the_reader(data: Any, place: st.DataObject) -> None:
    """A document with a fault anywhere is repaired, checked, upgraded and lowered."""
    report = Report()
    document = repair(Node.of(_broken(data, place)), report)
    validate(document, report, as_warnings=True)

    api = run_passes(lower(upgrade(document, report), CONFIG, report), report)

    assert verify(api, final=True) == ()
