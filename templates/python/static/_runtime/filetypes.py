"""`FileContent`: a file as a field of a model, which is sent and never read."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .files import File, FileInput, as_file


class _Kept:
    """Goes into ``Annotated``: a file, whatever it was given as."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        write = core_schema.plain_serializer_function_ser_schema(_same)
        # As a File, since pydantic would take an open file for a series of lines.
        return core_schema.no_info_plain_validator_function(_file, serialization=write)


def _file(value: object) -> File:
    """Return *value* as a file; refuse what is none."""
    try:
        return as_file(value)
    except ValueError as error:
        words = {"fault": str(error)}
        raise PydanticCustomError("format_type", "Input {fault}", words) from error


def _same(value: object) -> object:
    """Return *value*."""
    return value


FileContent: TypeAlias = Annotated[FileInput, _Kept()]
"""What is sent as a file."""
