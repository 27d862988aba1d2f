"""Which member of a union data are read as."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

import pytest
from pydantic import MISSING, Field, StrictInt, StrictStr, ValidationError

from kestrel_library._runtime.models import Model
from kestrel_library._runtime.schema import Schema
from kestrel_library._runtime.unions import Variants


class Cat(Model):
    kind: StrictStr
    lives: StrictInt | MISSING = MISSING


class Dog(Model):
    kind: StrictStr
    friend: Cat | MISSING = MISSING


class Stone(Model):
    weight: StrictInt
    kind: StrictStr | MISSING = MISSING


class Sand(Model):
    weight: StrictStr
    grains: list[StrictInt] | MISSING = MISSING


class Snow(Model):
    state: Literal["soft", "hard"]
    depth: StrictInt | MISSING = MISSING


class Rain(Model):
    state: Literal["light", "hard"]
    depth: StrictInt | MISSING = MISSING
    wind: StrictInt | MISSING = MISSING


class Home(Model):
    kind: Literal["home", "house"]
    home: StrictInt | MISSING = MISSING
    size: StrictInt | MISSING = MISSING


class Road(Model):
    kind: Literal["road"]
    way_of: StrictStr = Field(alias="wayOf")


TOLD = Annotated[Cat | Dog, Variants("kind", {"cat": Cat, "kitty": Cat, "7": Dog})]
ELSE = Annotated[Cat | Stone, Variants("kind", {"cat": Cat}, Stone)]
BARE = Annotated[Stone | Sand | Snow | Rain | StrictStr | None, Variants()]
MAPS = Annotated[Stone | dict[str, StrictInt] | list[Stone] | list[Sand], Variants()]
SURE = Annotated[
    Home | Road | None, Variants("kind", {"home": Home, "house": Home, "road": Road})
]
DAYS = Annotated[dt.date | StrictStr, Variants()]
DEEP = Annotated[TOLD | Stone, Variants()]

READS: list[tuple[Any, object, object, list[str]]] = [
    (TOLD, {"kind": "cat", "lives": 9}, Cat, []),
    (TOLD, {"kind": "kitty"}, Cat, []),
    (TOLD, {"kind": 7}, Dog, ["kind"]),
    (TOLD, {"kind": "cat", "lives": "9"}, Cat, ["lives"]),
    (TOLD, {"kind": "cow"}, dict, ["kind"]),
    (TOLD, {"lives": 9}, Cat, ["kind"]),
    (TOLD, "cat", str, [""]),
    (ELSE, {"kind": "cat"}, Cat, []),
    (ELSE, {"kind": "ore", "weight": 1}, Stone, []),
    (ELSE, {"weight": 1}, Stone, []),
    (BARE, {"weight": 1}, Stone, []),
    (BARE, {"weight": "1"}, Sand, []),
    (BARE, {"weight": "1", "grains": ["x"]}, Sand, ["grains[0]"]),
    (BARE, {"state": "soft"}, Snow, []),
    (BARE, {"state": "light"}, Rain, []),
    (BARE, {"state": "hard", "depth": 1}, Snow, []),
    (BARE, {"state": "hard", "wind": 1}, Rain, []),
    (BARE, {"state": "new", "wind": "x"}, Rain, ["state", "wind"]),
    (BARE, {"other": 1}, Stone, ["weight"]),
    (BARE, "text", str, []),
    (BARE, None, type(None), []),
    (MAPS, {"weight": 1, "kind": "x"}, Stone, []),
    (MAPS, {"a": 1}, dict, []),
    (MAPS, [{"weight": "1"}], list, []),
    (MAPS, [{"weight": "1"}, {"weight": 1}], list, ["[0].weight"]),
    (SURE, {"kind": "home", "home": 1}, Home, []),
    (SURE, {"kind": "house", "size": "1"}, Home, ["size"]),
    (SURE, {"kind": "home", "home": {"size": 1}, "size": "1"}, Home, ["home", "size"]),
    (SURE, {"kind": "road", "wayOf": "x"}, Road, []),
    (SURE, {"kind": "road", "way_of": "x"}, Road, ["wayOf"]),
    (SURE, {"kind": "sea"}, dict, ["kind"]),
    (SURE, {"kind": 1}, dict, ["kind"]),
    (SURE, {"wayOf": "x"}, Road, ["kind"]),
    (SURE, None, type(None), []),
    (SURE, [], list, [""]),
    (DAYS, "2024-05-17", dt.date, []),
    (DAYS, "soon", str, []),
    (DEEP, {"weight": 1}, Stone, []),
    (DEEP, {"kind": "kitty"}, Cat, []),
]


@pytest.mark.parametrize(("type_", "data", "kind", "places"), READS)
def test_one_member_reads(
    type_: Any, data: object, kind: object, places: list[str]
) -> None:
    """Data are read as the member that they are, or as the nearest; faults are told."""
    value, problems = Schema(type_).read(data)

    assert type(value) is kind
    assert [problem.place for problem in problems] == places


@pytest.mark.parametrize(("type_", "data", "kind", "places"), READS)
def test_what_is_checked_is_what_was_given(
    type_: Any, data: object, kind: object, places: list[str]
) -> None:
    """Data without faults are written as they came."""
    checked, problems = Schema(type_).checked(data)

    assert [problem.place for problem in problems] == places
    assert checked == (None if places else data)


def test_an_unknown_tag_is_told_with_those_known() -> None:
    """The message names each value that there could have been."""
    (problem,) = Schema(TOLD).read({"kind": "cow"})[1]

    assert (problem.rule, problem.value) == ("enum", "cow")
    assert problem.expected == "'cat', 'kitty' or '7'"


def test_a_missing_tag_is_told() -> None:
    """Where constants tell all members apart, nothing is read without one."""
    problems = Schema(SURE).read({"size": 1})[1]

    assert [(p.place, p.rule, p.expected) for p in problems] == [
        ("kind", "required", "a value")
    ]
    (problem,) = Schema(SURE).read({"kind": "sea"})[1]
    assert (problem.value, problem.expected) == ("sea", "'home', 'house' or 'road'")


def test_objects_of_a_member_are_taken_as_they_are() -> None:
    """A caller may give an object that is made already."""

    class Yard(Model):
        pets: list[TOLD]
        star: TOLD | MISSING = MISSING
        ways: list[SURE]

    cat, road = Cat(kind="cat"), Road(kind="road", wayOf="x")
    yard = Yard(pets=[cat, Dog(kind="?")], star=cat, ways=[road, None])
    assert yard.pets[0] is yard.star is cat
    assert yard.ways[0] is road
    with pytest.raises(ValidationError):
        Yard(pets=[Stone(weight=1)], ways=[])  # type: ignore[list-item]
    with pytest.raises(ValidationError):
        Yard(pets=[], ways=[Stone(weight=1)])  # type: ignore[list-item]
