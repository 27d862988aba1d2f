"""Numbers of JSON: what is exact, what is whole, and what is no number at all."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from kestrel_library._runtime import numbers
from kestrel_library._runtime.json import Digits, json_text
from kestrel_library._runtime.schema import Schema

BIG = 2**64 + 1
GOOD: list[tuple[Any, object, str]] = [
    (numbers.StrictInt, 5, "5"),
    (numbers.StrictInt, 5.0, "5"),
    (numbers.StrictInt, BIG, str(BIG)),
    (numbers.Int32, 2**31 - 1, str(2**31 - 1)),
    (numbers.Int64, -(2**63), str(-(2**63))),
    (numbers.UInt8, 255, "255"),
    (numbers.StrictFloat, 5, "5.0"),
    (numbers.StrictFloat, BIG, str(BIG)),
    (numbers.StrictFloat, -BIG, str(-BIG)),
    (numbers.DecimalNumber, Decimal("0.10"), "0.1"),
    (numbers.DecimalNumber, Decimal("1E+2"), "100"),
    (numbers.DecimalNumber, 7, "7"),
    (numbers.DecimalNumber, 0.5, "0.5"),
]
BAD: list[tuple[Any, object, str]] = [
    (numbers.StrictInt, 5.5, "type"),
    (numbers.StrictInt, True, "type"),
    (numbers.StrictInt, "5", "type"),
    (numbers.StrictInt, float("inf"), "type"),
    (numbers.Int32, 2**31, "maximum"),
    (numbers.UInt8, -1, "minimum"),
    (numbers.DoubleInt, 2**53, "maximum"),
    (numbers.StrictFloat, float("nan"), "type"),
    (numbers.StrictFloat, json.loads("1e400"), "type"),
    (numbers.StrictFloat, False, "type"),
    (numbers.DecimalNumber, Decimal("NaN"), "type"),
    (numbers.DecimalNumber, "1.5", "type"),
    (numbers.DecimalNumber, Decimal("0.12345678901234567890"), "format"),
]


@pytest.mark.parametrize(("type_", "value", "text"), GOOD)
def test_numbers_are_written_exactly(type_: Any, value: object, text: str) -> None:
    """A number goes out with all its digits."""
    made, problems = Schema(type_).checked(value)

    assert problems == []
    assert json_text(made) == text


@pytest.mark.parametrize(("type_", "value", "rule"), BAD)
def test_what_is_no_such_number_is_refused(
    type_: Any, value: object, rule: str
) -> None:
    """Booleans, text, infinities and what is out of range are told by their rule."""
    _, problems = Schema(type_).checked(value)

    assert [problem.rule for problem in problems] == [rule]


def test_decimals_keep_the_digits_of_a_response() -> None:
    """With its digits at hand a number is no longer rounded to the nearest float."""
    text = "0.12345678901234567890"
    value, problems = Schema(numbers.DecimalNumber).read(Digits.of(text))

    assert problems == []
    assert value == Decimal(text)
    assert Schema(numbers.StrictFloat).read(Digits.of("0.5")) == (0.5, [])
