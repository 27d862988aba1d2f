"""Formats, run: what goes out, what comes in, and what is refused or only reported."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from support.cases import Case, build, described

FIELDS: dict[str, dict[str, object]] = {
    "at": {"type": "string", "format": "date-time"},
    "local": {"type": "string", "format": "date-time-local"},
    "day": {"type": "string", "format": "date"},
    "hour": {"type": "string", "format": "time"},
    "long": {"type": "string", "format": "duration"},
    "price": {"type": "string", "format": "decimal"},
    "rate": {"type": "number", "format": "decimal"},
    "key": {"type": "string", "format": "uuid"},
    "data": {"type": "string", "format": "byte"},
    "image": {
        "type": "string",
        "contentEncoding": "base64",
        "contentMediaType": "image/png",
    },
    "token": {"type": "string", "format": "base64url"},
    "raw": {"type": "string", "format": "binary"},
    "link": {"type": "string", "format": "uri"},
    "host": {"type": "string", "format": "ipv6"},
    "odd": {"type": "string", "format": "my-thing"},
    "stamp": {"type": "integer", "format": "unix-time"},
    "small": {"type": "number", "format": "int32"},
    "big": {"type": "integer", "format": "int64"},
    "either": {
        "anyOf": [
            {"type": "string", "format": "date"},
            {"type": "string", "format": "date-time"},
        ]
    },
    "real": {"type": "number"},
    "whole": {"type": "integer"},
}
NOON = datetime(2020, 1, 2, 12, 0, tzinfo=UTC)
KEY = "123e4567-e89b-42d3-a456-426614174000"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A client that sends and gets an object with a field of each format."""
    schema = {"type": "object", "properties": FIELDS}
    return build(described({"M": schema}), tmp_path_factory.mktemp("fmt"))


SENT: list[tuple[str, object, object]] = [
    ("at", NOON, "2020-01-02T12:00:00Z"),
    ("at", NOON.replace(microsecond=120000), "2020-01-02T12:00:00.120000Z"),
    ("at", "2020-01-02T12:00:00.000+01:00", "2020-01-02T12:00:00.000+01:00"),
    ("local", NOON.replace(tzinfo=None), "2020-01-02T12:00:00"),
    ("day", date(2020, 1, 2), "2020-01-02"),
    ("either", date(2020, 1, 2), "2020-01-02"),
    ("either", NOON, "2020-01-02T12:00:00Z"),
    ("hour", time(9, 30), "09:30:00"),
    ("long", timedelta(hours=36), "P1DT12H"),
    ("price", Decimal("19.90"), "19.90"),
    ("rate", Decimal("0.1"), 0.1),
    ("key", UUID(KEY), KEY),
    ("data", b"\xff\xef", "/+8="),
    ("image", b"\x89PNG", "iVBORw=="),
    ("token", b"\xff\xef", "_-8"),
    ("raw", "as it is", "as it is"),
    ("odd", "anything", "anything"),
    ("big", 2**63 - 1, 2**63 - 1),
    ("whole", 2**80, 2**80),
    ("whole", 3.0, 3),
    ("real", 2**60 + 1, 2**60 + 1),
]
REFUSED: list[tuple[str, object, str]] = [
    ("at", NOON.replace(tzinfo=None), "format"),
    ("at", "yesterday", "format"),
    ("day", "2020-02-30", "format"),
    ("long", "an hour", "format"),
    ("price", "1,5", "format"),
    ("price", 1.5, "type"),
    ("rate", Decimal("0.12345678901234567890"), "format"),
    ("key", "not-a-key", "format"),
    ("data", "not base64", "format"),
    ("link", "nowhere", "format"),
    ("host", "1.2.3.4", "format"),
    ("small", 2**31, "maximum"),
    ("big", 2**63, "maximum"),
    ("whole", 1.5, "type"),
    ("whole", True, "type"),
    ("real", float("nan"), "type"),
    ("real", float("inf"), "type"),
]


@pytest.mark.parametrize(("name", "value", "sent"), SENT)
def test_values_go_out_as_the_format_has_them(
    case: Case, name: str, value: object, sent: object
) -> None:
    """A value of the format's Python type, or its text, is sent exactly."""
    case.client().put_m(**{name: value})

    assert case.sent() == {name: sent}
    assert type(case.sent()[name]) is type(sent)  # type: ignore[index] # it is a dict


@pytest.mark.parametrize(("name", "value", "rule"), REFUSED)
def test_values_that_are_not_of_the_format_are_refused(
    case: Case, name: str, value: object, rule: str
) -> None:
    """Nothing is sent, and the error names the argument and the rule."""
    before = len(case.requests)
    with pytest.raises(case.package.RequestValidationError) as caught:
        case.client().put_m(**{name: value})

    assert [(v.argument, v.rule) for v in caught.value.violations] == [(name, rule)]
    assert len(case.requests) == before


def test_bytes_are_a_whole_body_of_json(tmp_path: Path) -> None:
    """Bytes in the format `byte` are base64 where they are all of a body, too."""
    case = build(described({"M": {"type": "string", "format": "byte"}}), tmp_path)
    case.client().put_m(body=b"\xff\xef")

    assert case.sent() == "/+8="


READ: list[tuple[str, object, object]] = [
    ("at", "2020-01-02t12:00:00.123456789z", NOON.replace(microsecond=123456)),
    ("at", "2020-01-02T12:00:00-00:00", NOON),
    ("at", "2020-01-02T11:59:60Z", NOON),
    ("long", "P1M", timedelta(30)),
    ("price", "1.50", Decimal("1.5")),
    ("rate", 7, Decimal(7)),
    ("data", "/+8=", b"\xff\xef"),
    ("small", 5.0, 5),
    ("stamp", 1577966400, 1577966400),
]
DRIFTED: list[tuple[str, object, object]] = [
    ("at", "2020-01-02T12:00:00", NOON.replace(tzinfo=None)),
    ("at", "soon", "soon"),
    ("data", "QU\nJD", b"ABC"),
    ("link", "nowhere", "nowhere"),
    ("small", 2**31, 2**31),
    ("whole", 1.5, 1.5),
]


@pytest.mark.parametrize(("name", "text", "value"), READ)
def test_answers_become_values_and_keep_their_text(
    case: Case, name: str, text: object, value: object
) -> None:
    """What an answer says is a value, and goes back as the text that it came as."""
    answer = case.client({name: text}, strict=True).get_m()

    assert getattr(answer, name) == value
    assert isinstance(getattr(answer, name), type(value))
    case.client().put_m(**{name: getattr(answer, name)})
    assert case.sent() == {name: text}


@pytest.mark.parametrize(("name", "text", "value"), DRIFTED)
def test_answers_that_break_the_format_are_kept_and_told(
    case: Case, name: str, text: object, value: object
) -> None:
    """An answer is never an exception: what can be read is, and the rest stays."""
    case.drifts.clear()
    answer = case.client({name: text}).get_m()

    assert getattr(answer, name) == value
    assert [event.path for event in case.drifts] == [name]


def test_decimals_of_answers_are_exact(case: Case) -> None:
    """A number of many digits is not rounded to a float on its way in."""

    def respond(request: Any) -> Any:
        text = '{"rate": 0.12345678901234567890}'
        kind = {"content-type": "application/json"}
        return httpx2.Response(200, headers=kind, content=text)

    httpx2 = pytest.importorskip("httpx2")
    transport = httpx2.MockTransport(respond)
    client = case.package.Client(base_url="https://a.test", transport=transport)

    assert client.get_m().rate == Decimal("0.12345678901234567890")


def test_unknown_formats_are_plain(tmp_path: Path) -> None:
    """A format that nobody knows is told to nobody: its values are what they are."""
    fields = {name: FIELDS[name] for name in ("odd", "stamp")}
    case = build(described({"M": {"properties": fields}}), tmp_path)

    assert case.reported == []
