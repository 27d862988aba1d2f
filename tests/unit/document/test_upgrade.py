"""Schemas of OpenAPI 3.0 and what they are in 3.2: every file below upgrades/ is a case."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specpress.diagnostics import Report
from specpress.diagnostics.codes.upgrade import UNKNOWN_VERSION
from specpress.document.upgrade import upgrade
from specpress.readers.json import read_json
from specpress.source import NOWHERE, Source, Span
from specpress.tree import Node

CASES = Path(__file__).parent / "upgrades"

MEDIA = {"schema": {"type": "string", "nullable": True}}
UPGRADED = {"schema": {"type": ["string", "null"]}}


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.iterdir()))
def test_a_schema_is_upgraded(case: str) -> None:
    """The schema before becomes the one after, with the diagnostics named."""
    data = json.loads((CASES / f"{case}.json").read_text("utf-8"))
    report = Report()
    schemas = {"components": {"schemas": {"X": data["before"]}}}
    document = Node.of({"openapi": "3.0.3", **schemas})

    new = upgrade(document, report)

    assert new.plain() == {
        "openapi": "3.2.0",
        "components": {"schemas": {"X": data["after"]}},
    }
    assert [d.code.id for d in report] == data.get("reports", [])


def _everywhere(media: dict[str, object]) -> dict[str, object]:
    """Return the parts of a document in each place where a schema can stand."""
    content = {"content": {"a/b": media}}
    header = {"headers": {"X": media}}
    response = {**content, **header}
    operation = {
        "parameters": [{"name": "p", **media}, {"name": "q", **content}],
        "requestBody": {"content": {"a/b": {**media, "encoding": {"f": header}}}},
        "responses": {"200": response},
        "callbacks": {"done": {"{$url}": {"post": {"requestBody": content}}}},
    }
    return {
        "paths": {"/a": {"parameters": [{"name": "r", **media}], "get": operation}},
        "components": {
            "schemas": {"S": media["schema"]},
            "responses": {"R": response},
            "parameters": {"P": {"name": "p", **media}},
            "requestBodies": {"B": content},
            "headers": {"H": media},
            "callbacks": {"C": {"{$url}": {"put": {"responses": {"200": response}}}}},
        },
    }


def test_schemas_are_upgraded_wherever_they_stand() -> None:
    """No place of a document keeps a schema of 3.0."""
    before = Node.of({"openapi": "3.0.0", **_everywhere(MEDIA)})

    after = upgrade(before, Report())

    assert after.plain() == {"openapi": "3.2.0", **_everywhere(UPGRADED)}


def test_later_versions_stay_as_they_are() -> None:
    """A document of 3.2 is not touched, whatever it says."""
    document = Node.of({"openapi": "3.2.1", **_everywhere(MEDIA)})

    assert upgrade(document, Report()) is document


def test_what_is_not_a_schema_stays() -> None:
    """Examples and extensions that look like schemas are values."""
    value = {"type": "string", "nullable": True}
    paths = {"/a": {"get": {"x-mine": value, "responses": {}}}}
    document = Node.of({"openapi": "3.0.3", "paths": paths})

    plain = upgrade(document, Report()).plain()

    assert plain == {"openapi": "3.2.0", "paths": paths}


def test_places_are_kept() -> None:
    """What is upgraded keeps the spans of what it was made of."""
    here, there = Span("a", 1, 2), Span("a", 3, 4)
    kind = Node("string", here, there)
    schema = Node({"type": kind, "nullable": Node(True, Span("a", 5, 6))}, there)
    document = Node.of({"openapi": "3.0.3", "components": {"schemas": {"X": schema}}})

    new = upgrade(document, Report()).map["components"].map["schemas"].map["X"]

    assert (new.span, new.map["type"].span, new.map["type"].key_span) == (
        there,
        here,
        there,
    )
    assert [name.span for name in new.map["type"].list] == [here, Span("a", 5, 6)]


def test_deep_schemas_do_not_overflow() -> None:
    """A schema of a thousand levels is upgraded as far as it is read later."""
    schema = Node({"type": Node("string")})
    for _ in range(1000):
        schema = Node({"items": schema, "nullable": Node(True)})
    document = Node.of({"openapi": "3.0.3", "components": {"schemas": {"X": schema}}})

    assert upgrade(document, Report()).span == NOWHERE


@pytest.mark.parametrize(
    "named", [{"swagger": "1.2"}, {"openapi": "4.0.0"}, {"openapi": "next"}, {}]
)
def test_unknown_versions_are_errors(named: dict[str, str]) -> None:
    """A version that nobody knows is an error where it is named."""
    text = json.dumps({**named, "paths": {}})
    document = read_json(Source("a.json", text), Report())
    assert document is not None
    report = Report()

    assert upgrade(document, report) is document
    [said] = report
    assert said.code is UNKNOWN_VERSION
    covered = text[said.span.start : said.span.end]
    assert covered == (f'"{next(iter(named.values()))}"' if named else text)
