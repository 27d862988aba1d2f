"""Schemas of bodies for what is sent."""

from __future__ import annotations

import pytest

from specpress.emit.cases.directions import asked

ID = {"type": "string", "readOnly": True}


@pytest.mark.parametrize(
    ("schema", "required"),
    [
        ({"required": ["id", "a"], "properties": {"id": ID}}, ["a"]),
        ({"required": ["id"], "properties": {"id": {"type": "string"}}}, ["id"]),
        (
            {
                "required": ["id"],
                "properties": {"id": {"$ref": "#/$defs/Id"}},
                "$defs": {"Id": ID},
            },
            [],
        ),
        ({"required": ["id"], "properties": {"id": {"allOf": [ID]}}}, []),
        ({"required": ["id"], "allOf": [{"properties": {"id": ID}}]}, []),
        (
            {
                "required": ["id"],
                "properties": {
                    "id": {"type": "string"},
                    "part": {"properties": {"id": ID}},
                },
            },
            ["id"],
        ),
    ],
)
def test_what_only_a_server_sets_is_not_required(
    schema: dict[str, object], required: list[str]
) -> None:
    """A schema asks a request for no read-only property, and for all others as before."""
    made = asked(schema)

    assert isinstance(made, dict)
    assert made["required"] == required
    assert {**made, "required": schema["required"]} == schema


def test_other_schemas_are_left_alone() -> None:
    """Booleans and schemas without such a property are what they were."""
    assert asked(True) is True
    assert asked({"required": ["a"]}) == {"required": ["a"]}
