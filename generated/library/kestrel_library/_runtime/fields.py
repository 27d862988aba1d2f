"""What the fields of models are made of: absence, open enums, sets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, get_args

from pydantic import MISSING, AfterValidator, Field, GetCoreSchemaHandler
from pydantic_core import (
    CoreSchema,
    PydanticCustomError,
    PydanticKnownError,
    core_schema,
)

from .json import identity, is_list, plain

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
        return core_schema.no_info_before_validator_function(
            _exact(values),
            core_schema.literal_schema(values),
            serialization=core_schema.plain_serializer_function_ser_schema(_same),
        )


class _Exact:
    """Tells true from 1 and false from 0, which pydantic's literals do not."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        known, check = handler(source), _exact(get_args(source))
        return core_schema.no_info_before_validator_function(check, known)


def _exact(values: Sequence[object]) -> Callable[[object], object]:
    known = set(map(identity, values))
    expected = " or ".join(map(repr, values))

    def check(data: object) -> object:
        if isinstance(data, bool | int | float) and identity(data) not in known:
            raise PydanticKnownError("literal_error", {"expected": expected})
        return data

    return check


EXACT: Final = _Exact()
"""Goes into ``Annotated[Literal[True], EXACT]``."""


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
    bare = plain(items)
    if is_list(bare) and len(set(map(identity, bare))) < len(bare):
        raise PydanticCustomError("unique_items", "Items should be unique")
    return items


UNIQUE: Final = AfterValidator(_unique)
"""Goes into ``Annotated[list[...], UNIQUE]``: no two items are the same JSON."""
