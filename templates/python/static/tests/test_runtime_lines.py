"""Series of JSON texts: made while they are sent, and checked one by one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import StrictInt

from __package_name__._runtime.failures import RequestValidationError
from __package_name__._runtime.lines import Series, write_lines, write_sequence
from __package_name__._runtime.operation import Body

LINES = "application/jsonl"
ITEMS = Body(LINES, item=lambda: StrictInt)


def test_lists_are_written_at_once() -> None:
    """Items of a list stand on a line each, or behind a record separator."""
    assert write_lines(Body(LINES), [1, {"a": "é"}]) == (
        LINES,
        b'1\n{"a":"\xc3\xa9"}\n',
    )
    assert write_sequence(Body("a/b"), (1, None)) == ("a/b", b"\x1e1\n\x1enull\n")
    assert write_lines(Body(LINES), "1\n") == (LINES, b"1\n")
    assert write_lines(Body(LINES), b"1\n") == (LINES, b"1\n")


def test_other_series_are_written_when_they_are_sent() -> None:
    """An item is asked for when its turn comes; who gave an iterator has no second one."""
    asked: list[int] = []

    def items() -> Iterator[int]:
        for item in (1, 2):
            asked.append(item)
            yield item

    _, content = write_lines(ITEMS, items())
    assert isinstance(content, Series)
    assert (content.again, content.length, asked) == (False, None, [])
    assert next(iter(content)) == b"1\n"
    assert asked == [1]
    _, content = write_lines(ITEMS, {3: "", 4: ""}.keys())
    assert not isinstance(content, bytes)
    assert content.again
    assert [b"".join(content) for _ in range(2)] == [b"3\n4\n"] * 2


def test_items_are_checked() -> None:
    """An item that breaks a rule ends the series, before or while it is sent."""
    with pytest.raises(
        RequestValidationError, match="body: input should be a valid in"
    ):
        write_lines(ITEMS, [1, "x"])
    _, content = write_lines(ITEMS, iter([1, "x"]))
    assert not isinstance(content, bytes)
    sent = iter(content)
    assert next(sent) == b"1\n"
    with pytest.raises(RequestValidationError):
        next(sent)
    with pytest.raises(ValueError, match="must be a series of items"):
        write_lines(ITEMS, 1)
