"""`Schema`: a type of the description, as pydantic checks, reads and writes it."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import ValidationError

from .adapter import adapter, validated
from .json import is_object
from .loose import Reader, annotation, is_model, reader
from .problems import Problem, problems


class Schema:
    """A type, with the validator that is built once for it."""

    def __init__(self, type_: object) -> None:
        self._type = type_
        self._adapter = adapter(type_)

    def checked(
        self, data: object, mode: Literal["json", "python"] = "json"
    ) -> tuple[object, list[Problem]]:
        """Return *data* as JSON would have it, or what is wrong with them.

        In the other *mode* what is no JSON, such as a file, stays what it is.
        """
        try:
            value = validated(self._adapter, data)
        except ValidationError as error:
            return None, problems(error, data)
        dumped = self._adapter.dump_python(
            value, mode=mode, exclude_unset=True, warnings=False
        )
        return dumped, []

    def read(self, data: object) -> tuple[object, list[Problem]]:
        """Return *data* as the type; with problems, what could be made of it."""
        try:
            return validated(self._adapter, data), []
        except ValidationError as error:
            found = problems(error, data)
        try:
            return self._reader(data), found
        except RecursionError:  # deeper than Python and pydantic go
            return data, found

    def parsed(self, text: bytes) -> object:
        """Return the JSON *text* as the type; raise `ValueError` where it isn't simply."""
        return self._adapter.validate_json(text, by_name=False)

    def ordered(self, data: object) -> object:
        """Return *data* unchecked, an object in the order of the model's fields."""
        if not is_object(data):
            return data
        return {k: data[k] for k in self.arguments if k in data} | data

    @cached_property
    def arguments(self) -> dict[str, str]:
        """The names of a model's fields by wire name, in their order."""
        fields = self._type.model_fields if is_model(self._type) else {}
        return {str(f.validation_alias or name): name for name, f in fields.items()}

    @cached_property
    def fields(self) -> dict[str, Schema]:
        """The schemas of a model's fields by name."""
        fields = self._type.model_fields if is_model(self._type) else {}
        return {name: Schema(annotation(field)) for name, field in fields.items()}

    @cached_property
    def _reader(self) -> Reader:
        """The reader for data that break rules."""
        return reader(self._type)
