"""JSON Schema 2020-12: what a value breaks of a schema that is whole in itself."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

from .applicators import APPLICATORS, LAST
from .json import is_list, is_object
from .keywords import ASSERTIONS, Finding, Outcome, Path


class Check:
    """A *schema* about the *value* at *path*; *root* is the schema that it is part of."""

    def __init__(
        self, root: object, schema: Mapping[str, object], value: object, path: Path
    ) -> None:
        self._root = root
        self._path = path
        self.schema = schema
        self.value = value
        self.seen: set[str | int] = set()

    def broken(self, keyword: str, message: str, *steps: str | int) -> Finding:
        """Return the finding that *keyword* is broken, *steps* inside the value."""
        value = self.value
        for step in steps:
            if is_object(value):
                value = value.get(str(step))
            elif is_list(value) and isinstance(step, int):
                value = value[step]
        return Finding((*self._path, *steps), keyword, message, value)

    def same(self, schema: object) -> Outcome:
        """Return what *schema* says of the same value."""
        return _outcome(self._root, schema, self.value, self._path)

    def fits(self, schema: object, value: object) -> bool:
        """Return whether *value*, such as an item or a key, is what *schema* wants."""
        return not _outcome(self._root, schema, value, ()).findings

    def inside(self, schema: object, value: object, step: str | int) -> list[Finding]:
        """Return what *schema* finds in the member *value*, which is looked at now."""
        self.seen.add(step)
        return _outcome(self._root, schema, value, (*self._path, step)).findings

    def adopt(self, outcome: Outcome) -> list[Finding]:
        """Return the findings of *outcome*; without any, what it looked at counts."""
        if not outcome.findings:
            self.seen |= outcome.seen
        return outcome.findings

    def target(self, ref: str) -> object:
        """Return the schema that *ref*, a pointer into the whole, refers to."""
        here = self._root
        for token in unquote(ref).split("/")[1:]:
            token = token.replace("~1", "/").replace("~0", "~")
            if is_list(here):
                here = here[int(token)]
            elif is_object(here):
                here = here[token]
        return here


def findings(schema: object, value: object) -> list[Finding]:
    """Return what *value*, plain JSON data, breaks of *schema*."""
    return _outcome(schema, schema, value, ()).findings


def _outcome(root: object, schema: object, value: object, path: Path) -> Outcome:
    if not is_object(schema):
        found = [Finding(path, "nothing", "No value is allowed here", value)]
        return Outcome(found if schema is False else [], set())
    at = Check(root, schema, value, path)
    found = list[Finding]()
    for keyword, argument in schema.items():
        if (assertion := ASSERTIONS.get(keyword)) is not None:
            found += assertion(at, argument)
        elif (applicator := APPLICATORS.get(keyword)) is not None:
            found += applicator(at, argument)
    for keyword, applicator in LAST.items():
        if keyword in schema:
            found += applicator(at, schema[keyword])
    return Outcome(found, at.seen)
