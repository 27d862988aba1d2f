"""Times as text: what is read, what is refused, and what is written again."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from kestrel_library._runtime import times
from kestrel_library._runtime.schema import Schema

NOON = datetime(2020, 1, 2, 12, 0, tzinfo=UTC)
TYPES: dict[str, Any] = {
    "date-time": times.WireDateTime,
    "date-time-local": times.WireLocalDateTime,
    "date": times.WireDate,
    "time": times.WireTime,
    "time-local": times.WireLocalTime,
    "duration": times.WireDuration,
}
READ: list[tuple[str, str, object]] = [
    ("date-time", "2020-01-02T12:00:00Z", NOON),
    ("date-time", "2020-01-02t12:00:00z", NOON),
    ("date-time", "2020-01-02T12:00:00.000Z", NOON),
    ("date-time", "2020-01-02T12:00:00.0000000001-00:00", NOON),
    ("date-time", "2020-01-02T13:30:00+01:30", NOON),
    ("date-time", "2020-01-02T11:59:60Z", NOON),
    (
        "date-time-local",
        "2020-01-02T12:00:00.50",
        datetime(2020, 1, 2, 12, 0, 0, 500000),
    ),
    ("date", "2020-02-29", date(2020, 2, 29)),
    ("time", "09:30:00", time(9, 30)),
    ("time", "09:30:00.120Z", time(9, 30, 0, 120000, UTC)),
    ("time-local", "09:30:00", time(9, 30)),
    ("duration", "P1DT2H", timedelta(1, hours=2)),
    ("duration", "-PT0.5S", timedelta(seconds=-0.5)),
    ("duration", "P1Y2M3W", timedelta(365 + 60 + 21)),
    ("duration", "PT90M", timedelta(minutes=90)),
    ("duration", "PT0S", timedelta()),
]
WRITTEN: list[tuple[str, object, str]] = [
    ("date-time", NOON, "2020-01-02T12:00:00Z"),
    ("date-time", NOON.replace(microsecond=1), "2020-01-02T12:00:00.000001Z"),
    (
        "date-time",
        NOON.replace(tzinfo=timezone(timedelta(hours=-8))),
        "2020-01-02T12:00:00-08:00",
    ),
    ("date-time-local", NOON.replace(tzinfo=None), "2020-01-02T12:00:00"),
    ("date", date(2020, 1, 2), "2020-01-02"),
    ("time", time(9, 30), "09:30:00"),
    ("time", time(9, 30, tzinfo=UTC), "09:30:00Z"),
    ("duration", timedelta(1, 90061), "P2DT1H1M1S"),
    ("duration", timedelta(seconds=-1.5), "-PT1.5S"),
    ("duration", timedelta(minutes=1), "PT1M"),
    ("duration", timedelta(), "PT0S"),
]
REFUSED: list[tuple[str, object, str]] = [
    ("date-time", NOON.replace(tzinfo=None), "format"),
    ("date-time", "2020-01-02T12:00:00", "format"),
    ("date-time", "2020-01-02 12:00:00Z", "format"),
    ("date-time", "2020-13-02T12:00:00Z", "format"),
    ("date-time", "1577966400", "format"),
    ("date-time", 1577966400, "type"),
    ("date-time", date(2020, 1, 2), "type"),
    ("date-time-local", NOON, "format"),
    ("date", NOON, "format"),
    ("date", "2020-02-30", "format"),
    ("time", "9:30", "format"),
    ("time-local", "09:30:00Z", "format"),
    ("duration", "1h30m", "format"),
    ("duration", "P", "format"),
    ("duration", 90, "type"),
]
DRIFTED: list[tuple[str, object, object]] = [
    ("date-time", "2020-01-02T12:00:00", NOON.replace(tzinfo=None)),
    ("date-time", "2020-01-02 12:00:00+0000", NOON),
    ("date-time", "yesterday", "yesterday"),
    ("date-time", 1577966400, 1577966400),
    ("date", "2020-02-30", "2020-02-30"),
    ("time", "09:30", time(9, 30)),
    ("duration", "1h30m", "1h30m"),
]


@pytest.mark.parametrize(("name", "text", "value"), READ)
def test_text_becomes_a_value_and_the_same_text(
    name: str, text: str, value: object
) -> None:
    """What is read is worth what its text says, and goes out as that very text."""
    known = TypeAdapter(TYPES[name])
    made = known.validate_python(text)

    assert made == value
    assert isinstance(made, type(value))
    assert known.dump_python(made, mode="json") == text


@pytest.mark.parametrize(("name", "value", "text"), WRITTEN)
def test_values_are_written(name: str, value: object, text: str) -> None:
    """A value goes out as the format has it, and is read as the same value again."""
    known = TypeAdapter(TYPES[name])

    assert known.dump_python(known.validate_python(value), mode="json") == text
    assert known.validate_python(text) == value


@pytest.mark.parametrize(("name", "value", "rule"), REFUSED)
def test_what_is_not_of_the_format_is_refused(
    name: str, value: object, rule: str
) -> None:
    """No other text passes, nor a value that the format can't write."""
    _, problems = Schema(TYPES[name]).checked(value)

    assert [problem.rule for problem in problems] == [rule]
    with pytest.raises(ValidationError):
        TypeAdapter(TYPES[name]).validate_python(value)


@pytest.mark.parametrize(("name", "value", "made"), DRIFTED)
def test_what_a_server_gets_wrong_is_read_as_well_as_can_be(
    name: str, value: object, made: object
) -> None:
    """What is near the format becomes a value, the rest is kept; both are reported."""
    read, problems = Schema(TYPES[name]).read(value)

    assert (read, type(read).__mro__[-2]) == (made, type(made).__mro__[-2])
    assert len(problems) == 1


def test_a_changed_value_is_written_anew() -> None:
    """The text of a value stays with that value: what is worked out of it has its own."""
    known = TypeAdapter[Any](times.WireDateTime)
    later = known.validate_python("2020-01-02T12:00:00.000Z") + timedelta(1)

    assert known.dump_python(later, mode="json") == "2020-01-03T12:00:00Z"
