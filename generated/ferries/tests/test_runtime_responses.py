"""The run-time's way from a response to a value, and what it makes of surprises."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

import httpx2
import pytest
from pydantic import MISSING, Field, StrictFloat, StrictInt, StrictStr

from skerry_ferries._runtime.drift import DriftEvent
from skerry_ferries._runtime.expectation import expect
from skerry_ferries._runtime.loose import fields_of
from skerry_ferries._runtime.models import Model
from skerry_ferries._runtime.operation import Operation, Response
from skerry_ferries._runtime.plan import schema
from skerry_ferries._runtime.reading import read
from skerry_ferries._runtime.types import ModelFactory

JSON = "application/json"


@pytest.fixture(autouse=True)
def unplanned() -> None:
    """Forget what was worked out before, so that each test sees how it is."""
    for cached in (expect, fields_of, schema):
        cached.cache_clear()


class Leg(Model):
    """One member of a union, known by its tag."""

    kind: Literal["leg"]
    toes: StrictInt
    nails: StrictInt


class Arm(Model):
    """The other member."""

    kind: Literal["arm"]
    fingers: StrictInt


class Body(Model):
    """The value that most tests read."""

    sid: StrictStr = Field(validation_alias="Sid", serialization_alias="Sid")
    status: Literal["on", "off"] | MISSING = MISSING
    born: date | MISSING | None = MISSING
    size: Annotated[StrictFloat, Field(ge=0)] | MISSING = MISSING
    code: Annotated[StrictStr, Field(max_length=2)] = "x"
    limbs: list[Leg | Arm] | MISSING = MISSING
    names: dict[str, StrictStr] | MISSING = MISSING
    near: Annotated[list[StrictInt], Field(max_length=2)] | MISSING = MISSING
    twin: Body | MISSING | None = MISSING
    leg: Annotated[Leg, Field(description="a leg")] | MISSING = MISSING
    days: dict[str, date] | MISSING = MISSING
    dates: Annotated[list[date], Field(max_length=1)] | MISSING = MISSING
    either: Arm | Leg | MISSING = MISSING
    text: StrictStr | int | MISSING = MISSING
    odd: dict[str, StrictInt] | list[StrictInt] | StrictStr | MISSING = MISSING


def operation(*responses: Response, method: str = "GET") -> Operation[object]:
    """Return an operation with *responses*."""
    return Operation("op", method, "/", responses=responses)


def answered(
    model: ModelFactory | None, content: bytes, media_type: str | None = JSON
) -> tuple[object, list[tuple[str, str, object]]]:
    """Return the value read from *content*, and path, expected and got of each event."""
    known = operation(Response("200", JSON, model))
    headers = {"content-type": media_type} if media_type else {}
    response = httpx2.Response(200, content=content, headers=headers)
    value, success, events = read(known, response)
    assert success
    assert {event[:2] for event in events} <= {("op", 200)}
    return value, [event[2:] for event in events]


def read_body(content: bytes) -> tuple[Any, list[tuple[str, str, object]]]:
    """Return *content* read as a `Body`, and the events."""
    value, events = answered(lambda: Body, content)
    assert isinstance(value, Body)
    return value, events


DEFAULT = Response("default", JSON, lambda: Leg)
OK = Response("200", JSON, lambda: Arm)
RANGE = Response("2xx", "text/plain")


@pytest.mark.parametrize(
    ("responses", "status", "success", "documented", "model"),
    [
        ((OK,), 200, True, True, Arm),
        ((OK,), 201, True, False, None),
        ((DEFAULT, Response("201")), 200, True, False, None),
        ((DEFAULT, OK), 299, True, False, None),
        ((OK,), 199, False, False, None),
        ((OK,), 299, True, False, None),
        ((OK,), 300, False, False, None),
        ((DEFAULT, OK), 200, True, True, Arm),
        ((DEFAULT, OK), 201, True, False, None),
        ((DEFAULT,), 201, True, True, Leg),
        ((DEFAULT, OK), 199, False, True, Leg),
        ((DEFAULT, OK), 300, False, True, Leg),
        ((DEFAULT, OK), 404, False, True, Leg),
        ((RANGE, DEFAULT, OK), 201, True, True, None),
        ((Response("4XX", JSON, lambda: Arm), DEFAULT), 404, False, True, Arm),
        ((Response("4XX", JSON, lambda: Arm), DEFAULT), 500, False, True, Leg),
        ((Response("4XX", JSON, lambda: Arm),), 399, False, False, None),
        ((Response("302"),), 302, True, True, None),
        ((Response("302"),), 303, False, False, None),
        ((Response("3XX"),), 399, True, True, None),
        ((Response("404", JSON, lambda: Arm), DEFAULT), 404, False, True, Arm),
        ((Response("404"),), 500, False, False, None),
    ],
)
def test_status(
    responses: tuple[Response, ...],
    status: int,
    success: bool,
    documented: bool,
    model: type[Model] | None,
) -> None:
    """The exact status counts first, then its range; the default is for the rest."""
    known = expect(operation(*responses), status, JSON)
    assert (known.success, known.documented) == (success, documented)
    assert (known.model and known.model()) is model


def test_media_types() -> None:
    """The response's media type decides between what is documented for a status."""
    known = operation(
        Response("200", "Application/JSON; v=1", lambda: Arm),
        Response("200", "application/vnd.x+json", lambda: Leg),
        Response("200", "text/*"),
        Response("200"),
    )
    types = ("Application/JSON; v=1", "application/vnd.x+json", "text/*")
    for media_type, fits, decoding, model in [
        ("application/json;charset=UTF-8", True, "json", Arm),
        ("APPLICATION/vnd.X+json", True, "json", Leg),
        ("text/csv", True, "text", None),
        ("image/png", False, "bytes", None),
        ("application/problem+json", False, "json", None),
        ("", True, "json", Arm),
    ]:
        found = expect(known, 200, media_type)
        assert (found.fits, found.decoding, found.types) == (fits, decoding, types)
        assert (found.model and found.model()) is model
    found = expect(operation(), 404, "")
    assert found == (False, False, (), True, "bytes", None, False, None)
    found = expect(operation(Response("200")), 200, JSON)
    assert found == (True, True, (), False, "json", None, False, None)


def test_decoding() -> None:
    """JSON is decoded, text is text, all else is bytes."""
    known = operation(*(Response("200", t) for t in (JSON, "text/html", "image/*")))
    for media_type, content, value in [
        (JSON, b'{"a": [1, null]}', {"a": [1, None]}),
        ("text/html; charset=latin-1", b"\xe9", "é"),
        ("text/html", b"\xc3\xa9", "é"),
        ("image/png", b"\xff", b"\xff"),
    ]:
        headers = {"content-type": media_type}
        response = httpx2.Response(200, content=content, headers=headers)
        assert read(known, response) == (value, True, ())


@pytest.mark.parametrize(
    ("method", "status", "content", "expected"),
    [
        ("GET", 200, b"", "a body"),
        ("GET", 204, b"", None),
        ("GET", 205, b"", None),
        ("GET", 304, b"", None),
        ("GET", 206, b"", "a body"),
        ("HEAD", 200, b"", None),
        ("HEAD", 200, b"{", None),
    ],
)
def test_nothing(
    method: str, status: int, content: bytes, expected: str | None
) -> None:
    """No body is None, and a surprise only where one should be."""
    known = operation(Response("2XX", JSON), Response("304", JSON), method=method)
    response = httpx2.Response(status, content=content, headers={"content-type": JSON})
    value, success, events = read(known, response)
    assert (value, success) == (None, True)
    assert [event[2:] for event in events] == (
        [("", expected, None)] if expected else []
    )
    bare = operation(Response("200"), method=method)
    assert read(bare, httpx2.Response(200)) == (None, True, ())


def test_undocumented() -> None:
    """An undocumented success is decoded all the same, an error without a word."""
    headers = {"content-type": JSON}
    response = httpx2.Response(201, content=b"[1]", headers=headers)
    event = DriftEvent("op", 201, "", "a documented status", 201)
    assert read(operation(OK), response) == ([1], True, (event,))
    response = httpx2.Response(
        502, content=b"<p>", headers={"content-type": "text/html"}
    )
    assert read(operation(OK), response) == ("<p>", False, ())
    response = httpx2.Response(404, content=b"[1]", headers=headers)
    assert read(operation(OK), response) == ([1], False, ())


@pytest.mark.parametrize(
    ("responses", "media_type", "value", "expected"),
    [
        ((OK,), "text/html", "[1]", JSON),
        ((OK, Response("200", "a/b")), "text/html", "[1]", f"{JSON} or a/b"),
        ((OK,), "a/b", b"[1]", JSON),
        ((Response("200"),), JSON, [1], "no body"),
    ],
)
def test_undocumented_media_types(
    responses: tuple[Response, ...], media_type: str, value: object, expected: str
) -> None:
    """A body of an undocumented type is decoded as what it is."""
    headers = {"content-type": media_type}
    response = httpx2.Response(200, content=b"[1]", headers=headers)
    event = DriftEvent("op", 200, "", expected, media_type)
    assert read(operation(*responses), response) == (value, True, (event,))


@pytest.mark.parametrize("content", [b"{", b"\xff", b"[" * 100_000])
def test_broken_json(content: bytes) -> None:
    """What is no JSON is given as text."""
    value, events = answered(lambda: Body, content)
    text = content.decode("utf-8", "replace")
    assert value == text
    assert events == [("", "valid JSON", text)]


def test_models() -> None:
    """What fits becomes the model; unknown keys are kept, python names are unknown."""
    content = b'{"Sid": "s", "born": "2020-01-02", "twin": {"Sid": "t"}, "sid": 1}'
    value, events = read_body(content)
    assert events == []
    assert (value.sid, value.born, value.status) == ("s", date(2020, 1, 2), MISSING)
    assert value.model_extra == {"sid": 1}
    assert isinstance(value.twin, Body)
    assert value.model_dump(mode="json", exclude_unset=True)["Sid"] == "s"


def test_names_of_fields_are_no_names_on_the_wire() -> None:
    """A key that happens to be a field's name is an unknown key."""
    value, events = read_body(b'{"sid": "s"}')
    assert (value.sid, value.model_extra) == (MISSING, {"sid": "s"})
    assert events == [("Sid", "a value", MISSING)]


def test_types_without_models() -> None:
    """Any type that pydantic understands can be read."""
    assert answered(lambda: list[StrictInt], b"[1]") == ([1], [])
    found = answered(lambda: list[StrictInt], b'[1, "x"]')
    assert found == ([1, "x"], [("[1]", "a valid integer", "x")])
    assert answered(lambda: StrictInt, b'"x"') == ("x", [("", "a valid integer", "x")])
    assert answered(lambda: dict[str, StrictInt], b"1")[0] == 1
    assert answered(lambda: list[StrictInt], b"1")[0] == 1
    assert answered(None, b"1", None) == (1, [])


def test_drift_keeps_what_was_sent() -> None:
    """Each place that doesn't fit is an event; its value stays, the rest is converted."""
    value, events = read_body(
        b'{"status": "new", "born": "2020-01-02", "size": -1, "code": "long",'
        b'"near": [1, "x"], "names": {"a": 1, "b": "c"}, "more": {"x": 1}}'
    )
    assert events == [
        ("Sid", "a value", MISSING),
        ("status", "'on' or 'off'", "new"),
        ("size", "greater than or equal to 0", -1),
        ("code", "String should have at most 2 characters", "long"),
        ("names.a", "a valid string", 1),
        ("near[1]", "a valid integer", "x"),
    ]
    assert vars(value) == {
        "sid": MISSING,
        "status": "new",
        "born": date(2020, 1, 2),
        "size": -1,
        "code": "long",
        "names": {"a": 1, "b": "c"},
        "near": [1, "x"],
        "limbs": MISSING,
        "twin": MISSING,
        "leg": MISSING,
        "odd": MISSING,
        "days": MISSING,
        "dates": MISSING,
        "either": MISSING,
        "text": MISSING,
    }
    given = {"status", "born", "size", "code", "names", "near"}
    assert value.model_fields_set == given
    assert value.model_extra == {"more": {"x": 1}}


def test_drift_inside() -> None:
    """Nested objects are built as far as they go, and as the nearest of a union."""
    value, events = read_body(
        b'{"Sid": "s", "twin": {"status": "new", "twin": null},'
        b'"limbs": [{"kind": "leg", "toes": "x"}, {"kind": "arm", "fingers": 5}, 7,'
        b'{"kind": "tail"}, {"kind": "arm", "fingers": "y", "toes": 5}],'
        b'"leg": {"kind": "leg", "toes": 1}, "odd": {"a": "b"}}'
    )
    assert events == [
        ("limbs[0].toes", "a valid integer", "x"),
        ("limbs[0].nails", "a value", MISSING),
        ("limbs[0].kind", "'arm'", "leg"),
        ("limbs[0].fingers", "a value", MISSING),
        ("limbs[2]", "a valid dictionary or instance of Leg", 7),
        ("limbs[3].kind", "'leg'", "tail"),
        ("limbs[3].toes", "a value", MISSING),
        ("limbs[3].nails", "a value", MISSING),
        ("limbs[3].fingers", "a value", MISSING),
        ("limbs[4].kind", "'leg'", "arm"),
        ("limbs[4].nails", "a value", MISSING),
        ("limbs[4].fingers", "a valid integer", "y"),
        ("twin.Sid", "a value", MISSING),
        ("twin.status", "'on' or 'off'", "new"),
        ("leg.nails", "a value", MISSING),
        ("odd.a", "a valid integer", "b"),
    ]
    twin: Any = value.twin
    assert (type(twin), twin.sid, twin.status, twin.twin) == (
        Body,
        MISSING,
        "new",
        None,
    )
    for limb, kind in zip(value.limbs, (Leg, Arm, int, Arm, Arm), strict=True):
        assert type(limb) is kind
    assert vars(value.limbs[0]) == {"kind": "leg", "toes": "x", "nails": MISSING}
    assert vars(value.limbs[4]) == {"kind": "arm", "fingers": "y"}
    assert vars(value.leg) == {"kind": "leg", "toes": 1, "nails": MISSING}
    assert value.odd == {"a": "b"}


def test_the_nearest_member() -> None:
    """A wrong tag weighs most, then the number of errors; the first wins a tie."""
    for content, kind in [
        (b'{"kind": "leg"}', Leg),
        (b'{"kind": "arm"}', Arm),
        (b'{"kind": "tail", "toes": 1}', Arm),
        (b'{"kind": "tail", "toes": 1, "nails": 1}', Leg),
        (b"{}", Arm),
    ]:
        value, events = read_body(b'{"Sid": "s", "either": ' + content + b"}")
        assert type(value.either) is kind
        assert events


def test_what_fits_is_converted() -> None:
    """Beside what doesn't fit, items and members are still converted."""
    value, events = read_body(
        b'{"Sid": "s", "days": {"a": "2020-01-02", "b": "x"}, "text": "5",'
        b'"dates": ["2020-01-03", "2020-01-04"]}'
    )
    assert [event[0] for event in events] == ["days.b", "dates"]
    assert value.days == {"a": date(2020, 1, 2), "b": "x"}
    assert value.dates == [date(2020, 1, 3), date(2020, 1, 4)]
    assert value.text == "5"
    value, _ = read_body(b'{"Sid": 1, "days": 7, "dates": "x"}')
    assert (value.days, value.dates) == (7, "x")


@pytest.mark.parametrize(
    ("content", "odd"),
    [(b'["a", 1]', ["a", 1]), (b'"a"', "a"), (b"1", 1), (b'{"a": 1}', {"a": 1})],
)
def test_unions_take_what_they_get(content: bytes, odd: object) -> None:
    """Each kind of JSON goes to the member that can hold it."""
    value, events = read_body(b'{"code": "long", "Sid": "s", "odd": ' + content + b"}")
    assert value.odd == odd
    assert events[0][:2] == ("code", "String should have at most 2 characters")


def test_not_an_object() -> None:
    """Where there is no object to read there is no model either."""
    found = answered(lambda: Body, b"[1]")
    assert found == ([1], [("", "a valid dictionary or instance of Body", [1])])
    value, _ = read_body(b'{"Sid": "s", "twin": 5, "leg": 6, "born": "x"}')
    assert (value.twin, value.leg, value.born) == (5, 6, "x")


def test_closed_models() -> None:
    """A model without room for unknown keys drops them when it is built loosely."""

    class Closed(Model, extra="forbid"):
        """A model that knows all its keys."""

        a: StrictInt

    value, events = answered(lambda: Closed, b'{"a": 1, "b": 2}')
    assert isinstance(value, Closed)
    assert (vars(value), value.model_extra) == ({"a": 1}, None)
    assert [event[:2] for event in events] == [("b", "Extra inputs are not permitted")]


def test_events_are_readable() -> None:
    """An event says where, what was expected and what came; but no secret."""
    event = DriftEvent("op", 200, "a[0].b", "a valid string", 1)
    assert str(event) == "op -> 200: a[0].b: expected a valid string, got 1"
    event = event._replace(path="", got="x" * 100)
    shown = "'" + "x" * 56 + "..."
    assert (
        str(event) == f"op -> 200: the response: expected a valid string, got {shown}"
    )
    event = event._replace(path="a.token")
    assert str(event).endswith("got ***")
