"""What lowering says of parameters, fields and bodies that no short text shows."""

from __future__ import annotations

from typing import Any

import pytest

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.ir.nodes import Api, Parameter
from specpress.ir.types import Anything, Field, Object, String
from specpress.ir.values import Json
from specpress.lower import lower
from specpress.source import NOWHERE, Span
from specpress.tree import Node

CONFIG = Config(package="p", output="o", sources=())


def _api(operation: dict[str, Any], schemas: dict[str, Any] | None = None) -> Api:
    path = "/a/{p}"
    document = {
        "paths": {path: {"post": {"operationId": "go", **operation}}},
        "components": {"schemas": schemas or {}},
    }
    return lower(Node.of(document), CONFIG, Report())


def _parameter(**members: Any) -> Parameter:
    api = _api({"parameters": [{"name": "p", **members}]})
    return next(p for p in api.operations[0].parameters if p.origin == "stated")


def _field(schema: dict[str, Any], **schemas: Any) -> Field:
    whole = {"type": "object", "properties": {"f": schema}}
    media = {"content": {"application/json": {"schema": whole}}}
    body = _api({"requestBody": media}, schemas).operations[0].body
    assert body is not None
    type_ = body.contents[0].type
    assert isinstance(type_, Object)
    return type_.fields[0]


@pytest.mark.parametrize(
    ("location", "style", "explode"),
    [
        ("path", "simple", False),
        ("query", "form", True),
        ("header", "simple", False),
        ("cookie", "form", True),
    ],
)
def test_each_location_has_its_default_style(
    location: str, style: str, explode: bool
) -> None:
    """Style and explode default to what the specification says for the location."""
    found = _parameter(**{"in": location})

    assert (found.style, found.explode) == (style, explode)


@pytest.mark.parametrize(
    ("members", "style", "explode"),
    [
        ({"explode": False}, "form", False),
        ({"style": "pipeDelimited"}, "pipeDelimited", False),
        ({"style": "spaceDelimited", "explode": True}, "spaceDelimited", True),
        ({"style": "deepObject"}, "deepObject", False),
    ],
)
def test_a_stated_style_is_kept(
    members: dict[str, Any], style: str, explode: bool
) -> None:
    """A style is kept, and only the style form explodes by default."""
    found = _parameter(**{"in": "query", **members})

    assert (found.style, found.explode) == (style, explode)


def test_a_parameter_keeps_what_is_said_of_it() -> None:
    """Words, flags and examples of a parameter win over those of its schema."""
    schema = {
        "type": "string",
        "description": "of the schema",
        "default": "d",
        "examples": ["s"],
        "deprecated": True,
    }
    both = _parameter(
        **{"in": "query", "schema": schema, "allowReserved": True, "example": "e"},
        description="said",
    )

    assert both == Parameter(
        name="p",
        location="query",
        type=String(),
        allow_reserved=True,
        description="said",
        default=Json.of("d"),
        examples=(Json.of("e"),),
        deprecated=True,
    )


def test_a_parameter_has_the_words_of_its_schema() -> None:
    """Where a parameter says nothing, its schema does."""
    schema = {"description": "of the schema", "examples": ["s"], "deprecated": False}
    found = _parameter(**{"in": "query", "schema": schema})

    assert (found.description, found.examples) == ("of the schema", (Json.of("s"),))
    assert (found.type, found.default, found.deprecated) == (Anything(), None, False)


def test_only_headers_are_ignored_by_name() -> None:
    """A query parameter may be called like a header that OpenAPI keeps for itself."""
    parameters = [{"name": "Accept", "in": place} for place in ("query", "header")]
    names = [
        (p.name, p.location)
        for p in _api({"parameters": parameters}).operations[0].parameters
    ]

    assert names == [("p", "path"), ("Accept", "query")]


@pytest.mark.parametrize(
    ("key", "value", "attribute", "expected"),
    [
        ("default", "d", "default", Json.of("d")),
        ("examples", ["e"], "examples", (Json.of("e"),)),
        ("deprecated", True, "deprecated", True),
        ("readOnly", True, "read_only", True),
        ("writeOnly", True, "write_only", True),
    ],
)
def test_a_field_knows_what_its_reference_says(
    key: str, value: object, attribute: str, expected: object
) -> None:
    """Annotations count beside a reference, and behind one or two."""
    ref = {"$ref": "#/components/schemas/A"}
    more = {"$ref": "#/components/schemas/B"}
    text = {"type": "string"}

    for found in (
        _field({**text, key: value}),
        _field({**ref, key: value}, A=text),
        _field(ref, A={**text, key: value}),
        _field(ref, A=more, B={**text, key: value}),
    ):
        assert getattr(found, attribute) == expected


def test_a_description_stands_at_the_field_only() -> None:
    """What a schema says in a property is said by the field, not by its type too."""
    found = _field({"type": "string", "enum": ["a", "b"], "description": "said"})

    assert found.description == "said"
    assert getattr(found.type, "description", None) is None


@pytest.mark.parametrize(("default", "kept"), [(3, Json.of(3)), (4, None)])
def test_a_default_that_does_not_fit_is_left_out(
    default: int, kept: Json | None
) -> None:
    """Fields and parameters lose a default that their constraints forbid."""
    schema = {"type": "integer", "maximum": 3, "default": default}

    assert _field(schema).default == kept
    assert _parameter(**{"in": "query", "schema": schema}).default == kept


def test_places_are_those_of_the_keys() -> None:
    """A field stands where its name does, its type where the schema does."""
    key, value = Span("a", 1, 2), Span("a", 3, 9)
    schema = Node({"type": Node("string")}, value, key)
    found = _field(schema)  # type: ignore[arg-type] - a node is as good as a dict

    assert (found.span, found.type.span) == (key, value)
    assert _field({}).span == NOWHERE
