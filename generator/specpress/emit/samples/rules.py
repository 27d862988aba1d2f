"""Whether values meet the rules of types: asked of a checker that clients don't have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import NoReturn, cast

from jsonschema_rs import Draft202012Validator, ReferencingError, ValidationError

from specpress.ir.types import Rule


def broken(value: object, rules: tuple[Rule, ...]) -> Iterator[Rule]:
    """Yield those of *rules* that *value* breaks."""
    for rule in rules:
        validator = _validator(rule.schema.text)
        if validator is not None and not validator.is_valid(value):
            yield rule


def told(schema: object) -> Iterator[object]:
    """Yield the values that *schema*, a rule's, tells: constants and choices."""
    if isinstance(schema, list):
        for item in cast("list[object]", schema):
            yield from told(item)
    elif isinstance(schema, dict):
        for key, value in cast("dict[str, object]", schema).items():
            if key == "const":
                yield value
            elif key == "enum":
                yield from cast("list[object]", value)
            else:
                yield from told(value)


@lru_cache(maxsize=4096)
def _validator(text: str) -> Draft202012Validator | None:
    """Return what checks the schema *text*; None where it can't be run."""
    try:
        return Draft202012Validator(json.loads(text), retriever=_refused)
    except (ValidationError, ReferencingError, ValueError):
        return None


def _refused(uri: str) -> NoReturn:
    raise LookupError(f"{uri!r} is outside the rule")
