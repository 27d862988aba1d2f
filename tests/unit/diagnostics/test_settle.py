"""Settling: what a setting answers is not told any more."""

from __future__ import annotations

import pytest

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import NO_BASE_PATH, NO_SECURITY, NO_SERVER


@pytest.mark.parametrize(
    ("settings", "left"),
    [
        (set[str](), ["HTM060", "HTM061", "HTM062"]),
        ({"base_url"}, ["HTM062"]),
        ({"auth", "title"}, ["HTM060", "HTM061"]),
        ({"auth", "base_url"}, []),
    ],
)
def test_a_given_setting_settles_its_notes(settings: set[str], left: list[str]) -> None:
    """A note that asks for a setting goes when that setting is given, and no other."""
    report = Report()
    report.add(NO_BASE_PATH.at(url="https://x.example"))
    report.add(NO_SERVER.at())
    report.add(NO_SECURITY.at())
    report.settle(settings)
    assert [diagnostic.code.id for diagnostic in report] == left
