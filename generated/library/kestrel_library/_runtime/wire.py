"""`Wire`: how the text of a format becomes a value of Python, and text again."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import (
    CoreSchema,
    PydanticCustomError,
    PydanticKnownError,
    core_schema,
)

T = TypeVar("T")


class Written:
    """Goes behind a `Wire`: bounds of the length of its text, and a pattern in it."""

    def __init__(
        self,
        min_length: int | None = None,
        max_length: int | None = None,
        pattern: str | None = None,
    ) -> None:
        self.min_length = min_length
        self.max_length = max_length
        self.pattern = None if pattern is None else re.compile(pattern)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        inner: Any = handler(source)
        write = inner["serialization"]

        def check(value: object) -> object:
            self.checked(str(write["function"](value)))
            return value

        return core_schema.no_info_after_validator_function(
            check, inner, serialization=write
        )

    def checked(self, text: str) -> None:
        """Refuse *text* where it breaks a bound."""
        if self.min_length is not None and len(text) < self.min_length:
            least = {"min_length": self.min_length}
            raise PydanticKnownError("string_too_short", least)
        if self.max_length is not None and len(text) > self.max_length:
            most = {"max_length": self.max_length}
            raise PydanticKnownError("string_too_long", most)
        if self.pattern is not None and not self.pattern.search(text):
            pattern = {"pattern": self.pattern.pattern}
            raise PydanticKnownError("string_pattern_mismatch", pattern)


class Wire(Generic[T]):
    """Goes into ``Annotated[date, Wire(...)]``: checked, and written as it came.

    *read* makes a value of text and raises `ValueError` where it can't, *write* makes
    text of a value; only text that *pattern* matches is of the format. *keep* returns
    a value of the same worth whose attribute ``wire`` is the text: where *write* would
    write another one. *fault* says what is wrong with a value, if anything.
    """

    def __init__(
        self,
        name: str,
        types: type[T] | tuple[type[T], ...],
        pattern: str,
        read: Callable[[str], T],
        write: Callable[[T], str],
        keep: Callable[[T, str], T] | None = None,
        fault: Callable[[T], str | None] | None = None,
    ) -> None:
        self.name = name
        self.types = types
        self.pattern = re.compile(pattern, re.ASCII)
        self.read = read
        self.write = write
        self.keep = keep
        self.fault = fault

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        write = core_schema.plain_serializer_function_ser_schema(self.text)
        return core_schema.no_info_plain_validator_function(
            self.checked, serialization=write
        )

    def checked(self, value: object) -> T:
        """Return *value*, or what it is the text of; refuse what is not of the format."""
        words = {"name": self.name}
        if isinstance(value, str):
            if self.pattern.fullmatch(value):
                made = self.loosely(value)
                if not isinstance(made, str):
                    return made
            message = "Input should be text in the format {name}"
            raise PydanticCustomError("format_parsing", message, words)
        if not isinstance(value, self.types) or isinstance(value, bool):
            raise PydanticCustomError(
                "format_type", "Input should be a value for the format {name}", words
            )
        if self.fault and (fault := self.fault(value)):
            raise PydanticCustomError(
                "format_parsing", "Input {fault}", {"fault": fault}
            )
        return value

    def loosely(self, text: str) -> T | str:
        """Return what *text* is the text of, near enough; itself where it is nothing."""
        try:
            value = self.read(text)
        except (ValueError, ArithmeticError):
            return text
        if self.keep is None or self.write(value) == text:
            return value
        return self.keep(value, text)

    def text(self, value: object) -> object:
        """Return the text of *value*; what is none of ours, as it is."""
        if not isinstance(value, self.types) or isinstance(value, str):
            return value
        if self.fault and self.fault(value):  # of another type in a union
            return value
        return getattr(value, "wire", "") or self.write(value)
