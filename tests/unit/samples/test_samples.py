"""Samples satisfy their types, look like their names and are the same every time."""

from __future__ import annotations

import pytest

from specpress.emit.samples import NoSample, Sampler, accepts, failures
from specpress.ir.types import (
    Anything,
    Boolean,
    Enum,
    Field,
    Integer,
    List,
    Map,
    Nothing,
    Null,
    Number,
    Object,
    Ref,
    String,
    Type,
    Union,
)
from specpress.ir.values import Json

TREE = Object(
    fields=(
        Field(name="label", type=String(), required=True),
        Field(name="left", type=Ref(target="Tree")),
        Field(name="others", type=List(item=Ref(target="Tree"))),
    )
)
ENDLESS = Object(
    fields=(Field(name="next", type=Ref(target="Endless"), required=True),)
)
TYPES: dict[str, Type] = {"Tree": TREE, "Endless": ENDLESS}

ALL: list[Type] = [
    Anything(),
    Null(),
    Boolean(),
    Integer(),
    Integer(minimum=5, maximum=7, multiple_of=3),
    Integer(exclusive_minimum=1.5, exclusive_maximum=3),
    Integer(minimum=10**20),
    Number(),
    Number(exclusive_minimum=0, maximum=1),
    Number(exclusive_minimum=0, exclusive_maximum=0.001),
    Number(multiple_of=0.01, minimum=1),
    Number(maximum=-3),
    String(),
    String(min_length=100),
    String(max_length=3),
    String(max_length=0),
    String(pattern="^AC[0-9a-fA-F]{32}$", min_length=34, max_length=34),
    String(pattern="^x{3}$", min_length=3),
    String(pattern=r"^(?=.*[A-Z])(?=.*\d).{8,}$"),
    String(pattern=r"^(?<year>\d{4})-\k<year>$"),
    String(pattern=r"^[\w.+-]+@[a-z]+\.com$", min_length=20, max_length=20),
    String(pattern="[^\\x00-\\x7f]"),
    String(pattern=r"^\+[1-9]\d{1,14}$"),
    String(pattern="^(a|bc)+$", min_length=7, max_length=7),
    *(
        String(format=name)
        for name in "date-time date uuid uri email ipv4 ipv6 time phone".split()
    ),
    String(format="uri", max_length=12),
    Enum(values=(Json.of("b"), Json.of(1))),
    List(item=String()),
    List(item=Integer(minimum=1), min_items=4, max_items=4, unique=True),
    List(item=Boolean(), min_items=5),
    Map(value=Integer()),
    Map(value=String(), min_properties=3),
    Object(fields=(), min_properties=2),
    TREE,
    Ref(target="Tree"),
    Union(members=(Null(), Integer())),
    Union(members=(Nothing(), String(format="date"))),
]


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("type_", ALL, ids=lambda t: type(t).__name__)
def test_samples_satisfy_their_types(type_: Type, full: bool) -> None:
    """A sample satisfies its type, and is the same when made again."""
    value = Sampler(TYPES, full=full).sample(type_, "AccountSid")

    assert failures(value, type_, TYPES) == frozenset()
    assert value == Sampler(TYPES, full=full).sample(type_, "AccountSid")


@pytest.mark.parametrize(
    "type_",
    [
        Nothing(),
        Ref(target="Endless"),
        Integer(minimum=2, maximum=1),
        String(pattern="^a$", min_length=2),
        String(pattern="^(?!)$"),
        String(min_length=10**9),
        List(item=Boolean(), min_items=3, unique=True),
        String(format="date", max_length=3),
    ],
    ids=lambda t: type(t).__name__,
)
def test_what_has_no_sample(type_: Type) -> None:
    """What no value satisfies raises, instead of giving a value that does not."""
    with pytest.raises(NoSample):
        Sampler(TYPES).sample(type_, "x")


@pytest.mark.parametrize(
    ("type_", "name", "value"),
    [
        (String(), "FriendlyName", "example-friendly-name"),
        (String(), "StatusCallbackURL", "https://example.com/status-callback-url"),
        (String(format="date-time"), "Start", "2024-05-17T00:30:00Z"),
        (String(format="email"), "To", "user@example.com"),
        (String(pattern="^AC[0-9a-f]{4}$"), "Sid", "ACabcd"),
        (Boolean(), "Record", True),
    ],
)
def test_samples_look_like_their_names(type_: Type, name: str, value: object) -> None:
    """A made-up value says what it stands for."""
    assert Sampler({}).sample(type_, name) == value


def test_examples_come_first_if_they_fit() -> None:
    """The first example that satisfies the type wins, then the default; bad ones never."""
    field = Field(
        name="a",
        type=String(pattern="^x{3}$"),
        examples=(Json.of(5), Json.of("xx"), Json.of("xxxy"), Json.of(None)),
        default=Json.of("xxx"),
    )

    assert Sampler({}).of(field) == "xxx"
    assert Sampler({}).sample(Integer(), "n", [Json.of(True), Json.of(7)]) == 7


def test_whole_numbers_become_floats() -> None:
    """An example 5 of a number is 5.0: what a client's model would send."""
    value = Sampler({}).sample(Number(), "n", [Json.of(5)])

    assert repr(value) == "5.0"


def test_full_objects_hold_what_travels() -> None:
    """A full sample has the optional fields, but none that travels the other way."""
    type_ = Object(
        fields=(
            Field(name="z", type=Integer()),
            Field(name="a", type=Integer(), required=True),
            Field(name="read", type=Integer(), read_only=True),
            Field(name="write", type=Integer(), write_only=True),
        )
    )

    assert list(_keys(Sampler({}), type_)) == ["a"]
    assert list(_keys(Sampler({}, full=True), type_)) == ["z", "a", "write"]
    response = Sampler({}, full=True, direction="response")
    assert list(_keys(response, type_)) == ["z", "a", "read"]


def test_recursion_is_bounded() -> None:
    """A type inside itself is left out where it may be."""
    assert Sampler(TYPES, full=True).sample(Ref(target="Tree"), "t") == {
        "label": "example-label",
        "others": [],
    }


def test_booleans_are_no_numbers() -> None:
    """True is neither an integer nor a number, and 1 is no boolean."""
    assert not accepts(True, Integer(), {})
    assert not accepts(True, Number(), {})
    assert not accepts(1, Boolean(), {})
    assert not accepts(1.0, Enum(values=(Json.of(1),)), {})


def _keys(sampler: Sampler, type_: Object) -> list[str]:
    value = sampler.sample(type_, "x")
    assert isinstance(value, dict)
    return list(value)
