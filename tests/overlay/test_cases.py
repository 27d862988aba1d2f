"""Overlays over documents: every file in tests/overlay_cases is a case.

A case has a `document`, the `overlays` laid over it, the document that is `expected`,
and what is reported: severity, code and message.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from specpress.diagnostics import Report
from specpress.document.overlay import apply_overlays
from specpress.readers.yaml import read_yaml
from specpress.source import Source
from specpress.tree import Node

CASES = Path(__file__).parents[1] / "overlay_cases"


def _read(case: str) -> Node:
    path = CASES / f"{case}.yaml"
    read = read_yaml(Source(path.name, path.read_text("utf-8")), Report())
    assert read is not None
    return read


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.iterdir()))
def test_overlays_change_the_document(case: str) -> None:
    """The overlays of a case make what it expects, say what it expects, and leave the
    document itself as it was."""
    node = _read(case).map
    document, before = node["document"], node["document"].plain()
    report = Report()

    result = apply_overlays(document, node["overlays"].list, report)

    assert result.plain() == node["expected"].plain()
    said = [f"{d.code.severity} {d.code.id}: {d.message}" for d in report]
    assert said == (node["reports"].plain() if "reports" in node else [])
    assert document.plain() == before


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.iterdir()))
def test_what_is_reported_has_a_place(case: str) -> None:
    """Every finding points into the overlay."""
    node = _read(case).map
    report = Report()
    apply_overlays(node["document"], node["overlays"].list, report)

    inside = node["overlays"].span
    spans = [d.span for d in report]
    assert all(inside.start <= s.start < s.end <= inside.end for s in spans)
