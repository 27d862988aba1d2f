"""Rules that values meet beside their types: each keyword, where it is told, and when."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Annotated, Any

import pytest
from pydantic import MISSING, JsonValue, StrictStr, TypeAdapter, ValidationError

from kestrel_library._runtime.fields import absent
from kestrel_library._runtime.rules import IMPLIED, Ruled, Rules

Case = tuple[dict[str, Any] | bool, list[Any], list[tuple[Any, str, tuple[Any, ...]]]]

A = {"required": ["a"]}
CASES: list[Case] = [
    (False, [], [(1, "nothing", ())]),
    ({"type": "integer"}, [1, 1.0], [(1.5, "type", ()), (True, "type", ())]),
    ({"type": ["null", "array"]}, [None, []], [({}, "type", ())]),
    ({"enum": [1, [True]]}, [1.0, [True]], [(True, "enum", ()), ([1], "enum", ())]),
    ({"const": {"a": 1, "b": 2}}, [{"b": 2, "a": 1.0}], [({"a": 1}, "const", ())]),
    ({"minimum": 2}, [2, "x", False], [(1, "minimum", ())]),
    ({"maximum": 2}, [2], [(2.5, "maximum", ())]),
    ({"exclusiveMinimum": 2}, [3], [(2, "exclusive_minimum", ())]),
    ({"exclusiveMaximum": 2}, [1], [(2, "exclusive_maximum", ())]),
    ({"multipleOf": 0.01}, [0.07, 4.35, 10**20], [(0.075, "multiple_of", ())]),
    ({"minLength": 2}, ["ab", 1], [("😀", "min_length", ())]),
    ({"maxLength": 1}, ["😀", []], [("ab", "max_length", ())]),
    ({"pattern": "b"}, ["abc", 1], [("ac", "pattern", ())]),
    ({"minItems": 1}, [[0], {}], [([], "min_items", ())]),
    ({"maxItems": 1}, [[0]], [([0, 1], "max_items", ())]),
    ({"minProperties": 1}, [{"a": 1}, []], [({}, "min_properties", ())]),
    ({"maxProperties": 0}, [{}], [({"a": 1}, "max_properties", ())]),
    ({"uniqueItems": True}, [[1, True]], [([1, 1.0], "unique_items", ())]),
    (A, [{"a": 1}, []], [({}, "missing", ("a",))]),
    (
        {"dependentRequired": {"a": ["b"]}},
        [{}, {"a": 1, "b": 2}],
        [({"a": 1}, "dependent_required", ("b",))],
    ),
    ({"dependentSchemas": {"b": A}}, [{}], [({"b": 1}, "missing", ("a",))]),
    ({"not": A}, [{}], [({"a": 1}, "not", ())]),
    ({"allOf": [A, {"maxProperties": 1}]}, [{"a": 1}], [({}, "missing", ("a",))]),
    ({"anyOf": [A, {"required": ["b"]}]}, [{"b": 1}], [({}, "any_of", ())]),
    (
        {"oneOf": [A, {"required": ["b"]}]},
        [{"b": 1}],
        [({}, "one_of", ()), ({"a": 1, "b": 1}, "one_of", ())],
    ),
    (
        {"if": A, "then": {"required": ["b"]}, "else": {"maxProperties": 0}},
        [{}, {"a": 1, "b": 1}],
        [({"a": 1}, "missing", ("b",)), ({"b": 1}, "max_properties", ())],
    ),
    (
        {"properties": {"a": {"items": {"type": "null"}}}},
        [{"a": [None]}, {"b": 1}],
        [({"a": [None, 1]}, "type", ("a", 1))],
    ),
    (
        {
            "properties": {"a": True},
            "patternProperties": {"^x": {"type": "null"}},
            "additionalProperties": False,
        },
        [{"a": 1, "x1": None}],
        [({"x": 1}, "type", ("x",)), ({"b": 1}, "additional", ("b",))],
    ),
    (
        {"propertyNames": {"maxLength": 1}},
        [{"a": 1}],
        [({"ab": 1}, "property_names", ("ab",))],
    ),
    (
        {"prefixItems": [{"type": "null"}], "items": False},
        [[], [None]],
        [([1], "type", (0,)), ([None, 1], "items", (1,))],
    ),
    (
        {"contains": {"const": 1}, "minContains": 2, "maxContains": 2},
        [[1, 1, 0], "x"],
        [([1], "contains", ()), ([1, 1, 1], "max_contains", ())],
    ),
    (
        {"anyOf": [{"properties": {"a": True}}, A], "unevaluatedProperties": False},
        [{"a": 1}],
        [({"a": 1, "b": 1}, "unevaluated_properties", ("b",))],
    ),
    (
        {"contains": {"const": 1}, "unevaluatedItems": {"type": "null"}},
        [[1, None]],
        [([1, 2], "type", (1,))],
    ),
    (
        {
            "$ref": "#/$defs/a~1b",
            "$defs": {"a/b": {"items": {"$ref": "#/$defs/a~1b"}, "type": "array"}},
        },
        [[[], [[]]]],
        [([[1]], "type", (0, 0))],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: json.dumps(case[0])[:60])
def test_keywords(case: Case) -> None:
    """A keyword lets pass what it is not about, and tells where a value breaks it."""
    schema, good, bad = case
    known = TypeAdapter[object](Annotated[JsonValue, Rules(json.dumps(schema))])
    for value in good:
        assert known.validate_python(value) == value
    for value, kind, place in bad:
        with pytest.raises(ValidationError) as caught:
            known.validate_python(value)
        assert [(e["type"], e["loc"]) for e in caught.value.errors()] == [(kind, place)]


class Thing(
    Ruled, rules=Rules('{"minProperties":2}', '{"not":{"required":["of-it"]}}')
):
    """Has rules."""

    name: StrictStr
    of_it: StrictStr | MISSING = absent("of-it")


class Loose(Ruled, implied=True):
    """Is not said to be an object."""

    name: StrictStr


def test_models() -> None:
    """Rules are about names on the wire, and are asked of what is of its type."""
    assert Thing.model_validate({"name": "a", "x": 1}).model_extra == {"x": 1}
    for wrong, kinds in (
        ({"name": "a"}, {"min_properties"}),
        ({"name": "a", "of-it": "b"}, {"not"}),
        ({"name": 1, "of-it": "b"}, {"string_type"}),
    ):
        with pytest.raises(ValidationError) as caught:
            Thing.model_validate(wrong)
        assert {error["type"] for error in caught.value.errors()} == kinds
    with pytest.raises(ValidationError, match="excluded"):
        Thing(name="a", of_it="b")


def test_changed_models() -> None:
    """A model that was changed is checked again when it is used."""
    thing = Thing.model_validate({"name": "a", "x": 1})
    assert thing.model_extra is not None
    thing.model_extra.clear()
    with pytest.raises(ValidationError, match="at least 2 keys"):
        TypeAdapter(Thing).validate_python(thing)


def test_implied_kinds() -> None:
    """Where a kind is only implied, values of another one pass as they are."""
    model = TypeAdapter[object](Loose)
    values: list[object] = [1, "a", None, []]
    assert [model.validate_python(value) for value in values] == values
    with pytest.raises(ValidationError, match="required"):
        model.validate_python({})
    cases: list[tuple[Any, object]] = [
        (Annotated[list[StrictStr], IMPLIED], [1]),
        (Annotated[dict[str, StrictStr], IMPLIED], {"a": 1}),
        (Annotated[StrictStr, IMPLIED], None),
    ]
    for type_, wrong in cases:
        known = TypeAdapter[object](type_)
        assert known.validate_python(1.5) == 1.5
        if wrong:
            with pytest.raises(ValidationError, match="string"):
                known.validate_python(wrong)


def test_decimals_are_numbers() -> None:
    """A decimal is as much a number as the one that is sent for it."""
    known = TypeAdapter[object](Annotated[Decimal, Rules('{"multipleOf":0.05}')])
    assert known.validate_python(Decimal("0.15")) == Decimal("0.15")
    with pytest.raises(ValidationError, match=r"multiple of 0\.05"):
        known.validate_python(Decimal("0.16"))
