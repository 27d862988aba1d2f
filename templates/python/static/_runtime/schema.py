"""`Schema`: a type of the description, as pydantic checks, reads and writes it."""

from __future__ import annotations

from functools import cache, cached_property
from typing import cast

from pydantic import BaseModel, TypeAdapter, ValidationError

from .json import is_object
from .loose import Reader, reader
from .problems import Path, Problem, place, problems
from .types import ModelFactory
from .violation import Violation, required


class Invalid(Exception):
    """Data that break rules; carries the *problems*."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


class Schema:
    """A type, with the validator that is built once for it."""

    def __init__(self, type_: object) -> None:
        self._type = type_
        self._adapter = TypeAdapter(cast("type[object]", type_))

    def checked(self, data: object, *, by_name: bool = False) -> object:
        """Return *data* as JSON would have it; raise `Invalid` where they break rules.

        Keys are wire names, or with *by_name* the names of fields.
        """
        by_alias = not by_name
        try:
            value = self._adapter.validate_python(
                data, by_alias=by_alias, by_name=by_name
            )
        except ValidationError as error:
            raise Invalid(problems(error, data)) from None
        return self._adapter.dump_python(
            value, mode="json", by_alias=by_alias, exclude_unset=True, warnings=False
        )

    def read(self, data: object) -> tuple[object, list[Problem]]:
        """Return *data* as the type; with problems, what could be made of it."""
        try:
            return self._adapter.validate_python(data, by_alias=True, by_name=False), []
        except ValidationError as error:
            return self._reader(data), problems(error, data)

    def ordered(self, data: object) -> object:
        """Return *data* unchecked, an object in the order of the model's fields."""
        if not is_object(data):
            return data
        return {k: data[k] for k in self.arguments if k in data} | data

    @cached_property
    def arguments(self) -> dict[str, str]:
        """The names of a model's fields by wire name, in their order."""
        if not (isinstance(self._type, type) and issubclass(self._type, BaseModel)):
            return {}
        fields = self._type.model_fields.items()
        return {str(field.validation_alias or name): name for name, field in fields}

    @cached_property
    def _reader(self) -> Reader:
        """The reader for data that break rules."""
        return reader(self._type)


@cache
def schema(model: ModelFactory) -> Schema:
    """Return the schema of what *model* gives, the same one each time."""
    return Schema(model())


def as_violation(problem: Problem, argument: str, path: Path) -> Violation:
    """Return *problem* as a violation of *argument*, at *path* on the wire."""
    if problem.rule == "required":
        return required(argument, place(path))
    message = problem.message[:1].lower() + problem.message[1:]
    return Violation(argument, place(path), problem.rule, message, problem.value)
