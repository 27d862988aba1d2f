"""Clients accept and refuse what the JSON Schema Test Suite accepts and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema_suite.client import Client
from jsonschema_suite.suite import Group, groups

EXPECTATIONS = Path(__file__).parent / "not_expressible.json"
REASONS: dict[str, str] = json.loads(EXPECTATIONS.read_text("utf-8"))
"""The groups that clients do not agree with, and why."""

_LEAST = 0.85


def disagreements(group: Group) -> list[str]:
    """Return the tests of *group* that its client answers otherwise, or that it can't."""
    client = Client(group.schema)
    return [
        test["description"]
        for test in group.tests
        if {client.sends(test["data"]), client.reads(test["data"])} != {test["valid"]}
    ]


needs_suite = pytest.mark.skipif(not groups(), reason="needs ../shared/corpus")


@needs_suite
@pytest.mark.parametrize("group", groups(), ids=lambda group: group.name)
def test_a_client_agrees_with_the_suite(group: Group) -> None:
    """Requests and strict responses are valid where the suite says so, or it is known
    why they are not; a group that agrees now has to leave the list."""
    found = disagreements(group)

    assert bool(found) == (group.name in REASONS), found


@needs_suite
def test_most_groups_agree(capsys: pytest.CaptureFixture[str]) -> None:
    """No group is listed that is not there, and at least 85 % of all agree."""
    names = [group.name for group in groups()]
    agreeing = len(names) - len(REASONS)
    with capsys.disabled():
        print(f"\nJSON Schema Test Suite: {agreeing} of {len(names)} groups agree")
        for name, reason in REASONS.items():
            print(f"  {name}: {reason}")

    assert REASONS.keys() <= set(names)
    assert agreeing >= _LEAST * len(names)
