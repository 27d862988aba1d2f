"""Documents and what they are in the next version: each file of tests/upgrade_cases.

A case has ``about``, ``input``, ``expected`` (the input one version on) and ``reports``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.documents import place_and_message, read

from specpress.diagnostics import Report
from specpress.document.upgrade import upgrade
from specpress.document.upgrade.v20 import upgrade_20
from specpress.document.upgrade.v30 import upgrade_30
from specpress.document.upgrade.v31 import upgrade_31
from specpress.document.validate import validate
from specpress.document.version import version_of

CASES = Path(__file__).resolve().parents[2] / "upgrade_cases"
STEPS = {"2.0": upgrade_20, "3.0": upgrade_30, "3.1": upgrade_31}


def _cases() -> list[str]:
    return sorted(path.stem for path in CASES.glob("*.json"))


def _read(case: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((CASES / f"{case}.json").read_text("utf-8"))
    return data


@pytest.mark.parametrize("case", _cases())
def test_a_document_is_upgraded(case: str, bless: bool) -> None:
    """A document becomes that of the next version, with the diagnostics named."""
    data = _read(case)
    document, text = read(data["input"])
    report = Report()
    new = STEPS[version_of(document)[0]](document, report)
    said = [place_and_message(d, text) for d in report]
    if bless:
        data |= {"expected": new.plain(), "reports": said}
        text = json.dumps(data, indent=2, ensure_ascii=False)
        (CASES / f"{case}.json").write_text(text + "\n", "utf-8")

    assert new.plain() == data["expected"]
    assert said == data["reports"]


@pytest.mark.parametrize("case", _cases())
def test_what_comes_out_is_valid(case: str) -> None:
    """The document is valid in the next version, and so is what is made of it in 3.2;
    but for tabs between values, which OpenAPI lost with 2.0 and clients still send."""
    document, _ = read(_read(case)["input"])
    next_ = STEPS[version_of(document)[0]](document, Report())
    for upgraded in (next_, upgrade(document, Report())):
        report = Report()
        validate(upgraded, report)
        said = [d.message for d in report if "tabDelimited" not in d.message]
        assert said == []


@pytest.mark.parametrize("case", _cases())
def test_every_node_has_a_place(case: str) -> None:
    """No node of an upgraded document is without the place it was made of."""
    document, _ = read(_read(case)["input"])
    rest = [upgrade(document, Report())]
    while rest:
        node = rest.pop()
        assert node.span.file == "a.json", node
        rest += [*node.map.values(), *node.list]
