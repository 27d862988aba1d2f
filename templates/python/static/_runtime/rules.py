"""What values meet beside being of their type: rules in JSON Schema."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, ClassVar, Final, cast, get_origin

from pydantic import BaseModel, GetCoreSchemaHandler, ValidationError, model_validator
from pydantic_core import (
    CoreSchema,
    ErrorDetails,
    InitErrorDetails,
    PydanticCustomError,
    PydanticKnownError,
    core_schema,
    to_jsonable_python,
)

from .json import is_list, is_object
from .keywords import Finding
from .kinds import is_text
from .missing import present
from .models import Model
from .schemas import findings

_CAPITAL: Final = re.compile(r"(?=[A-Z])")


class Rules:
    """Goes into ``Annotated[T, Rules(...)]``: values also meet the JSON Schemas *texts*.

    They are about the data as they come, before they are made a ``T``.
    """

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    @cached_property
    def _schemas(self) -> list[object]:
        return [json.loads(text) for text in self._texts]

    def validated(
        self, data: object, plain: object, inner: Callable[[Any], Any]
    ) -> Any:
        """Return *data*, *plain* in JSON, as *inner* has them; raise all that is wrong."""
        details: list[InitErrorDetails] = []
        value = None
        try:
            value = inner(data)
        except ValidationError as error:
            details += map(_known, error.errors())
        details += self._broken(plain)
        if details:
            raise ValidationError.from_exception_data("rules", details)
        return value

    def _broken(self, plain: object) -> Iterable[InitErrorDetails]:
        bare = to_jsonable_python(plain, serialize_unknown=True)
        for schema in self._schemas:
            yield from map(_found, findings(schema, bare))

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def check(data: object, inner: Callable[[Any], Any]) -> Any:
            return self.validated(data, _given(data), inner)

        known = handler(source)
        return core_schema.no_info_wrap_validator_function(check, known)


def _given(data: object) -> object:
    return present(data) if is_object(data) else data


def _known(error: ErrorDetails) -> InitErrorDetails:
    """Return an error of pydantic's to be raised again."""
    kind, context = error["type"], error.get("ctx", {})
    try:
        PydanticKnownError(cast(Any, kind), context)
    except (KeyError, TypeError):  # not one of pydantic's, or only called like one
        made = _error(kind, error["msg"])
        return {"type": made, "loc": error["loc"], "input": error["input"]}
    return {"type": kind, "loc": error["loc"], "input": error["input"], "ctx": context}


def _found(finding: Finding) -> InitErrorDetails:
    word = _CAPITAL.sub("_", finding.keyword).lower()
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
        return cls.__rules__.validated(given, _on_the_wire(cls, given), inner)


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
