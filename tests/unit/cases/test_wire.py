"""Values on the wire: styles of parameters and media types of bodies."""

from __future__ import annotations

import pytest

from specpress.emit.cases.bodies import body_text, coding_of
from specpress.emit.cases.parameters import (
    cookie_pairs,
    header_value,
    path_value,
    query_pairs,
)
from specpress.emit.cases.text import form, percent
from specpress.ir.nodes import Location, Parameter
from specpress.ir.parts import Style
from specpress.ir.types import Anything

ARRAY = ["blue", "black"]
OBJECT = {"R": 100, "G": 200}


def parameter(
    location: Location, style: Style, explode: bool, name: str = "color"
) -> Parameter:
    """Return a parameter of that style."""
    return Parameter(
        name=name, location=location, type=Anything(), style=style, explode=explode
    )


@pytest.mark.parametrize(
    ("style", "explode", "text", "array", "object_"),
    [
        ("simple", False, "blue", "blue,black", "R,100,G,200"),
        ("simple", True, "blue", "blue,black", "R=100,G=200"),
        ("label", False, ".blue", ".blue,black", ".R,100,G,200"),
        ("label", True, ".blue", ".blue.black", ".R=100.G=200"),
        ("matrix", False, ";color=blue", ";color=blue,black", ";color=R,100,G,200"),
        ("matrix", True, ";color=blue", ";color=blue;color=black", ";R=100;G=200"),
    ],
)
def test_paths(
    style: Style, explode: bool, text: str, array: str, object_: str
) -> None:
    """Path values are laid out as in the table of the OpenAPI specification."""
    place = parameter("path", style, explode)

    assert path_value(place, "blue") == text
    assert path_value(place, ARRAY) == array
    assert path_value(place, OBJECT) == object_


@pytest.mark.parametrize(
    ("style", "explode", "array", "object_"),
    [
        ("form", False, "color=blue,black", "color=R,100,G,200"),
        ("form", True, "color=blue&color=black", "R=100&G=200"),
        ("spaceDelimited", False, "color=blue%20black", "color=R%20100%20G%20200"),
        ("pipeDelimited", False, "color=blue%7Cblack", "color=R%7C100%7CG%7C200"),
        ("deepObject", True, None, "color%5BR%5D=100&color%5BG%5D=200"),
    ],
)
def test_queries(style: Style, explode: bool, array: str | None, object_: str) -> None:
    """Query values are laid out as in the table of the OpenAPI specification."""
    place = parameter("query", style, explode)

    assert array is None or "&".join(query_pairs(place, ARRAY)) == array
    assert "&".join(query_pairs(place, OBJECT)) == object_
    assert query_pairs(place, "blue") == ["color=blue"]


def test_names_are_encoded_too() -> None:
    """A name like ``StartTime<`` is percent-encoded, in forms by the forms' rules."""
    place = parameter("query", "form", True, name="Start Time<")

    assert query_pairs(place, True) == ["Start%20Time%3C=true"]
    assert body_text({"Start Time<": "a b"}, "form") == "Start+Time%3C=a+b"


def test_headers_and_cookies() -> None:
    """Headers hold their values as they are, cookies percent-encoded."""
    assert header_value(parameter("header", "simple", False), ARRAY) == "blue,black"
    assert header_value(parameter("header", "simple", False), "a b;c") == "a b;c"
    assert cookie_pairs(parameter("cookie", "form", True), "a;b") == ["color=a%3Bb"]


def test_encodings_differ() -> None:
    """Space, tilde, star and plus are where the encodings of query and form part."""
    assert percent(" ~*+'\"ü") == "%20~%2A%2B%27%22%C3%BC"
    assert form(" ~*+'\"ü") == "+%7E*%2B%27%22%C3%BC"


def test_bodies() -> None:
    """JSON is compact and not ASCII only; forms repeat arrays and leave out null."""
    value = {"a": [1, 2.0], "b": None, "c": True, "d": {"e": "ü"}, "f": []}

    assert body_text(value, "json") == (
        '{"a":[1,2.0],"b":null,"c":true,"d":{"e":"ü"},"f":[]}'
    )
    assert body_text(value, "form") == "a=1&a=2.0&c=true&d=%7B%22e%22%3A%22%C3%BC%22%7D"
    assert body_text("a b", "text") == "a b"


@pytest.mark.parametrize(
    ("media_type", "coding"),
    [
        ("application/json", "json"),
        ("Application/Vnd.Pets+JSON;v=1", "json"),
        ("application/x-www-form-urlencoded", "form"),
        ("text/csv", "text"),
        ("image/png", "bytes"),
        ("application/xml", "bytes"),
    ],
)
def test_codings(media_type: str, coding: str) -> None:
    """The media type says how a body is written."""
    assert coding_of(media_type) == coding
