"""Whole documents: what is told beyond their schemas, and what is made of it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from specpress.config import Config
from specpress.config.prose import Level, Prose
from specpress.diagnostics import Report
from specpress.document.overlay import apply_overlays
from specpress.emit.python.backend import emit
from specpress.ir.nodes import Api
from specpress.ir.types import Object
from specpress.pipeline import lower_document
from specpress.prose.apply import apply_mined
from specpress.prose.mined import Mined, mine_document
from specpress.prose.overlay import overlay_of
from specpress.tree import Node

CASES = tomllib.loads((Path(__file__).parent / "descriptions.toml").read_text("utf-8"))[
    "case"
]
LAMPS = {
    "openapi": "3.1.0",
    "info": {"title": "Lamps", "version": "1"},
    "paths": {
        "/lamps": {
            "get": {
                "operationId": "listLamps",
                "parameters": [
                    {
                        "name": "sort",
                        "in": "query",
                        "description": "Can be `name` or `it's age`. Defaults to `name`.",
                        "schema": {"type": "string"},
                    },
                    {
                        "name": "page_token",
                        "in": "query",
                        "description": "Cannot be used with `offset`.",
                        "schema": {"type": "string"},
                    },
                    {
                        "name": "offset",
                        "in": "query",
                        "description": "In seconds. Between 0 and 9.",
                        "schema": {"type": "integer"},
                    },
                ],
                "responses": {
                    "200": {
                        "description": "OK",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Lamp"}
                            }
                        },
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Lamp": {
                "type": "object",
                "properties": {
                    "kind": {"type": "string", "description": "Can be `a` or `b`."},
                    "id": {"type": "string", "description": "Read-only. Its id."},
                },
            }
        }
    },
}


def document(schema: Mapping[str, Any], description: str, version: str) -> Node:
    """Return a description of one parameter, *description* its words."""
    parameter = {"name": "it", "in": "query", "description": description}
    operation = {"operationId": "op", "parameters": [{**parameter, "schema": schema}]}
    return Node.of({"openapi": version, "paths": {"/a": {"get": operation}}})


def plain(value: object) -> object:
    """Return *value* of a case with its nulls, which TOML does not have."""
    return json.loads(json.dumps(value).replace('"@null"', "null"))


def told(mined: list[Mined], *, against: bool) -> list[list[object]]:
    """Return kind and value of what was *mined*."""
    return [[m.fact.kind, m.fact.value] for m in mined if m.against is against]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    """What is told, what is against the schema, and what enforcing it adds."""
    before = document(case["schema"], case["description"], case.get("version", "3.1.0"))
    mined = mine_document(before, "enforce")
    after = apply_mined(before, mined)
    parameter = after.map["paths"].map["/a"].map["get"].map["parameters"].list[0]
    found = parameter.map["schema"].plain()
    if parameter.get("deprecated") is not None:
        found = {**dict(found), "deprecated": True}  # type: ignore[call-overload]  # an object

    assert told(mined, against=False) == case.get("told", [])
    assert told(mined, against=True) == case.get("against", [])
    assert found == {**case["schema"], **dict(plain(case["added"]))}  # type: ignore[call-overload]  # an object


def test_swagger_parameters() -> None:
    """A parameter of Swagger 2.0 is its own schema; fields of forms keep what is told."""
    field = {
        "name": "it",
        "in": "formData",
        "type": "string",
        "description": "Can be `a` or `b`.",
    }
    responses = {"200": {"description": "OK"}}
    operation = {"operationId": "op", "parameters": [field], "responses": responses}
    data = {
        "swagger": "2.0",
        "info": {"title": "t", "version": "1"},
        "host": "a.example",
        "paths": {"/a": {"post": {**operation, "consumes": ["multipart/form-data"]}}},
    }
    api = lowered(data, "enforce")
    (content,) = api.operations[0].body.contents if api.operations[0].body else ()
    types = {decl.id: decl.type for decl in api.types}
    (object_,) = (t for t in types.values() if isinstance(t, Object))

    assert [fact.level for fact in object_.fields[0].told] == ["enforce"]
    assert '"enum":["a","b"]' in (content.schema.text if content.schema else "")


def lowered(data: object, level: Level, fields: dict[str, Level] | None = None) -> Api:
    """Return the API of *data* with prose at *level*."""
    return lower_document(Node.of(data), config(level, fields), Report())


def config(level: Level, fields: dict[str, Level] | None = None) -> Config:
    """Return settings with prose at *level*, and those of *fields*."""
    prose = Prose(level=level, fields=fields or {})
    return Config(package="p", output="o", sources=(), prose=prose)


def levels(api: Api) -> dict[str, list[tuple[str, str]]]:
    """Return kind and level of what is told of each parameter and field."""
    parameters = api.operations[0].parameters
    fields = [f for d in api.types if isinstance(d.type, Object) for f in d.type.fields]
    return {
        each.name: [(fact.kind, fact.level) for fact in each.told]
        for each in (*parameters, *fields)
    }


def test_levels() -> None:
    """Each fact is made of what its kind, its level and its being sent allow."""
    none = {"sort": [], "page_token": [], "offset": [], "kind": [], "id": []}
    documented = {
        "sort": [("default", "document"), ("values", "document")],
        "page_token": [("condition", "document")],
        "offset": [("range", "document"), ("unit", "document")],
        "kind": [("values", "document")],
        "id": [("read-only", "document")],
    }
    typed = documented | {
        "sort": [("default", "document"), ("values", "type")],
        "page_token": [("condition", "type")],
        "kind": [("values", "type")],
    }
    enforced = typed | {
        "sort": [("default", "document"), ("values", "enforce")],
        "page_token": [("condition", "enforce")],
        "offset": [("range", "enforce"), ("unit", "document")],
    }
    found = {level: levels(lowered(LAMPS, level)) for level in LEVELS}
    sorted_ = {
        level: {name: sorted(facts) for name, facts in each.items()}
        for level, each in found.items()
    }

    assert sorted_ == {
        "off": none,
        "document": documented,
        "type": typed,
        "enforce": enforced,
    }


LEVELS: tuple[Level, ...] = ("off", "document", "type", "enforce")


def test_fields_have_levels_of_their_own() -> None:
    """The last pattern that matches an argument or a field decides."""
    fields: dict[str, Level] = {"listLamps.*": "off", "*.sort": "type"}
    found = levels(lowered(LAMPS, "document", fields))

    assert found["page_token"] == []
    assert ("values", "type") in found["sort"]
    assert found["kind"] == [("values", "document")]


def test_documenting_changes_no_client() -> None:
    """What is only documented leaves every file of the client as it was."""
    off, documented = (
        emit(lowered(LAMPS, level), config(level), Report())
        for level in ("off", "document")
    )

    assert off == documented


def test_overlay_tells_the_same() -> None:
    """Laid over the document, what was mined is said by the schema: nothing new is
    told, and what is enforced is the same."""
    before = Node.of(LAMPS)
    mined = mine_document(before)
    report = Report()
    after = apply_overlays(before, [overlay_of(before, mined)], report)

    assert [*report] == []
    assert mine_document(after) == []
    schemas = [
        parameter.map["schema"].plain()
        for parameter in after.map["paths"]
        .map["/lamps"]
        .map["get"]
        .map["parameters"]
        .list
    ]
    assert schemas == [
        {"type": "string", "enum": ["name", "it's age"], "default": "name"},
        {"type": "string"},
        {"type": "integer", "minimum": 0, "maximum": 9},
    ]
