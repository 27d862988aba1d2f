"""Names of what has none in the description: from where it stands, never by counting."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.cases import generated

PLAIN: dict[str, Any] = {"format": False, "tests": False}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def _operation(name: str, body: Any, answer: Any) -> dict[str, Any]:
    def media(schema: Any) -> dict[str, Any]:
        return {"content": {"application/json": {"schema": schema}}}

    ok = {"description": "ok", **media(answer)}
    return {
        "post": {
            "operationId": name,
            "requestBody": media(body),
            "responses": {"200": ok, "404": {"description": "no", **media(answer)}},
        }
    }


COLOUR = {"type": "string", "enum": ["red", "blue"]}
DESCRIPTION: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Inline", "version": "1"},
    "paths": {
        "/a": _operation(
            "a",
            _object(x=_object(y=COLOUR)),
            {"type": "array", "items": _object(z={"type": "string"})},
        ),
        "/b": _operation(
            "b",
            _object(x=_object(y={"type": "string"})),
            {"oneOf": [_object(cat={"type": "string"}), _object(dog=COLOUR)]},
        ),
        "/c": _operation("c", _object(x=_object(y=COLOUR)), _object(y=_object())),
    },
}
NEW = _operation(
    "a0",
    _object(x=_object(y=COLOUR), q=_object(y=_object())),
    {"type": "array", "items": _object(z={"type": "integer"})},
)


def _names(description: dict[str, Any]) -> dict[str, set[str]]:
    """Return the names of the types by where they stand."""
    result = generated(json.dumps(description), **PLAIN)
    assert result.files, [d.message for d in result.diagnostics]
    models = "".join(
        text for path, text in result.files.items() if "/models" in f"/{path}"
    )
    lines = (line.strip() for line in models.splitlines())
    classes = {line[6:].split("(")[0] for line in lines if line.startswith("class ")}
    assert result.api is not None
    return {"classes": classes, "types": {t.name.text for t in result.api.types}}


BEFORE = _names(DESCRIPTION)


def test_inl_01_names_say_where() -> None:
    """A type without a name is called by its operation and its place in it."""
    assert {"ARequest", "ARequestX", "AResponseItem", "BRequestX"} <= BEFORE["types"]


def _shuffled(value: Any, order: random.Random) -> Any:
    """Return *value* with the members of all its objects in another order."""
    if isinstance(value, dict):
        keys = list(value)
        order.shuffle(keys)
        return {key: _shuffled(value[key], order) for key in keys}
    if isinstance(value, list):
        return [_shuffled(item, order) for item in value]
    return value


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_inl_01_order_renames_nothing(order: random.Random) -> None:
    """In whatever order the description says things, they have the same names."""
    assert _names(_shuffled(DESCRIPTION, order)) == BEFORE


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_inl_01_a_new_operation_renames_nothing(order: random.Random) -> None:
    """An operation more, wherever it is put, leaves all names there were."""
    more = copy.deepcopy(DESCRIPTION)
    more["paths"] = {"/a0": NEW, **more["paths"]}

    names = _names(_shuffled(more, order))

    assert all(BEFORE[kind] <= names[kind] for kind in BEFORE)


@pytest.mark.parametrize("at", [0, 1, 2])
def test_inl_01_a_new_arm_renames_nothing(at: int) -> None:
    """A member more in a union, wherever it is put, leaves all names there were."""
    more = copy.deepcopy(DESCRIPTION)
    for answer in more["paths"]["/b"]["post"]["responses"].values():
        arms = answer["content"]["application/json"]["schema"]["oneOf"]
        arms.insert(at, _object(bird={"type": "boolean"}))

    names = _names(more)

    assert all(BEFORE[kind] <= names[kind] for kind in BEFORE)


def test_inl_01_an_error_more_renames_nothing() -> None:
    """A status more leaves the names of the other responses as they are."""
    more = copy.deepcopy(DESCRIPTION)
    responses = more["paths"]["/a"]["post"]["responses"]
    responses["409"] = copy.deepcopy(responses["404"])

    names = _names(more)

    assert all(BEFORE[kind] <= names[kind] for kind in BEFORE)
