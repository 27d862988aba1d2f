"""The schema as the description has it."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from specpress.lower.original import original
from specpress.tree import Node

PET = {"type": "object", "properties": {"n": {"type": "string"}}}
NODE = {"properties": {"next": {"$ref": "#/components/schemas/Node"}}, "title": "N"}
DOCUMENT = {
    "components": {
        "schemas": {"Pet": PET, "Node": NODE, "a.b/c": {"const": 1}, "List": {}},
    },
    "list": [{"$ref": "#/components/schemas/Pet"}],
}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _def(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


RECURSIVE = {"properties": {"next": _def("Node")}, "title": "N"}


@pytest.mark.parametrize(
    ("schema", "plain"),
    [
        (True, True),
        ({"type": "string"}, {"type": "string"}),
        (_ref("Pet"), {**_def("Pet"), "$defs": {"Pet": PET}}),
        (
            {"items": _ref("Node")},
            {"items": _def("Node"), "$defs": {"Node": RECURSIVE}},
        ),
        (
            {**_ref("Pet"), "description": "x"},
            {**_def("Pet"), "description": "x", "$defs": {"Pet": PET}},
        ),
        (
            {"anyOf": [_ref("Pet"), {"not": _ref("Pet")}]},
            {"anyOf": [_def("Pet"), {"not": _def("Pet")}], "$defs": {"Pet": PET}},
        ),
        (
            {"$ref": "#/list/0"},
            {**_def("list.0"), "$defs": {"list.0": _def("Pet"), "Pet": PET}},
        ),
        (
            _ref("a.b~1c"),
            {
                **_def("components.schemas.a.b.c"),
                "$defs": {"components.schemas.a.b.c": {"const": 1}},
            },
        ),
        ({"items": _ref("Nope")}, {"items": True}),
        ({"items": {"$ref": "other.json"}}, {"items": True}),
        ({"properties": {"$ref": {"type": "null"}}},) * 2,
        ({"enum": [_ref("Pet")], "default": _ref("Pet")},) * 2,
        ({"items": 5}, {"items": True}),
    ],
)
def test_a_schema_stands_on_its_own(schema: Any, plain: Any) -> None:
    """References lead to definitions beside the schema; values stay as they are."""
    found = original(Node.of(schema), Node.of(DOCUMENT)).value

    assert found == plain
    jsonschema.Draft202012Validator.check_schema(found)


def test_the_order_of_keys_is_kept() -> None:
    """A schema is written as it was read, from the first key to the last."""
    schema = {"type": "object", "properties": {"z": {}, "a": {}}, "description": ""}

    text = original(Node.of(schema), Node.of({})).text

    assert text == ('{"type":"object","properties":{"z":{},"a":{}},"description":""}')
