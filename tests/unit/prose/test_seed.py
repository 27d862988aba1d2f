"""The seed page: every fact that a reader finds in its words is mined, and no other."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from specpress.diagnostics import Report
from specpress.lift import lift
from specpress.prose.mined import mine_document
from specpress.store import DictStore

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "specs" / "twilio-call" / "CreateCall.html"
LISTED = tomllib.loads((Path(__file__).parent / "seed.toml").read_text("utf-8"))


def test_all_facts_are_found() -> None:
    """What is mined is what was found by hand, with the sentences that say so."""
    document = lift(DictStore({PAGE.name: PAGE.read_bytes()}), [PAGE.name], Report())
    assert document is not None
    found = [
        (
            each.subject.name,
            each.fact.kind,
            json.dumps(each.fact.value, sort_keys=True),
            each.against,
            " ".join(each.fact.sentence.split())[:70],
        )
        for each in mine_document(document)
    ]
    listed = [
        (
            fact["of"],
            fact["kind"],
            json.dumps(fact["value"], sort_keys=True),
            fact.get("against", False),
            fact["says"],
        )
        for fact in LISTED["fact"]
    ]

    assert sorted(found) == sorted(listed)
