"""Values on the wire: styles of parameters and media types of bodies."""

from __future__ import annotations

from typing import Any

import pytest

from specpress.emit.cases.bodies import body_text, coding_of
from specpress.emit.cases.parameters import (
    cookie_pairs,
    header_value,
    path_value,
    query_pairs,
)
from specpress.emit.cases.text import form, percent
from specpress.ir.nodes import Content, Location, Parameter
from specpress.ir.parts import Encoding, PartHeader, Style
from specpress.ir.types import Anything, Field, List, Object, String

FORM = "application/x-www-form-urlencoded"
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
    assert text({"Start Time<": "a b"}, FORM) == "Start+Time%3C=a+b"


def test_headers_and_cookies() -> None:
    """Headers hold their values as they are, cookies percent-encoded."""
    assert header_value(parameter("header", "simple", False), ARRAY) == "blue,black"
    assert header_value(parameter("header", "simple", False), "a b;c") == "a b;c"
    assert cookie_pairs(parameter("cookie", "form", True), "a;b") == ["color=a%3Bb"]


def test_encodings_differ() -> None:
    """Space, tilde, star and plus are where the encodings of query and form part."""
    assert percent(" ~*+'\"ü") == "%20~%2A%2B%27%22%C3%BC"
    assert form(" ~*+'\"ü") == "+%7E*%2B%27%22%C3%BC"


def text(value: object, media_type: str, *encodings: Encoding, **more: Any) -> str:
    """Return *value* as a body of *media_type*."""
    content = Content(media_type=media_type, encodings=encodings, **more)
    return body_text(value, content, {})


def test_bodies() -> None:
    """JSON is compact and not ASCII only; forms repeat arrays and leave out null."""
    value = {"a": [1, 2.0], "b": None, "c": True, "d": {"e": "ü"}, "f": []}

    assert text(value, "application/json") == (
        '{"a":[1,2.0],"b":null,"c":true,"d":{"e":"ü"},"f":[]}'
    )
    assert text(value, FORM) == "a=1&a=2.0&c=true&d=%7B%22e%22%3A%22%C3%BC%22%7D"
    assert text("a b", "text/plain") == "a b"
    assert text([1, {}], "application/jsonl") == "1\n{}\n"
    assert text([1], "application/json-seq") == "\x1e1\n"


def test_parts_of_forms() -> None:
    """The fields of a form are written as their encodings say."""
    value = {"a": ["p", "q"], "b": {"k": "v"}, "c": ["x y"], "d": "a/b%20%"}
    encodings = (
        Encoding(name="a", explode=False),
        Encoding(name="b", style="deepObject"),
        Encoding(name="c", media_types=("application/json",)),
        Encoding(name="d", allow_reserved=True),
    )

    assert text(value, FORM, *encodings) == ("a=p,q&b%5Bk%5D=v&c=%22x+y%22&d=a/b%20%25")


def test_parts_of_multipart_bodies() -> None:
    """Objects are JSON, lists repeat their name, files have names; the rest is text."""
    file = String(format="file")
    fields = tuple(
        Field(name=name, type=type_)
        for name, type_ in (("f", file), ("o", Anything()), ("l", List(item=file)))
    )
    value = {"f": "x", "o": {"a": 1}, "l": ["y"], "t": True}
    parts = (
        Encoding(name="f", media_types=("image/png", "image/*")),
        Encoding(name="t", headers=(PartHeader(name="X-A", value="1"),)),
    )

    made = text(value, "multipart/form-data", *parts, type=Object(fields=fields))

    assert made.split("--BOUNDARY")[1:] == [
        (
            '\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n'
            "Content-Type: image/png\r\n\r\nx\r\n"
        ),
        (
            '\r\nContent-Disposition: form-data; name="o"\r\n'
            'Content-Type: application/json\r\n\r\n{"a":1}\r\n'
        ),
        (
            '\r\nContent-Disposition: form-data; name="l"; filename="l"\r\n'
            "Content-Type: application/octet-stream\r\n\r\ny\r\n"
        ),
        '\r\nContent-Disposition: form-data; name="t"\r\nX-A: 1\r\n\r\ntrue\r\n',
        "--\r\n",
    ]
    assert text(["a", {}], "multipart/mixed") == (
        "--BOUNDARY\r\n\r\na\r\n--BOUNDARY\r\n"
        "Content-Type: application/json\r\n\r\n{}\r\n--BOUNDARY--\r\n"
    )


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
