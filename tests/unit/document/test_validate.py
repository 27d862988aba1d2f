"""Checking documents against the official schema."""

from __future__ import annotations

import json
from typing import Any

import pytest

from specpress.diagnostics import Report
from specpress.document.validate import validate
from specpress.readers.json import read_json
from specpress.source import Source

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
    assert _said({"openapi": "3.1.0"}) == []
