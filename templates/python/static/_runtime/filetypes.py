"""`FileContent`: a file as a field of a model, which is sent and never read."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .files import FileInput, as_file


class _Kept:
    """Goes into ``Annotated``: a file, kept as it was given."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        write = core_schema.plain_serializer_function_ser_schema(_same)
        return core_schema.no_info_plain_validator_function(_file, serialization=write)


def _file(value: object) -> object:
    """Return *value*; raise `ValueError` where it is no file."""
    as_file(value)
    return value


def _same(value: object) -> object:
    """Return *value*."""
    return value


FileContent: TypeAlias = Annotated[FileInput, _Kept()]
"""What is sent as a file."""
