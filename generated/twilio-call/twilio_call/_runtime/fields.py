"""What the fields of models are made of: absence, open enums, sets, odd constants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, get_args

from pydantic import MISSING, AfterValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .json import json_text

if TYPE_CHECKING:

    def absent(wire: str) -> MISSING:
        """Return a field that is absent unless given, called *wire* on the wire."""
        ...

else:

    def absent(wire):
        return Field(default=MISSING, validation_alias=wire, serialization_alias=wire)


class _Open:
    """Marks ``Literal[...] | str``: any text for a checker, only the known ones valid.

    A server may add values. Decoding then keeps the text and reports it as drift.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        values = [value for part in get_args(source) for value in get_args(part)]
        return core_schema.literal_schema(
            values,
            serialization=core_schema.plain_serializer_function_ser_schema(_same),
        )


def _same(value: object) -> object:
    return value


OPEN: Final = _Open()
"""Goes into ``Annotated[Literal[...] | str, OPEN]``."""


class _Nothing:
    """Refuses every value: what the description says can't be."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_refuse)


def _refuse(value: object) -> object:
    raise PydanticCustomError("nothing", "No value is allowed here")


NOTHING: Final = _Nothing()
"""Goes into ``Annotated[Never, NOTHING]``."""


def _unique(items: list[Any]) -> list[Any]:
    seen: set[str] = set()
    for item in items:
        text = json_text(item)
        if text in seen:
            raise PydanticCustomError("unique_items", "Items should be unique")
        seen.add(text)
    return items


UNIQUE: Final = AfterValidator(_unique)
"""Goes into ``Annotated[list[...], UNIQUE]``: no two items are the same JSON."""


def OneOf(*texts: str) -> AfterValidator:
    """Return a validator for one of the JSON *texts* that no ``Literal`` can say."""

    def check(value: Any) -> Any:
        if json_text(value) not in texts:
            expected = " or ".join(texts)
            raise PydanticCustomError(
                "enum", "Input should be {expected}", {"expected": expected}
            )
        return value

    return AfterValidator(check)
