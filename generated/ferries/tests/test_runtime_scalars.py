"""Identifiers, decimals and bytes as text."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

import pytest
from pydantic import TypeAdapter

from skerry_ferries._runtime import scalars
from skerry_ferries._runtime.schema import Schema
from skerry_ferries._runtime.wire import Written

TYPES: dict[str, Any] = {
    "uuid": scalars.WireUuid,
    "decimal": scalars.WireDecimal,
    "base64": scalars.WireBase64,
    "base64url": scalars.WireBase64Url,
    "bound": Annotated[scalars.WireBase64, Written(5, 12, "^M")],
}
ID = "123e4567-e89b-42d3-a456-426614174000"
READ: list[tuple[str, str, object]] = [
    ("uuid", ID, UUID(ID)),
    ("decimal", "1.50", Decimal("1.5")),
    ("decimal", "+1E+2", Decimal(100)),
    ("decimal", "0.12345678901234567890123", Decimal("0.12345678901234567890123")),
    ("base64", "", b""),
    ("base64", "/+8=", b"\xff\xef"),
    ("base64", "QR==", b"A"),
    ("base64url", "_-8=", b"\xff\xef"),
    ("base64url", "_-8", b"\xff\xef"),
]
WRITTEN: list[tuple[str, object, str]] = [
    ("uuid", UUID(ID), ID),
    ("decimal", Decimal("1E+2"), "100"),
    ("decimal", Decimal("-0.10"), "-0.10"),
    ("decimal", 7, "7"),
    ("base64", b"\xff\xef", "/+8="),
    ("base64url", b"\xff\xef", "_-8"),
    ("bound", b"1234", "MTIzNA=="),
]
REFUSED: list[tuple[str, object, str]] = [
    ("uuid", ID.replace("-", ""), "format"),
    ("uuid", 7, "type"),
    ("decimal", "1,5", "format"),
    ("decimal", "NaN", "format"),
    ("decimal", Decimal("NaN"), "format"),
    ("decimal", 1.5, "type"),
    ("decimal", True, "type"),
    ("base64", "_-8=", "format"),
    ("base64", "QQ", "format"),
    ("base64url", "/+8=", "format"),
    ("base64", ["QQ=="], "type"),
    ("bound", "QQ==", "min_length"),
    ("bound", b"1234567890", "max_length"),
    ("bound", "QUJDRA==", "pattern"),
]
DRIFTED: list[tuple[str, object, object]] = [
    ("uuid", ID.replace("-", ""), UUID(ID)),
    ("base64", "QU\nJD\n", b"ABC"),
    ("base64", "_-8", b"\xff\xef"),
    ("base64", "é", "é"),
    ("decimal", "1,5", "1,5"),
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
    """A value goes out as the format has it."""
    known = TypeAdapter(TYPES[name])

    assert known.dump_python(known.validate_python(value), mode="json") == text


@pytest.mark.parametrize(("name", "value", "rule"), REFUSED)
def test_what_is_not_of_the_format_is_refused(
    name: str, value: object, rule: str
) -> None:
    """No other text passes, nor a float where digits count."""
    _, problems = Schema(TYPES[name]).checked(value)

    assert [problem.rule for problem in problems] == [rule]


@pytest.mark.parametrize(("name", "value", "made"), DRIFTED)
def test_what_a_server_gets_wrong_is_read_as_well_as_can_be(
    name: str, value: object, made: object
) -> None:
    """What is near the format becomes a value, the rest is kept; both are reported."""
    read, problems = Schema(TYPES[name]).read(value)

    assert read == made
    assert isinstance(read, type(made))
    assert len(problems) == 1
