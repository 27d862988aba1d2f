"""The run-time's way from arguments to a request, or to all that is wrong with them."""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from pydantic import MISSING as THEIRS
from pydantic import AfterValidator, Field, StrictBool, StrictInt, StrictStr

from kestrel_library._runtime.drift import log_drift
from kestrel_library._runtime.failures import RequestValidationError
from kestrel_library._runtime.fields import UNIQUE
from kestrel_library._runtime.missing import MISSING, is_given, present
from kestrel_library._runtime.models import Model
from kestrel_library._runtime.operation import Body, Operation, Param, Response
from kestrel_library._runtime.plan import plan, schema
from kestrel_library._runtime.prepare import prepare
from kestrel_library._runtime.request import Request
from kestrel_library._runtime.retry import RetryPolicy
from kestrel_library._runtime.settings import make_settings
from kestrel_library._runtime.types import ModelFactory, QueryValue


@pytest.fixture(autouse=True)
def unplanned() -> None:
    """Forget what was worked out before, so that each test sees how it is."""
    plan.cache_clear()
    schema.cache_clear()


FORM = "application/x-www-form-urlencoded"


def fail(value: object) -> object:
    """Refuse every *value*."""
    raise ValueError(value)


class Closed(Model, extra="forbid"):
    """A model without further keys."""


class Red(Model):
    """A tagged member of a union."""

    kind: Literal["red"]


class Blue(Model):
    """Another one."""

    kind: Literal["blue"]


class Part(Model):
    """An object inside others."""

    sort: Literal["a", "b"]
    size: StrictInt | THEIRS = Field(
        default=THEIRS, validation_alias="Size", serialization_alias="Size"
    )


class Wrapped(Model):
    """Rich parameters that hold an object."""

    part: Part | THEIRS = Field(
        default=THEIRS, validation_alias="p", serialization_alias="p"
    )
    tag: Annotated[Red | Blue, Field(discriminator="kind")]
    day: Annotated[list[date], Field(max_length=2)]


class Thing(Model):
    """The body of the tests."""

    to: Annotated[StrictStr, Field(pattern="^[+]")] = Field(
        validation_alias="To", serialization_alias="To"
    )
    tags: Annotated[list[StrictStr], Field(max_length=2)] | THEIRS = Field(
        default=THEIRS, validation_alias="Tags", serialization_alias="Tags"
    )
    live: StrictBool | THEIRS = Field(
        default=THEIRS, validation_alias="Live", serialization_alias="Live"
    )
    note: StrictStr | THEIRS | None = THEIRS
    parts: list[Part] | THEIRS = THEIRS


class Filter(Model):
    """The rich parameters of the tests."""

    ids: Annotated[list[StrictInt], Field(min_length=1)] = Field(
        validation_alias="ids[]", serialization_alias="ids[]"
    )
    since: date | THEIRS = Field(
        default=THEIRS, validation_alias="Since<", serialization_alias="Since<"
    )


SEARCH: Operation[object] = Operation(
    "search",
    "GET",
    "/v1/{box}/x{n}.json?fixed=1&{none}",
    params=(
        Param("box", "box", "path", "string", required=True),
        Param("n", "n", "path", "integer", required=True),
        Param("ids", "ids[]", "query", "rich", required=True),
        Param("since", "Since<", "query", "rich"),
        Param("q", "q", "query", "string", reserved=True),
        Param("ratio", "ratio", "query", "number"),
        Param("x_deep", "X-Deep", "header", "boolean", required=True),
        Param("sid", "s;d", "cookie", "string"),
    ),
    params_model=lambda: Filter,
    responses=(
        Response("200", "application/json"),
        Response("404", "text/plain"),
        Response("default", "application/json"),
        Response("204"),
    ),
)
HEADER: Operation[object] = Operation(
    "head",
    "GET",
    "/",
    params=(
        Param("a", "A-B", "header", "string"),
        Param("b", "B", "header", "rich"),
    ),
    params_model=lambda: Plain,
)
GOOD: dict[str, object] = {"box": "a b", "n": 1, "ids": [1, 2], "x_deep": True}


def built(
    operation: Operation[object],
    arguments: Mapping[str, object],
    body: object = MISSING,
    *,
    validate: bool = True,
    headers: Mapping[str, str] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, QueryValue] | None = None,
) -> Request:
    """Return the request for *arguments* and *body*."""
    settings = make_settings(
        base_url="https://api.test/base/",
        auth={},
        retry=None,
        validate=validate,
        strict=False,
        on_drift=None,
        headers=headers,
    )
    return prepare(
        operation, arguments, body, settings, extra_headers or {}, extra_query or {}
    )


def refused(
    operation: Operation[object],
    arguments: Mapping[str, object],
    body: object = MISSING,
    *,
    validate: bool = True,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, QueryValue] | None = None,
) -> list[tuple[str, str, str, str]]:
    """Return argument, wire name, rule and message of each violation."""
    with pytest.raises(RequestValidationError) as caught:
        built(
            operation,
            arguments,
            body,
            validate=validate,
            extra_headers=extra_headers,
            extra_query=extra_query,
        )
    assert caught.value.operation == operation.id
    return [violation[:4] for violation in caught.value.violations]


def sending(
    media_type: str,
    model: ModelFactory | None = None,
    *,
    required: bool = False,
    spread: bool = False,
) -> Operation[object]:
    """Return an operation that sends a body."""
    body = Body(media_type, model, required=required, spread=spread)
    return Operation("send", "POST", "/send", body=body)


def test_parameters_travel() -> None:
    """Each parameter goes to its place, encoded, in the description's order."""
    given = {
        **GOOD,
        "sid": "1;2",
        "ratio": 2,
        "q": "a/b&c",
        "since": date(2020, 1, 2),
        "unknown": 1,
    }
    request = built(SEARCH, given)
    assert request.method == "GET"
    assert request.url == (
        "https://api.test/base/v1/a%20b/x1.json?fixed=1&%7Bnone%7D"
        "&ids%5B%5D=1&ids%5B%5D=2&Since%3C=2020-01-02&q=a/b%26c&ratio=2"
    )
    assert request.headers == {
        "accept": "application/json, text/plain",
        "x-deep": "true",
    }
    assert request.cookies == [("s%3Bd", "1%3B2")]
    assert request.content is None


def test_absent_parameters() -> None:
    """`MISSING`, ours or pydantic's, and null leave a parameter out."""
    given = {**GOOD, "since": THEIRS, "q": MISSING, "ratio": None, "sid": None}
    request = built(SEARCH, given)
    assert request.url.endswith("?fixed=1&%7Bnone%7D&ids%5B%5D=1&ids%5B%5D=2")
    assert request.cookies == []


def test_styles_of_parameters() -> None:
    """Style and explode of a parameter are heeded; without them OpenAPI's defaults."""
    operation: Operation[object] = Operation(
        "styled",
        "GET",
        "/{a}/{b}/{c}",
        params=(
            Param("a", "a", "path", "rich", style="label", explode=True),
            Param("b", "b", "path", "rich", style="matrix"),
            Param("c", "c", "path", "rich"),
            Param("d", "d", "query", "rich", style="pipeDelimited"),
            Param("e", "e", "query", "rich", explode=False),
            Param("f", "f", "query", "rich", style="deepObject"),
            Param("g", "g", "query", "rich", style="spaceDelimited", explode=True),
            Param("h", "H", "header", "rich", explode=True),
            Param("i", "I", "header", "rich"),
            Param("j", "j", "cookie", "rich"),
            Param("k", "k", "query", "rich"),
            Param("l", "l", "query", "rich", style="form"),
            Param("m", "m", "cookie", "rich", explode=True),
        ),
    )
    items, members = [1, 2], {"k": "v", "l": "w"}
    given: dict[str, object] = dict.fromkeys("abcdegj", items)
    given |= dict.fromkeys("fhim", members) | {"k": [], "l": items}
    request = built(operation, given)
    url = "https://api.test/base/.1.2/;b=1,2/1,2"
    query = "?d=1%7C2&e=1,2&f%5Bk%5D=v&f%5Bl%5D=w&g=1&g=2&l=1&l=2"
    assert request.url == url + query
    assert request.headers == {"accept": "*/*", "h": "k=v,l=w", "i": "k,v,l,w"}
    assert request.cookies == [("j", "1"), ("j", "2"), ("k", "v"), ("l", "w")]


def test_headers_are_merged() -> None:
    """A call's headers win over parameters, those over the description's, then ours."""
    request = built(
        SEARCH,
        GOOD,
        headers={"Accept": "x", "X-Own": "own", "X-DEEP": "x"},
        extra_headers={"X-own": "call", "X-More": "é"},
    )
    assert request.headers == {
        "accept": "application/json, text/plain",
        "x-deep": "true",
        "x-own": "call",
        "x-more": "é",
    }
    request = built(SEARCH, GOOD, extra_headers={"ACCEPT": "y", "x-Deep": "z"})
    assert request.headers == {"accept": "y", "x-deep": "z"}


def test_extra_query() -> None:
    """What a call adds to the query comes last."""
    operation: Operation[object] = Operation("ping", "GET", "/ping")
    extra: dict[str, QueryValue] = {"a b": [1, True], "c": None, "d": "x y"}
    assert built(operation, {}).url == "https://api.test/base/ping"
    request = built(operation, {}, extra_query=extra)
    assert request.url == "https://api.test/base/ping?a%20b=1&a%20b=true&d=x%20y"
    request = built(SEARCH, GOOD, extra_query={"z": 1})
    assert request.url.endswith("&ids%5B%5D=2&z=1")


SEGMENT = "must not be empty, nor hold a '.' or '..' segment"
WORDS = {
    "string": "must be a string",
    "integer": "must be an integer",
    "number": "must be a finite number",
    "boolean": "must be a boolean",
}


@pytest.mark.parametrize(
    "value",
    ["", ".", "..", "%2e%2E", "%2e", "a/../b", "..\\a", "a/.", "%2e%2e%2fa"],
)
@pytest.mark.parametrize("validate", [True, False])
def test_unsafe_segments(value: str, validate: bool) -> None:
    """A value that could lead to another path is refused, checked or not."""
    found = refused(SEARCH, {**GOOD, "box": value}, validate=validate)
    assert found == [("box", "box", "segment", SEGMENT)]


@pytest.mark.parametrize("value", ["a/b?c#d e", "...", "a..b", ".a", "a//b", " "])
def test_safe_segments(value: str) -> None:
    """Any other value is one segment, whatever it holds."""
    url = built(SEARCH, {**GOOD, "box": value}).url
    assert url.count("/") == 6
    codes = {"/": "%2F", "?": "%3F", "#": "%23", " ": "%20"}
    assert f"/v1/{''.join(codes.get(c, c) for c in value)}/x1" in url


@pytest.mark.parametrize(
    ("argument", "kind", "value"),
    [
        ("box", "string", 1),
        ("box", "string", True),
        ("box", "string", b"x"),
        ("n", "integer", "1"),
        ("n", "integer", False),
        ("q", "string", 1.5),
        ("ratio", "number", "1"),
        ("ratio", "number", True),
        ("ratio", "number", float("nan")),
        ("ratio", "number", float("inf")),
        ("x_deep", "boolean", 1),
        ("x_deep", "boolean", "true"),
        ("x_deep", "boolean", 1.0),
    ],
)
def test_plain_kinds(argument: str, kind: str, value: object) -> None:
    """Text, numbers and booleans are told apart: a boolean is no number."""
    names = {"x_deep": "X-Deep"}
    found = refused(SEARCH, {**GOOD, argument: value})
    name = names.get(argument, argument)
    assert found == [(argument, name, "type", WORDS[kind])]


def test_plain_kinds_that_fit() -> None:
    """Numbers may be whole or not; both booleans will do."""
    request = built(SEARCH, {**GOOD, "ratio": 1.5, "x_deep": False})
    assert request.url.endswith("&ratio=1.5")
    assert request.headers["x-deep"] == "false"


def test_all_violations_at_once() -> None:
    """Every broken rule is reported, in the order of the parameters, rich ones last."""
    found = refused(
        SEARCH,
        {"box": MISSING, "n": "1", "ids": None, "since": "never", "q": 1},
        extra_headers={"a b": "x", "c": "\n"},
        extra_query={"d": "\ud800"},
    )
    required = "a value is required"
    assert [f[:3] for f in found] == [
        ("box", "box", "required"),
        ("n", "n", "type"),
        ("ids", "ids[]", "required"),
        ("q", "q", "type"),
        ("x_deep", "X-Deep", "required"),
        ("since", "Since<", "format"),
        ("extra_headers", "a b", "header"),
        ("extra_headers", "c", "header"),
        ("extra_query", "d", "type"),
    ]
    assert [f[3] for f in found if f[2] == "required"] == [required] * 3
    assert "surrogates not allowed" in found[-1][3]


@pytest.mark.parametrize(
    ("ids", "violation"),
    [
        ([], ("ids", "ids[]", "min_items", "list should have at least 1 item")),
        ([1, "x"], ("ids", "ids[][1]", "type", "input should be a valid integer")),
        (1, ("ids", "ids[]", "type", "input should be a valid list")),
    ],
)
def test_rich_parameters(ids: object, violation: tuple[str, str, str, str]) -> None:
    """Rich parameters are checked by their model, and named as on the wire."""
    [found] = refused(SEARCH, {**GOOD, "ids": ids})
    assert found[:3] == violation[:3]
    assert found[3].startswith(violation[3])


def test_no_rich_parameter_given() -> None:
    """Their model has nothing to say where none of them is given."""
    given = {k: v for k, v in GOOD.items() if k != "ids"}
    found = refused(SEARCH, given)
    assert found == [("ids", "ids[]", "required", "a value is required")]


def test_texts_that_have_no_utf8() -> None:
    """Half a character is refused wherever it stands."""
    half = "\ud800"
    found = refused(SEARCH, {**GOOD, "box": half, "q": half, "sid": half})
    assert [f[:3] for f in found] == [
        ("box", "box", "type"),
        ("q", "q", "type"),
        ("sid", "s;d", "type"),
    ]
    assert all("surrogates not allowed" in f[3] for f in found)


def test_header_parameters_stay_on_their_line() -> None:
    """A header parameter can't smuggle in another line, checked or not."""
    fault = "must not hold control characters, nor blanks at its ends"
    for validate in (True, False):
        found = refused(HEADER, {"a": "x\r\nY: z"}, validate=validate)
        assert found == [("a", "A-B", "header", fault)]


def test_unchecked_parameters() -> None:
    """Without validation values go out as they are, and only a path must be whole."""
    given = {
        "box": date(2020, 1, 2),
        "n": "x",
        "ids": (3, "y"),
        "since": date(2020, 1, 3),
        "q": {"k": date(2020, 1, 4)},
    }
    request = built(SEARCH, given, validate=False)
    assert request.url == (
        "https://api.test/base/v1/2020-01-02/xx.json?fixed=1&%7Bnone%7D"
        "&ids%5B%5D=3&ids%5B%5D=y&Since%3C=2020-01-03&k=2020-01-04"
    )
    found = refused(SEARCH, {"n": 1}, validate=False)
    assert found == [("box", "box", "required", "a value is required")]
    found = refused(SEARCH, {**GOOD, "q": object()}, validate=False)
    assert [f[:3] for f in found] == [("q", "q", "type")]
    found = refused(SEARCH, {**GOOD, "ratio": float("nan")}, validate=False)
    message = "Out of range float values are not JSON compliant"
    assert [(f[:3], f[3][: len(message)]) for f in found] == [
        (("ratio", "ratio", "type"), message)
    ]


def test_form_bodies() -> None:
    """A form is in the model's order, whatever that of the arguments."""
    operation = sending(FORM, lambda: Thing, required=True, spread=True)
    values = {
        "note": None,
        "Live": True,
        "Tags": ["a", "b c"],
        "To": "+1",
        "parts": [{"sort": "a", "Size": 1}],
        "more": MISSING,
    }
    request = built(operation, {}, values)
    expected = b"To=%2B1&Tags=a&Tags=b+c&Live=true"
    part = b"&parts=%7B%22sort%22%3A%22a%22%2C%22Size%22%3A1%7D"
    assert request.content == expected + part
    assert request.headers == {"accept": "*/*", "content-type": FORM}
    unchecked = built(operation, {}, {**values, "To": 1, "x": 2}, validate=False)
    assert unchecked.content == b"To=1&Tags=a&Tags=b+c&Live=true" + part + b"&x=2"


@pytest.mark.parametrize(
    ("value", "content"),
    [
        ({"To": "+é", "note": None}, '{"To":"+é","note":null}'),
        ({"note": "n", "To": "+1", "x": [1.5]}, '{"To":"+1","note":"n","x":[1.5]}'),
        (Thing(to="+1", parts=[Part(sort="b")]), '{"To":"+1","parts":[{"sort":"b"}]}'),
    ],
)
def test_json_bodies(value: object, content: str) -> None:
    """JSON is compact UTF-8; null is kept, what was not given is left out."""
    media_type = "application/vnd.x+json; v=1"
    operation = sending(media_type, lambda: Thing)
    request = built(operation, {}, value)
    assert request.content == content.encode()
    assert request.headers["content-type"] == media_type


def test_no_body() -> None:
    """No body, an empty one and null are three things."""
    bare = sending("application/json")
    model = sending("application/json", lambda: Thing, spread=True)
    assert built(bare, {}, MISSING).content is None
    assert built(bare, {}, THEIRS).content is None
    assert "content-type" not in built(bare, {}).headers
    assert built(bare, {}, None).content == b"null"
    assert built(bare, {}, {}).content == b"{}"
    assert built(model, {}, {"To": MISSING, "note": THEIRS}).content is None
    operation: Operation[object] = Operation("none", "POST", "/")
    assert built(operation, {}, {"a": 1}).content is None
    empty = sending(FORM, lambda: Model, required=True, spread=True)
    assert built(empty, {}, {}).content == b""


@pytest.mark.parametrize("model", [None, lambda: Thing])
def test_required_bodies(model: ModelFactory | None) -> None:
    """A required body that is not there is a violation, unless nothing is checked."""
    operation = sending("application/json", model, required=True)
    violation = ("body", "body", "required", "a value is required")
    assert refused(operation, {}, MISSING) == [violation]
    assert built(operation, {}, MISSING, validate=False).content is None


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({}, [("to", "To", "required")]),
        ({"To": "1"}, [("to", "To", "pattern")]),
        ({"to": "+"}, [("to", "To", "required")]),
        ({"To": "+", "Tags": list("abc")}, [("tags", "Tags", "max_items")]),
        ({"To": "+", "Tags": ["a", 1]}, [("tags", "Tags[1]", "type")]),
        ({"To": "+", "note": 1}, [("note", "note", "type")]),
        (
            {"Live": 1, "parts": [{"sort": "c", "Size": "x"}, {}]},
            [
                ("to", "To", "required"),
                ("live", "Live", "type"),
                ("parts", "parts[0].sort", "enum"),
                ("parts", "parts[0].Size", "type"),
                ("parts", "parts[1].sort", "required"),
            ],
        ),
    ],
)
def test_bodies_are_checked(
    value: dict[str, object], found: list[tuple[str, str, str]]
) -> None:
    """Every broken rule of a body is named; its fields are arguments or it is one."""
    spread = sending(FORM, lambda: Thing, required=True, spread=True)
    violations = refused(spread, {}, value)
    assert [f[:3] for f in violations] == found
    messages = {message for _, _, rule, message in violations if rule == "required"}
    assert messages <= {"a value is required"}
    whole = sending(FORM, lambda: Thing)
    expected = [("body", name, rule) for _, name, rule in found]
    assert [f[:3] for f in refused(whole, {}, value)] == expected


def test_body_and_parameters_are_checked_together() -> None:
    """The violations of both are in one error, which lists them."""
    operation: Operation[object] = Operation(
        "both",
        "POST",
        "/{a}",
        params=(Param("a", "a", "path", "string", required=True),),
        body=Body("application/json", lambda: list[StrictInt]),
    )
    with pytest.raises(RequestValidationError) as caught:
        built(operation, {}, [1, "x"])
    assert isinstance(caught.value, ValueError)
    assert str(caught.value) == (
        "both: nothing was sent:\n"
        "  a: a value is required [required]\n"
        "  body ([1]): input should be a valid integer [type], got 'x'"
    )
    assert caught.value.violations[1].value == "x"
    with pytest.raises(RequestValidationError) as caught:
        built(operation, {"a": "x"}, 1)
    [violation] = caught.value.violations
    assert violation[:3] == ("body", "", "type")


@pytest.mark.parametrize(
    ("media_type", "value", "content"),
    [
        ("text/plain", "é", b"\xc3\xa9"),
        ("application/octet-stream", b"\xff", b"\xff"),
        ("application/octet-stream", bytearray(b"\0"), b"\0"),
        ("application/xml", "<a/>", b"<a/>"),
        (FORM, "a=b", b"a=b"),
        (f"{FORM}; charset=utf-8", {"a": 1}, b"a=1"),
        ("application/json", "x", b'"x"'),
    ],
)
def test_other_bodies(media_type: str, value: object, content: bytes) -> None:
    """Text and bytes go out as they are, where the media type is not JSON."""
    assert built(sending(media_type), {}, value).content == content


@pytest.mark.parametrize(
    ("media_type", "value", "message"),
    [
        ("text/plain", 1, "a body of text/plain must be text or bytes"),
        ("image/png", {"a": 1}, "a body of image/png must be text or bytes"),
        (FORM, [1], f"a body of {FORM} must be text or bytes"),
        (
            "application/json",
            float("inf"),
            "Out of range float values are not JSON compliant",
        ),
        ("text/plain", "\ud800", "'utf-8' codec can't encode character"),
    ],
)
def test_impossible_bodies(media_type: str, value: object, message: str) -> None:
    """What a media type can't hold is a violation."""
    for validate in (True, False):
        [found] = refused(sending(media_type), {}, value, validate=validate)
        assert found[:3] == ("body", "body", "type")
        assert found[3].startswith(message)


def test_modelled_text_and_bytes() -> None:
    """A model checks text too; bytes are left alone."""
    model: ModelFactory = lambda: Annotated[str, Field(max_length=2)]
    assert built(sending("text/plain", model), {}, "ab").content == b"ab"
    assert refused(sending("text/plain", model), {}, "abc")[0][2] == "max_length"
    assert (
        built(sending("text/plain", model), {}, b"\xff\xff\xff").content == b"\xff" * 3
    )
    unchecked = built(sending("application/json", model), {}, "abc", validate=False)
    assert unchecked.content == b'"abc"'


def test_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both kinds of `MISSING` are absent, nothing else is."""
    values = {"a": MISSING, "b": THEIRS, "c": None, "d": False, "e": ""}
    assert present(values) == {"c": None, "d": False, "e": ""}
    assert not is_given(MISSING)
    assert not is_given(THEIRS)
    assert is_given(None)
    assert is_given("")
    assert repr(MISSING) == "MISSING"
    monkeypatch.delitem(sys.modules, "pydantic_core")
    assert present({"a": None, "b": MISSING}) == {"a": None}
    assert is_given(None)
    assert not is_given(MISSING)


def test_operations_are_plain() -> None:
    """An operation accepts what its responses are, unless told otherwise."""
    assert SEARCH.accept == "application/json, text/plain"
    assert repr(SEARCH) == f"<Operation search: GET {SEARCH.path}>"
    operation: Operation[object] = Operation("a", "GET", "/", accept="x/y")
    assert operation.accept == "x/y"
    responses = (Response("200", "a/b"), Response("201"), Response("default", "c/d"))
    several: Operation[object] = Operation(
        "a",
        "GET",
        "/",
        params_model=lambda: Filter,
        responses=(*responses, Response("4XX", "a/b")),
    )
    assert several.accept == "a/b, c/d"
    assert several.params_model is not None
    assert (operation.params, operation.responses, operation.auth) == ((), (), ())
    assert (operation.body, operation.params_model) == (None, None)
    assert Operation("a", "GET", "/").accept == "*/*"
    defaults = (False, None, None, False)
    assert Param("a", "b", "query", "rich")[4:] == defaults
    assert Body("x")[1:] == (None, False, False, None, (), None)
    assert Response("200")[1:5] == (None, None, False, None)


def test_requests_hide_secrets() -> None:
    """A request shows no credentials, and its redacted copy has none."""
    request = Request(
        "GET",
        "https://a/b?token=t&x=1",
        {"x-api-key": "k", "y": "z"},
        [("access_token", "u"), ("c", "d")],
        b"1234",
    )
    assert str(request) == "GET https://a/b?token=***&x=1"
    headers = "{'x-api-key': '***', 'y': 'z'}"
    assert repr(request) == f"<Request {request} {headers} 4 bytes>"
    copy = request.redacted()
    assert (copy.method, copy.content) == ("GET", b"1234")
    assert copy.url == "https://a/b?token=***&x=1"
    assert copy.headers == {"x-api-key": "***", "y": "z"}
    assert copy.cookies == [("access_token", "***"), ("c", "d")]
    assert repr(Request("GET", "a", {}, [], None)) == "<Request GET a {} no body>"


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("https://u:p@a.test", "base_url must not hold credentials"),
        ("a.test", "base_url must be an absolute http or https URL, not 'a.test'"),
        ("ftp://a", "base_url must be an absolute http or https URL, not 'ftp://a'"),
        (
            "http:///a",
            "base_url must be an absolute http or https URL, not 'http:///a'",
        ),
        ("http://a?b", "base_url must have no query or fragment: 'http://a?b'"),
        ("http://a#", "base_url must have no query or fragment: 'http://a#'"),
    ],
)
def test_unusable_base_urls(url: str, message: str) -> None:
    """A base URL is absolute, and holds neither credentials nor a query."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        make_settings(
            base_url=url,
            auth={},
            retry=None,
            validate=True,
            strict=True,
            on_drift=None,
            headers=None,
        )


def test_settings() -> None:
    """What is not given has a default; headers are checked, and lower case."""
    retry = RetryPolicy()
    given = make_settings(
        base_url="http://a.test/b//",
        auth={"a": None},
        retry=retry,
        validate=False,
        strict=True,
        on_drift=print,
        headers={"X-A": "b"},
    )
    headers = {"x-a": "b"}
    expected = ("http://a.test/b", headers, {"a": None}, retry, False, True, print)
    assert given[: len(expected)] == expected
    default = make_settings(
        base_url="https://a.test",
        auth={},
        retry=None,
        validate=True,
        strict=False,
        on_drift=None,
        headers=None,
    )
    assert default[:3] == ("https://a.test", {}, {})
    assert isinstance(default.retry, RetryPolicy)
    assert default[4:8] == (True, False, log_drift, None)
    with pytest.raises(
        ValueError, match=r"^header 'a b' must have a token as its name$"
    ):
        make_settings(
            base_url="https://a",
            auth={},
            retry=None,
            validate=True,
            strict=False,
            on_drift=None,
            headers={"a b": "c"},
        )


class Limits(Model):
    """One field for each rule."""

    enum: Literal["a", 1] | StrictBool | THEIRS = THEIRS
    pattern: Annotated[StrictStr, Field(pattern="^a")] | THEIRS = THEIRS
    length: Annotated[StrictStr, Field(min_length=2, max_length=3)] | THEIRS = THEIRS
    size: Annotated[bytes, Field(min_length=2, max_length=3)] | THEIRS = THEIRS
    least: Annotated[StrictInt, Field(ge=2, le=4)] | THEIRS = THEIRS
    over: Annotated[float, Field(gt=2, lt=4)] | THEIRS = THEIRS
    step: Annotated[StrictInt, Field(multiple_of=2)] | THEIRS = THEIRS
    items: Annotated[list[int], Field(min_length=1, max_length=2)] | THEIRS = THEIRS
    keys: Annotated[dict[str, int], Field(min_length=1, max_length=2)] | THEIRS = THEIRS
    day: date | THEIRS = THEIRS
    uuid: UUID | THEIRS = THEIRS
    null: THEIRS | None = THEIRS
    finite: Annotated[float, Field(allow_inf_nan=False)] | THEIRS = THEIRS
    whole: int | THEIRS = THEIRS
    closed: Closed | THEIRS = THEIRS
    tagged: Annotated[Red | Blue, Field(discriminator="kind")] | THEIRS = THEIRS
    mixed: StrictInt | Literal["a"] | THEIRS = THEIRS
    own: Annotated[list[int], UNIQUE] | THEIRS = THEIRS
    failing: Annotated[int, AfterValidator(fail)] | THEIRS = THEIRS


RULES: list[tuple[str, object, str]] = [
    ("enum", "b", "enum"),
    ("pattern", "b", "pattern"),
    ("length", "a", "min_length"),
    ("length", "abcd", "max_length"),
    ("size", b"a", "min_length"),
    ("size", b"abcd", "max_length"),
    ("least", 1, "minimum"),
    ("least", 5, "maximum"),
    ("over", 2, "exclusive_minimum"),
    ("over", 4, "exclusive_maximum"),
    ("step", 1, "multiple_of"),
    ("items", [], "min_items"),
    ("items", [1, 2, 3], "max_items"),
    ("keys", {}, "min_properties"),
    ("keys", {"a": 1, "b": 2, "c": 3}, "max_properties"),
    ("day", "x", "format"),
    ("day", "2020-01-02T03:04:05", "format"),
    ("uuid", "x", "format"),
    ("null", 1, "type"),
    ("finite", float("inf"), "type"),
    ("whole", 1.5, "type"),
    ("pattern", "\ud800", "type"),
    ("pattern", 1, "type"),
    ("closed", {"b": 1}, "additional"),
    ("tagged", {"kind": "green"}, "enum"),
    ("tagged", {}, "required"),
    ("mixed", "b", "enum"),
    ("own", [1, 1], "unique_items"),
    ("failing", 1, "format"),
]


@pytest.mark.parametrize(("name", "value", "rule"), RULES)
def test_rules(name: str, value: object, rule: str) -> None:
    """Each kind of constraint has its word, and the value that breaks it is told."""
    operation = sending("application/json", lambda: Limits, spread=True)
    with pytest.raises(RequestValidationError) as caught:
        built(operation, {}, {name: value})
    [violation] = caught.value.violations
    assert (violation.argument, violation.rule) == (name, rule)
    if rule not in ("additional", "required"):
        assert violation.value is value or value == {"kind": violation.value}


def test_values_of_violations() -> None:
    """A violation holds the value as it was given."""
    values: list[tuple[dict[str, object], object]] = [
        ({"box": ".."}, ".."),
        ({"box": "\ud800"}, "\ud800"),
        ({"q": "\ud800"}, "\ud800"),
        ({"n": "x"}, "x"),
        ({"ids": 7}, 7),
        ({"sid": b"x"}, b"x"),
    ]
    for given, value in values:
        with pytest.raises(RequestValidationError) as caught:
            built(SEARCH, {**GOOD, **given})
        assert [violation.value for violation in caught.value.violations] == [value]
    extra: list[dict[str, Any]] = [
        {"extra_headers": {"a": "\n"}},
        {"extra_query": {"a": "\ud800"}},
    ]
    for more in extra:
        with pytest.raises(RequestValidationError) as caught:
            built(SEARCH, GOOD, **more)
        [[value]] = [given.values() for given in more.values()]
        assert [violation.value for violation in caught.value.violations] == [value]
    with pytest.raises(RequestValidationError) as caught:
        built(sending("text/plain"), {}, 7)
    assert caught.value.violations[0].value == 7
    with pytest.raises(RequestValidationError) as caught:
        built(HEADER, {"a": " x"})
    fault = "must not hold control characters, nor blanks at its ends"
    assert caught.value.violations == (("a", "A-B", "header", fault, " x"),)
    with pytest.raises(RequestValidationError) as caught:
        built(HEADER, {}, extra_headers={"a": " x"})
    assert caught.value.violations == (("extra_headers", "a", "header", fault, " x"),)


def test_headers_without_a_text() -> None:
    """A number that JSON can't say is none for a header either."""
    [found] = refused(HEADER, {"b": [float("nan")]})
    assert found[:3] == ("b", "B", "type")


class Plain(Model):
    """Fields that are not JSON, or have a default."""

    numbers: set[StrictInt] | THEIRS = THEIRS
    default: StrictInt = 7
    b: list[float] | THEIRS = Field(
        default=THEIRS, validation_alias="B", serialization_alias="B"
    )


def test_bodies_are_plain() -> None:
    """What is no JSON becomes JSON first; a default is not sent."""
    operation = sending(FORM, lambda: Plain)
    assert built(operation, {}, {"numbers": {5}}).content == b"numbers=5"


def test_rich_objects() -> None:
    """A model as a parameter is written member by member, by wire name."""
    params = (Param("part", "p", "query", "rich", style="deepObject"),)
    operation: Operation[object] = Operation(
        "op", "GET", "/", params=params, params_model=lambda: Wrapped
    )
    url = "https://api.test/base/?p%5Bsort%5D=a&p%5BSize%5D=1"
    part = Part(sort="a", size=1)
    assert built(operation, {"part": part}).url == url
    assert built(operation, {"part": part}, validate=False).url == url


def test_rich_path_parameters() -> None:
    """A rich parameter that breaks a rule is reported once, at its place."""
    params = (
        Param("tag", "t", "path", "rich", style="matrix"),
        Param("day", "d", "path", "rich"),
    )
    operation: Operation[object] = Operation(
        "op", "GET", "/{t}/{d}", params=params, params_model=lambda: Wrapped
    )
    good = {"tag": {"kind": "red"}, "day": [date(2020, 1, 2)]}
    assert built(operation, good).url.endswith("/;t=kind,red/2020-01-02")
    wrong = {"tag": {"kind": "x"}, "day": ["2020-01-02", "x"]}
    found = refused(operation, wrong)
    assert [f[:3] for f in found] == [
        ("tag", "t.kind", "enum"),
        ("day", "d[1]", "format"),
    ]
    assert found[0][3].startswith("input should be 'red'")
    long = {**good, "day": ["2020-01-02"] * 3}
    assert [f[:3] for f in refused(operation, long)] == [("day", "d", "max_items")]


def test_unchecked_models() -> None:
    """A model that was changed behind its back goes out as it is."""
    thing = Thing(to="+1")
    vars(thing)["to"] = 7
    operation = sending("application/json", lambda: Thing)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert built(operation, {}, thing).content == b'{"To":7}'
    assert built(operation, {}, thing, validate=False).content == b'{"To":7}'


def test_patterns_that_look_around() -> None:
    """A pattern outside models is one of Python's, as those in models can be."""
    model: ModelFactory = lambda: Annotated[str, Field(pattern="^(?!a)")]
    operation = sending("text/plain", model)
    assert built(operation, {}, "b").content == b"b"
    assert [f[2] for f in refused(operation, {}, "a")] == ["pattern"]


def test_unique_items() -> None:
    """Items are told apart as JSON: true is not 1."""
    operation = sending("application/json", lambda: Limits, spread=True)
    assert built(operation, {}, {"own": [1, 2]}).content == b'{"own":[1,2]}'
    found = refused(operation, {}, {"own": [1, 2, 1]})
    assert found == [("own", "own", "unique_items", "items should be unique")]
