"""Text in formats: as Python's own types print it, so that it comes back the same."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import pytest

from specpress.emit.samples.formats import is_canonical, text_in_format


@pytest.mark.parametrize("index", [0, 1, 59, 99])
@pytest.mark.parametrize(
    "name", ["date-time", "date", "uuid", "url", "time", "ipv6", "byte", "idn-email"]
)
def test_text_in_format(name: str, index: int) -> None:
    """Each format has many texts, all of them canonical."""
    text = text_in_format(name, "slug", index)

    assert text is not None
    assert is_canonical(text, name)
    assert text != text_in_format(name, "slug", index + 1)


def test_python_reads_and_prints_them_alike() -> None:
    """Dates and UUIDs go through Python's types unchanged."""
    for index in range(100):
        day = text_in_format("date", "", index) or ""
        moment = text_in_format("date-time", "", index) or ""
        number = text_in_format("uuid", "", index) or ""
        assert date.fromisoformat(day).isoformat() == day
        assert datetime.fromisoformat(moment).strftime("%Y-%m-%dT%H:%M:%SZ") == moment
        assert str(UUID(number)) == number


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("not-a-date", "date"),
        ("2024-02-30", "date"),
        ("20240517", "date"),
        ("2024-05-17 09:30:00Z", "date-time"),
        ("2024-05-17T09:30:00", "date-time"),
        ("2024-05-17T09:30:00+00:00", "date-time"),
        ("2024-05-17T09:30:00.5Z", "date-time"),
        ("2024-13-17T09:30:00Z", "date-time"),
        ("123E4567-E89B-42D3-A456-426614174000", "uuid"),
    ],
)
def test_other_spellings_are_refused(text: str, name: str) -> None:
    """Text that is no date, or that would be printed otherwise, is not canonical."""
    assert not is_canonical(text, name)


def test_unknown_formats_are_just_text() -> None:
    """A format that no one parses accepts any text, and gives none."""
    assert is_canonical("anything", "http-method")
    assert text_in_format("http-method", "x", 0) is None
    assert text_in_format(None, "x", 0) is None
