"""Enums: awkward values, null among them, values of a later server, and defaults."""

from __future__ import annotations

import json
import typing
from pathlib import Path
from typing import Any

import pytest
from support.cases import Case, described
from support.cases import build as build_whole

AWKWARD = (
    "a-b", "a b", "A_B", "", " ", "+1", "-1", "1", "é", "<=", ">=", "a", "A", "name",
    "value", "mro", "_private_", "__x__", "None", "true", "title", "count", "\\", '"',
)  # fmt: skip


def build(description: str, tmp_path: Path) -> Case:
    """Return the client of *description*, without what makes no difference to enums."""
    return build_whole(description, tmp_path, format=False, tests=False)


def _literals(type_: Any) -> list[object]:
    """Return the values that *type_* lists, in its order."""
    if typing.get_origin(type_) is typing.Literal:
        return list(typing.get_args(type_))
    return [value for part in typing.get_args(type_) for value in _literals(part)]


def test_awkward_values(tmp_path: Path) -> None:
    """Values that would make one name, or none, are each themselves, in their order."""
    schemas = {
        "E": {"type": "string", "enum": list(AWKWARD)},
        "M": {
            "type": "object",
            "properties": {"e": {"$ref": "#/components/schemas/E"}},
        },
    }
    made = build(described(schemas), tmp_path)

    assert _literals(made.models.E) == list(AWKWARD)
    client = made.client(None, status=204)
    for value in AWKWARD:
        client.put_m(e=value)
        assert made.sent() == {"e": value}
        assert made.client({"e": value}).get_m().e == value
    assert made.drifts == []


def test_null_among_the_values(tmp_path: Path) -> None:
    """Null in an enum is None beside the other values, and an enum of null alone."""
    listed = {"type": ["string", "null"], "enum": ["x", None]}
    schemas = {
        "A": listed,
        "C": {
            "type": "object",
            "properties": {
                "r": {**listed, "default": None},
                "s": {"anyOf": [{"$ref": "#/components/schemas/A"}, {"type": "null"}]},
                "b": {"enum": [None]},
            },
        },
    }
    made = build(described(schemas), tmp_path)
    client = made.client(None, status=204)

    for value in ("x", None):
        client.put_c(r=value, s=value, b=None)
        assert made.sent() == {"r": value, "s": value, "b": None}
        answer = made.client({"r": value, "s": value, "b": None}).get_c()
        assert (answer.r, answer.s, answer.b) == (value, value, None)
    assert made.drifts == []
    for wrong in ({"r": "y"}, {"s": "y"}, {"b": "x"}):
        with pytest.raises(made.package.RequestValidationError):
            client.put_c(**wrong)


def test_a_value_of_a_later_server(tmp_path: Path) -> None:
    """A value that the description does not know is read as it is, kept, and told as a
    drift; the known ones are still in the type."""
    schemas = {
        "S": {"type": "string", "enum": ["a", "b"]},
        "M": {
            "type": "object",
            "required": ["s"],
            "properties": {"s": {"$ref": "#/components/schemas/S"}},
        },
    }
    made = build(described(schemas), tmp_path)

    answer = made.client({"s": "zz"}).get_m()

    assert answer.s == "zz"
    assert json.loads(answer.model_dump_json()) == {"s": "zz"}
    assert [drift.path for drift in made.drifts] == ["s"]
    assert _literals(made.models.S) == ["a", "b"]
    with pytest.raises(made.package.RequestValidationError):
        made.client(None, status=204).put_m(s="zz")


def test_defaults_outside_the_enum(tmp_path: Path) -> None:
    """A default that is no value of its enum is dropped with a warning; others stay, and
    none is sent or shared between objects."""
    schemas = {
        "E": {"type": "string", "enum": ["udp", "tcp"], "default": "udp"},
        "P": {
            "type": "object",
            "properties": {
                "a": {"type": "string", "enum": ["udp", "tcp"], "default": "http"},
                "b": {"type": "string", "enum": ["auto"], "default": ["auto"]},
                "c": {
                    "type": "array",
                    "items": {"type": "string", "enum": ["x", "y"]},
                    "default": ["x"],
                },
                "d": {"$ref": "#/components/schemas/E"},
                "e": {"allOf": [{"$ref": "#/components/schemas/E"}], "default": "tcp"},
            },
        },
    }
    made = build(described(schemas), tmp_path)
    client = made.client(None, status=204)

    lost = [text for text in made.reported if "default" in text]
    assert any('"http"' in text for text in lost)
    assert any('["auto"]' in text for text in lost)
    client.put_p()
    assert made.sent() == {}
    client.put_p(d="tcp", e="udp", c=["y"])
    assert made.sent() == {"d": "tcp", "e": "udp", "c": ["y"]}
    for wrong in ({"d": "http"}, {"e": "http"}, {"c": ["z"]}):
        with pytest.raises(made.package.RequestValidationError):
            client.put_p(**wrong)


WORDS = (
    "on",
    "off",
    "yes",
    "no",
    "NO",
    "y",
    "2021-04-05",
    "09:15:00",
    "1_000",
    "~x",
    "=",
)
NUMBERS = ("007", "2.50", "3e2", "0o17", "0x1F")


def test_yaml_words(tmp_path: Path) -> None:
    """Plain words of YAML are text; where the type says text, numbers and truth values
    are what was written, with a warning."""
    text = json.loads(
        described(
            {
                "E": {},
                "M": {
                    "type": "object",
                    "properties": {"e": {"$ref": "#/components/schemas/E"}},
                },
            }
        )
    )
    del text["components"]["schemas"]["E"]
    listed = ", ".join((*WORDS, *NUMBERS, "true", "null"))
    spec = (
        f"openapi: 3.1.0\ninfo: {json.dumps(text['info'])}\n"
        f"paths: {json.dumps(text['paths'])}\ncomponents:\n  schemas:\n"
        f"    M: {json.dumps(text['components']['schemas']['M'])}\n"
        f"    E: {{type: string, enum: [{listed}]}}\n"
    )
    made = build(spec, tmp_path)

    assert _literals(made.models.E)[: len(WORDS)] == list(WORDS)
    assert _literals(made.models.E)[len(WORDS) :][: len(NUMBERS)] == list(NUMBERS)
    assert any("007" in line for line in made.reported)
