"""What values meet beside being of their type: rules in JSON Schema."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar, Final, cast, get_origin

from pydantic import BaseModel, GetCoreSchemaHandler, ValidationError, model_validator
from pydantic_core import (
    CoreSchema,
    InitErrorDetails,
    PydanticCustomError,
    core_schema,
    to_jsonable_python,
)

from .json import is_list, is_object
from .keywords import Finding
from .kinds import is_text
from .missing import present
from .models import Model
from .schemas import findings

_WORDS: Final = {"additionalProperties": "additional"}
_CAPITAL: Final = re.compile(r"(?=[A-Z])")


class Rules:
    """Goes into ``Annotated[T, Rules(...)]``: values also meet the JSON Schemas *texts*.

    They are about the data as they come, and asked of those that are a ``T``.
    """

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    @cached_property
    def _schemas(self) -> list[object]:
        return [json.loads(text) for text in self._texts]

    def check(self, data: object) -> None:
        """Raise all that *data*, which are of their type, break."""
        if not self._texts:
            return
        if isinstance(data, Decimal) and data.is_finite():
            data = float(data)
        bare = to_jsonable_python(data, serialize_unknown=True)
        found = [each for schema in self._schemas for each in findings(schema, bare)]
        if found:
            details = list(map(_detail, found))
            raise ValidationError.from_exception_data("rules", details)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def check(data: object, inner: Callable[[Any], Any]) -> Any:
            value = inner(data)
            self.check(present(data) if is_object(data) else data)
            return value

        known = handler(source)
        return core_schema.no_info_wrap_validator_function(check, known)


def _detail(finding: Finding) -> InitErrorDetails:
    """Return *finding* as an error of pydantic's."""
    word = _WORDS.get(finding.keyword) or _CAPITAL.sub("_", finding.keyword).lower()
    kind = "missing" if word == "required" else _error(word, finding.message)
    return {"type": kind, "loc": finding.path, "input": finding.value}


def _error(word: str, message: str) -> PydanticCustomError:
    return PydanticCustomError(cast(Any, word), "{message}", {"message": message})


class _Implied:
    """Lets values of other kinds through: the description names no type."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        origin: object = get_origin(source)
        is_kind = (
            is_object if origin is dict else is_list if origin is list else is_text
        )

        def check(data: object, inner: Callable[[Any], Any]) -> Any:
            return inner(data) if is_kind(data) else data

        known = handler(source)
        return core_schema.no_info_wrap_validator_function(check, known)


IMPLIED: Final = _Implied()
"""Goes into ``Annotated[list[...], IMPLIED]``: what is no list may be anything."""


class Ruled(Model):
    """A model whose objects meet *rules* beside their fields.

    Where objects are only *implied*, data of another kind are kept as they are.
    """

    __rules__: ClassVar[Rules]
    __implied__: ClassVar[bool]

    def __init_subclass__(
        cls, *, rules: Rules | None = None, implied: bool = False, **more: Any
    ) -> None:
        super().__init_subclass__(**more)
        cls.__rules__ = rules or Rules()
        cls.__implied__ = implied

    @model_validator(mode="wrap")
    @classmethod
    def _ruled(cls, data: Any, inner: Callable[[Any], Any]) -> Any:
        given: object = data
        if (
            cls.__implied__
            and not is_object(given)
            and not isinstance(given, BaseModel)
        ):
            return given
        value = inner(data)
        cls.__rules__.check(_on_the_wire(cls, given))
        return value


def _on_the_wire(model: type[BaseModel], data: object) -> object:
    """Return *data* with the names that fields of *model* have on the wire."""
    if not is_object(data):
        return data
    fields = model.model_fields.items()
    wires = {name: str(field.validation_alias or name) for name, field in fields}
    known = {*wires.values()}
    members = present(data).items()
    return {
        key if key in known else wires.get(key, key): value for key, value in members
    }
