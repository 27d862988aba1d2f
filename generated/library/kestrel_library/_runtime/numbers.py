"""Numbers as JSON has them: finite, exact, and whole where they are worth a whole one."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite
from typing import Annotated, Any, Final, TypeAlias

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .json import Digits

_EXACT: Final = 2**53
"""Beyond this a float no longer holds every whole number."""


def _whole(value: object) -> object:
    """Return *value*, a float without a fraction as the integer that it is."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


class _Int:
    """A whole number from *low* to *high*; ``1.0`` is one, ``True`` is not."""

    def __init__(self, low: int | None = None, high: int | None = None) -> None:
        self.low, self.high = low, high

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        strict = core_schema.int_schema(strict=True)
        whole = core_schema.union_schema(
            [strict, core_schema.no_info_before_validator_function(_whole, strict)],
            mode="left_to_right",
            custom_error_type="int_type",
        )
        if self.low is None:
            return whole
        limits = core_schema.int_schema(ge=self.low, le=self.high)
        return core_schema.chain_schema([whole, limits])


class _Float:
    """A finite number; a whole one that no float holds stays an integer."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.union_schema(
            [
                core_schema.int_schema(strict=True, gt=_EXACT),
                core_schema.int_schema(strict=True, lt=-_EXACT),
                core_schema.float_schema(strict=True, allow_inf_nan=False),
            ],
            mode="left_to_right",
            custom_error_type="float_type",
        )


StrictInt: TypeAlias = Annotated[int, _Int()]
StrictFloat: TypeAlias = Annotated[float, _Float()]
Int8: TypeAlias = Annotated[int, _Int(-(2**7), 2**7 - 1)]
Int16: TypeAlias = Annotated[int, _Int(-(2**15), 2**15 - 1)]
Int32: TypeAlias = Annotated[int, _Int(-(2**31), 2**31 - 1)]
Int64: TypeAlias = Annotated[int, _Int(-(2**63), 2**63 - 1)]
UInt8: TypeAlias = Annotated[int, _Int(0, 2**8 - 1)]
UInt16: TypeAlias = Annotated[int, _Int(0, 2**16 - 1)]
UInt32: TypeAlias = Annotated[int, _Int(0, 2**32 - 1)]
UInt64: TypeAlias = Annotated[int, _Int(0, 2**64 - 1)]
DoubleInt: TypeAlias = Annotated[int, _Int(1 - _EXACT, _EXACT - 1)]


class _Decimal:
    """A number of JSON as a `Decimal`: exact from its digits, and never rounded."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        write = core_schema.plain_serializer_function_ser_schema(number)
        return core_schema.no_info_plain_validator_function(
            _decimal, serialization=write
        )


def _decimal(value: object) -> Decimal:
    """Return *value* exactly; refuse what a JSON number could not carry."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise PydanticCustomError("decimal_type", "Input should be a valid number")
    if not isfinite(value):
        raise PydanticCustomError("finite_number", "Input should be a finite number")
    if isinstance(value, float):
        return Decimal(value.text if isinstance(value, Digits) else repr(value))
    made = Decimal(value)
    if isinstance(value, Decimal) and Decimal(repr(number(value))) != value:
        message = "Input has more digits than a JSON number carries"
        raise PydanticCustomError("decimal_error", message)
    return made


def number(value: object) -> int | float | str:
    """Return *value* as a number of JSON; what is none, as text."""
    if isinstance(value, Decimal):
        fraction = (
            isinstance(exponent := value.as_tuple().exponent, int) and exponent < 0
        )
        return float(value) if fraction else int(value)
    return value if isinstance(value, int | float) else str(value)


DecimalNumber: TypeAlias = Annotated[Decimal, _Decimal()]
