"""Checking documents against the official schema."""

from __future__ import annotations

import json
from typing import Any

import pytest

from specpress.diagnostics import Report
from specpress.document.validate import validate
from specpress.readers.json import read_json
from specpress.source import Source
from specpress.tree import Node

_INFO = {"title": "A", "version": "1"}


def _document(operation: dict[str, Any]) -> dict[str, Any]:
    operation = {"responses": {"200": {"description": ""}}, **operation}
    return {"openapi": "3.0.3", "info": _INFO, "paths": {"/a": {"post": operation}}}


def _body(schema: object) -> dict[str, Any]:
    return {"requestBody": {"content": {"application/json": {"schema": schema}}}}


def _said(document: object) -> list[tuple[str, str]]:
    """Return the text and the message of each fault in *document*."""
    text = json.dumps(document)
    report = Report()
    node = read_json(Source("a.json", text), report)
    assert node is not None
    validate(node, report)
    return [(text[d.span.start : d.span.end], d.message) for d in report]


def test_a_valid_document_is_accepted() -> None:
    """A document that follows the schema has no diagnostics."""
    schema = {"type": "object", "properties": {"a": {"type": "string", "pattern": "("}}}

    assert _said(_document(_body(schema))) == []


@pytest.mark.parametrize(
    ("operation", "place", "reason"),
    [
        (_body({"type": "strnig"}), '"strnig"', '"strnig" is not one of'),
        (
            _body({"properties": {"a": {"items": {"maxLength": -1}}}}),
            "-1",
            "-1 is less",
        ),
        (_body({"enum": []}), "[]", "[] has less than 1 item"),
        (
            {"responses": {"600": {"description": ""}}},
            '{"600": ',
            "Additional properties",
        ),
        (
            {"parameters": [{"name": "a", "in": "path", "schema": {}}]},
            "{",
            '"required" is a',
        ),
    ],
)
def test_a_fault_is_found_where_it_is(
    operation: dict[str, Any], place: str, reason: str
) -> None:
    """A fault deep inside is reported there, not at every alternative above it."""
    ((text, message),) = _said(_document(operation))

    assert text.startswith(place)
    assert reason in message


def test_other_versions_are_left_alone() -> None:
    """A document of a version whose schema is not shipped is not judged."""
    assert _said({"openapi": "4.0.0"}) == []


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"swagger": "2.0", "info": _INFO, "paths": {}, "more": 1}, "'more'"),
        ({"openapi": "3.1.0", "info": _INFO}, "paths"),
        ({"openapi": "3.2.0", "info": _INFO, "paths": {"a": {}}}, "'a'"),
    ],
)
def test_each_version_has_its_schema(document: Any, message: str) -> None:
    """A document is checked by the schema of its own version."""
    said = _said(document)

    assert said
    assert all(message in text for _, text in said)


@pytest.mark.parametrize("version", ["3.1.0", "3.2.0"])
def test_schemas_are_checked_by_their_dialect(version: str) -> None:
    """In 3.1 and 3.2, what is wrong with a schema is found inside it."""
    schema = {"type": "object", "properties": {"a": {"type": "strnig"}}}

    [(text, message)] = _said({**_document(_body(schema)), "openapi": version})

    assert text == '"strnig"'
    assert "/properties/a/type" in message


def test_many_faults_of_one_rule_are_counted() -> None:
    """Of many places that break one rule ten are told, the others counted."""
    parameters = [
        {"in": "query", "name": "a", "schema": {"minLength": -n}} for n in range(1, 41)
    ]

    said = _said(_document({"parameters": parameters}))

    assert len(said) == 11
    assert said[-1][1].startswith("30 more places break the same rule")


def test_findings_may_be_warnings() -> None:
    """What a reader may still understand is reported as warnings, when asked for."""
    report = Report()

    validate(Node.of({"openapi": "3.0.3"}), report, as_warnings=True)

    assert {d.code.id for d in report} == {"DOC002"}
    assert not report.failed
