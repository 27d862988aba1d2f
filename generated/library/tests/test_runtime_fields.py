"""What the fields of models are made of: absence, open enums, sets."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Never

import pytest
from pydantic import MISSING, StrictFloat, StrictInt, StrictStr, ValidationError

from kestrel_library._runtime.fields import NOTHING, OPEN, UNIQUE, absent
from kestrel_library._runtime.models import Model


def thing() -> Any:
    """Return a new model with a field of each kind, made when it is asked for."""

    class Thing(Model):
        some: StrictStr | MISSING = absent("Some-Name")
        state: Annotated[Literal["on", "off"] | str, OPEN] | MISSING = absent("State")
        ids: Annotated[list[StrictInt], UNIQUE] | MISSING = absent("Ids")
        sets: Annotated[list[dict[str, StrictFloat]], UNIQUE] | MISSING = absent("Sets")
        never: Annotated[Never, NOTHING] | MISSING = absent("Never")

    return Thing


GOOD: list[dict[str, Any]] = [
    {},
    {"Some-Name": "x"},
    {"State": "on"},
    {"State": "off"},
    {"Ids": []},
    {"Ids": [1, 2, 3]},
    {"Sets": [{"a": 1, "b": 2}, {"a": 1, "b": 3}]},
]
BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"Some-Name": 1}, "string_type", "Input should be a valid string"),
    ({"State": "new"}, "literal_error", "Input should be 'on' or 'off'"),
    ({"State": 1}, "literal_error", "Input should be 'on' or 'off'"),
    ({"Ids": [1, 2, 1]}, "unique_items", "Items should be unique"),
    ({"Sets": [{"a": 1}, {"a": 1.0}]}, "unique_items", "Items should be unique"),
    (
        {"Sets": [{"a": 1, "b": 2}, {"b": 2, "a": 1}]},
        "unique_items",
        "Items should be unique",
    ),
    ({"Never": None}, "nothing", "No value is allowed here"),
]


@pytest.mark.parametrize("value", GOOD)
def test_good_values(value: dict[str, Any]) -> None:
    """A value that fits is kept and goes out under its wire name, and nothing else."""
    assert thing().model_validate(value).model_dump(mode="json") == value


@pytest.mark.parametrize(("value", "kind", "message"), BAD)
def test_bad_values(value: dict[str, Any], kind: str, message: str) -> None:
    """A value that does not fit is refused with the error that says why."""
    with pytest.raises(ValidationError) as caught:
        thing().model_validate(value)
    found = {(error["type"], error["msg"]) for error in caught.value.errors()}
    assert (kind, message) in found


def test_absent_fields() -> None:
    """A field that is not given is `MISSING`, and takes its Python name in code."""
    made = thing()
    assert made().some is MISSING
    assert made(some="x").model_dump() == {"Some-Name": "x"}


def test_values_beyond_an_open_enum_are_sent() -> None:
    """A value that a server added goes back as it came, without a warning."""
    sent = thing().model_construct(state="new")
    assert sent.model_dump(mode="json") == {"State": "new"}
    assert sent.model_dump_json() == '{"State":"new"}'
