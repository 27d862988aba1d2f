"""Hostile values: what an argument may not do to a request, nor a key to a model."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.cases import SHARED, Case, build, described

PLACES = """
openapi: 3.1.0
info: {title: Places, version: '1'}
paths:
  /x/{p}:
    post:
      operationId: go
      parameters:
      - {name: p, in: path, required: true, schema: {type: string}}
      - {name: X-H, in: header, schema: {type: string}}
      - {name: c, in: cookie, schema: {type: string}}
      - {name: q, in: query, schema: {type: string}}
      responses: {'204': {description: ok}}
"""


def of(name: str, folder: Path) -> Case:
    """Return the client of the shared case *name*."""
    path = SHARED / name
    if not path.is_file():
        pytest.skip("the shared cases are not there")
    return build(path.read_text("utf-8"), folder)


@pytest.fixture(scope="module")
def path_case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The client of `SEC-15`."""
    return of("sec-15.yaml", tmp_path_factory.mktemp("sec"))


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A client whose arguments go everywhere."""
    return build(PLACES, tmp_path_factory.mktemp("places"))


@pytest.mark.parametrize(
    "value",
    [".", "..", "%2e%2E", "%2e.", "", "../..", "a/../b", "a/..", "..\\x"],
)
def test_no_argument_leads_elsewhere(path_case: Case, value: str) -> None:
    """A value that a server may take for another path is refused: `SEC-15`."""
    client = path_case.client(status=204)
    before = len(path_case.requests)
    with pytest.raises(ValueError, match="segment"):
        client.del_(address=value)
    assert len(path_case.requests) == before


@pytest.mark.parametrize(
    ("value", "arrives"),
    [
        ("a/b?c#d e", b"a%2Fb%3Fc%23d%20e"),
        ("..a", b"..a"),
        ("a%2e", b"a%252e"),
        ("ü", b"%C3%BC"),
    ],
)
def test_an_argument_is_one_segment(
    path_case: Case, value: str, arrives: bytes
) -> None:
    """What is odd in a value stays within its segment."""
    path_case.client(status=204).del_(address=value)
    sent = path_case.requests[-1].url.raw_path
    assert sent == b"/v1/account/sup/" + arrives


BREAKS = ["a\r\nX: y", "a\nb", "a\rb", "a\x00b"]


@pytest.mark.parametrize("value", BREAKS)
def test_no_argument_adds_a_header(places: Case, value: str) -> None:
    """A line end in a header is refused before anything is sent: `SEC-16`."""
    client = places.client(status=204)
    before = len(places.requests)
    with pytest.raises(ValueError, match="nothing was sent"):
        client.go(p="p", x_h=value)
    assert len(places.requests) == before


@pytest.mark.parametrize("value", [*BREAKS, "a; b=c", 'a"b', "a b", "a\\b"])
def test_no_argument_adds_a_cookie(places: Case, value: str) -> None:
    """A cookie's value can't begin another one: it is refused, or encoded."""
    client = places.client(status=204)
    before = len(places.requests)
    try:
        client.go(p="p", c=value)
    except ValueError:
        assert len(places.requests) == before
    else:
        sent = places.requests[-1].headers["cookie"]
        assert sent.startswith("c=")
        assert not {*sent} & {*';"\\ \r\n\0'}


@pytest.mark.parametrize("value", BREAKS)
def test_no_extra_adds_a_header(places: Case, value: str) -> None:
    """Neither do the headers of one call, nor those of a client or a credential."""
    client = places.client(status=204)
    with pytest.raises(ValueError, match="nothing was sent"):
        client.go(p="p", extra_headers={"X-Y": value})
    with pytest.raises(ValueError, match="X-Y"):
        places.client(headers={"X-Y": value})


def test_keys_of_python(tmp_path: Path) -> None:
    """Keys that mean something to Python are fields under other names, and what comes
    unasked replaces nothing: `SEC-19`."""
    names = "__class__ __dict__ __init__ to_dict _private __slots__".split()
    properties = {name: {"type": "string"} for name in names}
    schema = {"type": "object", "properties": properties, "additionalProperties": True}
    model = build(described({"M": schema}), tmp_path).models.M
    hostile = {
        "__class__": "c",
        "__dict__": "d",
        "__init__": "i",
        "to_dict": "t",
        "_private": "p",
        "__slots__": "s",
        "model_dump": "x",
        "__getattribute__": "x",
        "__proto__": "x",
        "model_fields": "x",
    }
    made = model.model_validate(hostile)
    assert type(made) is model
    assert made.model_dump(by_alias=True) == hostile
    assert callable(made.model_dump)
    assert made.__getattribute__("__class__") is model
    assert "__init__" in dir(model)
    assert callable(model.__init__)
