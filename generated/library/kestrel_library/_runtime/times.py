"""Times as text has them: RFC 3339's instants, dates and times of day, and durations."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Annotated, Final, TypeAlias

from .wire import Wire

_DATE: Final = r"\d{4}-\d\d-\d\d"
_TIME: Final = r"\d\d:\d\d:\d\d(\.\d+)?"
_OFFSET: Final = r"([Zz]|[+-]\d\d:\d\d)"
_PART: Final = r"(\d+(?:[.,]\d+)?)"
_DURATION: Final = (
    rf"([+-])?P(?!$)(?:{_PART}Y)?(?:{_PART}M)?(?:{_PART}W)?(?:{_PART}D)?"
    rf"(?:T(?!$)(?:{_PART}H)?(?:{_PART}M)?(?:{_PART}S)?)?"
)


class _DateTime(datetime):
    """An instant that remembers how it was written."""

    wire = ""

    @classmethod
    def kept(cls, value: datetime, text: str) -> _DateTime:
        """Return *value* with its *text*."""
        made = cls.combine(value.date(), value.timetz())
        made.wire = text
        return made


class _Time(time):
    """A time of day that remembers how it was written."""

    wire = ""

    @classmethod
    def kept(cls, value: time, text: str) -> _Time:
        """Return *value* with its *text*."""
        parts = (value.hour, value.minute, value.second, value.microsecond)
        made = cls(*parts, value.tzinfo)
        made.wire = text
        return made


class _Duration(timedelta):
    """A duration that remembers how it was written."""

    wire = ""

    @classmethod
    def kept(cls, value: timedelta, text: str) -> _Duration:
        """Return *value* with its *text*."""
        made = cls(value.days, value.seconds, value.microseconds)
        made.wire = text
        return made


def _instant(text: str) -> datetime:
    """Return the instant of *text*; a leap second is the one after it."""
    plain = text.upper()
    if plain[17:19] != "60":
        return datetime.fromisoformat(plain)
    last = datetime.fromisoformat(f"{plain[:17]}59{plain[19:]}")
    return last + timedelta(seconds=1)


def _time(text: str) -> time:
    """Return the time of day of *text*."""
    return time.fromisoformat(text.upper())


def _iso(value: datetime | time) -> str:
    """Return *value* as text, its offset as ``Z`` where it is none."""
    text = value.isoformat()
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text


def _duration(text: str) -> timedelta:
    """Return the length of *text*: a year counts 365 days, a month 30."""
    if not (found := re.fullmatch(_DURATION, text)):
        raise ValueError(text)
    sign, *parts = found.groups()
    years, months, weeks, days, hours, minutes, seconds = (
        float((part or "0").replace(",", ".")) for part in parts
    )
    days += 365 * years + 30 * months
    length = timedelta(days, seconds, 0, 0, minutes, hours, weeks)
    return -length if sign == "-" else length


def _iso_duration(value: timedelta) -> str:
    """Return *value* as ISO 8601 has it, in days, hours, minutes and seconds."""
    sign, value = ("-", -value) if value < timedelta() else ("", value)
    minutes, seconds = divmod(value.seconds, 60)
    exact = f"{seconds}.{value.microseconds:06}".rstrip("0").rstrip(".")
    named = zip((*divmod(minutes, 60), exact), "HMS", strict=True)
    times = "".join(f"{part}{name}" for part, name in named if part not in (0, "0"))
    days = f"{value.days}D" if value.days else ""
    return f"{sign}P{days}{f'T{times}' if times else ''}" if value else "PT0S"


def _aware(value: datetime) -> str | None:
    """Return what is wrong with an instant that has no offset."""
    known = value.utcoffset() is not None
    return None if known else "should have an offset, such as tzinfo=datetime.UTC"


def _naive(value: datetime | time) -> str | None:
    """Return what is wrong with a local time that has an offset."""
    return None if value.tzinfo is None else "should have no offset (tzinfo)"


def _only_date(value: date) -> str | None:
    """Return what is wrong with an instant where a date should be."""
    return "should be a date without a time" if isinstance(value, datetime) else None


WireDateTime: TypeAlias = Annotated[
    datetime,
    Wire(
        "date-time",
        datetime,
        f"{_DATE}[Tt]{_TIME}{_OFFSET}",
        _instant,
        _iso,
        _DateTime.kept,
        _aware,
    ),
]
WireLocalDateTime: TypeAlias = Annotated[
    datetime,
    Wire(
        "date-time-local",
        datetime,
        f"{_DATE}[Tt]{_TIME}",
        _instant,
        _iso,
        _DateTime.kept,
        _naive,
    ),
]
WireDate: TypeAlias = Annotated[
    date,
    Wire(
        "date",
        date,
        _DATE,
        date.fromisoformat,
        date.isoformat,
        fault=_only_date,
    ),
]
WireTime: TypeAlias = Annotated[
    time, Wire("time", time, f"{_TIME}{_OFFSET}?", _time, _iso, _Time.kept)
]
WireLocalTime: TypeAlias = Annotated[
    time, Wire("time-local", time, _TIME, _time, _iso, _Time.kept, _naive)
]
WireDuration: TypeAlias = Annotated[
    timedelta,
    Wire(
        "duration",
        timedelta,
        _DURATION,
        _duration,
        _iso_duration,
        _Duration.kept,
    ),
]
