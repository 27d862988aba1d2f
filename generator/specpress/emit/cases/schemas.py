"""The schemas of bodies as the emitted tests check them: with Python's patterns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NoReturn, cast

from jsonschema_rs import Draft202012Validator, ReferencingError, ValidationError

from specpress.emit.samples.regex import compiled, translate

_WORDS: Final = frozenset(
    [
        "description",
        "title",
        "example",
        "examples",
        "summary",
        "externalDocs",
        "deprecated",
        "xml",
    ]
)
_BY_NAME: Final = frozenset({"properties", "$defs", "definitions", "dependentSchemas"})
_DATA: Final = frozenset({"enum", "const", "default", "required"})


def testable(schema: object) -> object:
    """Return *schema* for a checker that uses ``re``: without prose, patterns rewritten.

    A pattern that Python can't compile is left out, as the client leaves it out.
    """
    if not isinstance(schema, Mapping):
        return schema
    made = dict[str, object]()
    for key, value in cast("Mapping[str, object]", schema).items():
        if key in _WORDS or key.startswith("x-"):
            continue
        if key == "pattern" and isinstance(value, str):
            if compiled(value) is not None:
                made[key] = translate(value)
        elif key in _DATA:
            made[key] = value
        elif key in _BY_NAME and isinstance(value, Mapping):
            members = cast("Mapping[str, object]", value).items()
            made[key] = {name: testable(part) for name, part in members}
        elif isinstance(value, list):
            made[key] = [testable(part) for part in cast("list[object]", value)]
        else:
            made[key] = testable(value)
    return made


class Checker:
    """Says whether values satisfy one schema; what is no schema is satisfied by none."""

    def __init__(self, schema: object) -> None:
        self._accepts: Callable[[object], bool] | None = None
        if isinstance(schema, dict | bool):
            known = cast("dict[str, Any] | bool", schema)
            try:
                made = Draft202012Validator(known, retriever=_refused)
            except (ValidationError, ReferencingError, ValueError):
                return
            self._accepts = made.is_valid

    def accepts(self, value: object) -> bool:
        """Whether *value* satisfies the schema."""
        return self._accepts is not None and self._accepts(value)


def _refused(uri: str) -> NoReturn:
    raise LookupError(f"{uri!r} is outside the schema")
