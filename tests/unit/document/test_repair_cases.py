"""Documents that break the rules and what is read: each file of tests/repair_cases.

A case has ``about``, ``input``, ``expected`` (the input repaired), ``reports``, and
``still``: what the official schema has against the repaired document.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.documents import place_and_message, read

from specpress.diagnostics import Report
from specpress.document.repair import repair
from specpress.document.upgrade import upgrade
from specpress.document.validate import validate

CASES = Path(__file__).resolve().parents[2] / "repair_cases"


def _cases() -> list[str]:
    return sorted(path.stem for path in CASES.glob("*.json"))


def _read(case: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((CASES / f"{case}.json").read_text("utf-8"))
    return data


@pytest.mark.parametrize("case", _cases())
def test_a_document_is_repaired(case: str, bless: bool) -> None:
    """A document becomes what is meant by it, and each repair is told with its place."""
    data = _read(case)
    document, text = read(data["input"])
    report, still = Report(), Report()
    new = repair(document, report)
    said = [place_and_message(d, text) for d in report]
    validate(new, still)
    left = [d.message for d in still]
    if bless:
        data |= {"expected": new.plain(), "reports": said, "still": left}
        text = json.dumps(data, indent=2, ensure_ascii=False)
        (CASES / f"{case}.json").write_text(text + "\n", "utf-8")

    assert new.plain() == data["expected"]
    assert said == data["reports"]
    assert left == data["still"]


@pytest.mark.parametrize("case", _cases())
def test_a_repaired_document_needs_no_repair(case: str) -> None:
    """A document that was repaired comes back as the very same one."""
    repaired, _ = read(_read(case)["expected"])
    report = Report()

    assert repair(repaired, report) is repaired
    assert [d.message for d in report] == []


@pytest.mark.parametrize("case", _cases())
def test_every_node_has_a_place(case: str) -> None:
    """No node of a repaired and upgraded document is without a place in the text."""
    document, _ = read(_read(case)["input"])
    rest = [upgrade(repair(document, Report()), Report())]
    while rest:
        node = rest.pop()
        assert node.span.file == "a.json", node
        rest += [*node.map.values(), *node.list]
