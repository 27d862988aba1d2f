"""A fault of specpress takes one operation or schema with it, never the description."""

from __future__ import annotations

import pytest

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.diagnostics.codes.lower import OUR_FAULT
from specpress.ir.nodes import Api
from specpress.ir.types import Anything, String
from specpress.lower import lower, operations, schemas
from specpress.tree import Node

DOCUMENT = {
    "openapi": "3.2.0",
    "paths": {
        "/a/{id}": {
            "put": {
                "operationId": "broken",
                "requestBody": {"content": {"application/json": {}}},
                "responses": {"200": {"description": "", "content": {}}},
            }
        },
        "/b": {
            "get": {
                "operationId": "whole",
                "parameters": [
                    {
                        "name": "q",
                        "in": "query",
                        "schema": {"$ref": "#/components/schemas/Q"},
                    }
                ],
            }
        },
    },
    "components": {"schemas": {"Q": {"type": "string", "title": "Q"}}},
}


def _lowered(report: Report) -> Api:
    config = Config(package="p", output="o", sources=())
    return lower(Node.of(DOCUMENT), config, report)


def test_an_operation_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    """The operation still sends its path and body, the other one is whole, and the
    fault is told with the line of ours that failed."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh dear")

    monkeypatch.setattr(operations, "lower_responses", fail)
    report = Report()

    broken, whole = _lowered(report).operations

    assert broken.method == "PUT"
    assert [each.name for each in broken.parameters] == ["id"]
    assert broken.body is not None
    assert broken.body.contents[0].media_type == "*/*"
    assert whole.parameters[0].name == "q"
    (told,) = (each for each in report if each.code is OUR_FAULT)
    assert "ZeroDivisionError: oh dear in lower/test_contained.py" in told.message
    assert report.failed


def test_a_schema_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    """A type that can't be made allows anything."""

    def fail(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(schemas, "own_type", fail)
    report = Report()

    api = _lowered(report)

    assert [type(each.type) for each in api.types] == [Anything]
    assert report.has(OUR_FAULT)
    monkeypatch.undo()
    assert [type(each.type) for each in _lowered(Report()).types] == [String]
