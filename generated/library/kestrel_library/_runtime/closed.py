"""`Closed`: the base of models whose objects have the keys of their fields only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Never

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .models import Model


class _Unknown:
    """Refuses the value of a key that the description does not allow."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_refuse)


def _refuse(value: object) -> object:
    raise PydanticCustomError("additional", "No other keys are allowed here")


class Closed(Model):
    """A model that has no other keys: in a response they are kept, and are drift."""

    if not TYPE_CHECKING:
        __pydantic_extra__: dict[str, Annotated[Never, _Unknown()]]
