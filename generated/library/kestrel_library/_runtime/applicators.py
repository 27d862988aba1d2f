"""The keywords of JSON Schema 2020-12 that apply other schemas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from .json import is_list, is_object
from .keywords import Finding
from .kinds import is_number

if TYPE_CHECKING:
    from .schemas import Check

Applicator: TypeAlias = "Callable[[Check, object], Iterator[Finding]]"
"""Yields what breaks the keyword, which has the value it is given."""


def _ref(at: Check, argument: object) -> Iterator[Finding]:
    yield from at.adopt(at.same(at.target(str(argument))))


def _all_of(at: Check, argument: object) -> Iterator[Finding]:
    for schema in argument if is_list(argument) else ():
        yield from at.adopt(at.same(schema))


def _any_of(at: Check, argument: object) -> Iterator[Finding]:
    schemas = argument if is_list(argument) else []
    fitting = [schema for schema in schemas if not at.adopt(at.same(schema))]
    if not fitting:
        yield at.broken("anyOf", "Input should be one of the alternatives")


def _one_of(at: Check, argument: object) -> Iterator[Finding]:
    schemas = argument if is_list(argument) else []
    fitting = [schema for schema in schemas if not at.adopt(at.same(schema))]
    if len(fitting) != 1:
        message = f"Input should be just one of the alternatives, not {len(fitting)}"
        yield at.broken("oneOf", message)


def _not(at: Check, argument: object) -> Iterator[Finding]:
    if not at.same(argument).findings:
        yield at.broken("not", "Input should be nothing that is excluded")


def _if(at: Check, argument: object) -> Iterator[Finding]:
    branch = "else" if at.adopt(at.same(argument)) else "then"
    yield from at.adopt(at.same(at.schema.get(branch, True)))


def _dependent_schemas(at: Check, argument: object) -> Iterator[Finding]:
    if is_object(at.value) and is_object(argument):
        for name, schema in argument.items():
            if name in at.value:
                yield from at.adopt(at.same(schema))


def _properties(at: Check, argument: object) -> Iterator[Finding]:
    if is_object(at.value) and is_object(argument):
        for name, schema in argument.items():
            if name in at.value:
                yield from at.inside(schema, at.value[name], name)


def _pattern_properties(at: Check, argument: object) -> Iterator[Finding]:
    if is_object(at.value) and is_object(argument):
        for pattern, schema in argument.items():
            for name, item in at.value.items():
                if re.search(pattern, name):
                    yield from at.inside(schema, item, name)


def _additional_properties(at: Check, argument: object) -> Iterator[Finding]:
    known, patterns = at.schema.get("properties"), at.schema.get("patternProperties")
    for name, item in at.value.items() if is_object(at.value) else ():
        if is_object(known) and name in known:
            continue
        if is_object(patterns) and any(re.search(each, name) for each in patterns):
            continue
        yield from _rest(at, "additionalProperties", argument, item, name)


def _property_names(at: Check, argument: object) -> Iterator[Finding]:
    for name in at.value if is_object(at.value) else ():
        if not at.fits(argument, name):
            yield at.broken("propertyNames", f"The key '{name}' is not allowed", name)


def _prefix_items(at: Check, argument: object) -> Iterator[Finding]:
    if is_list(at.value) and is_list(argument):
        for place, (schema, item) in enumerate(zip(argument, at.value, strict=False)):
            yield from at.inside(schema, item, place)


def _items(at: Check, argument: object) -> Iterator[Finding]:
    prefix = at.schema.get("prefixItems")
    start = len(prefix) if is_list(prefix) else 0
    for place, item in enumerate(at.value if is_list(at.value) else ()):
        if place >= start:
            yield from _rest(at, "items", argument, item, place)


def _contains(at: Check, argument: object) -> Iterator[Finding]:
    if not is_list(at.value):
        return
    items = enumerate(at.value)
    fitting = [place for place, item in items if at.fits(argument, item)]
    at.seen.update(fitting)
    least, most = at.schema.get("minContains", 1), at.schema.get("maxContains")
    if is_number(least) and len(fitting) < least:
        message = f"Input should be a list with {least} of a kind, not {len(fitting)}"
        yield at.broken("contains", message)
    if is_number(most) and len(fitting) > most:
        message = f"Input should be a list with {most} of a kind, not {len(fitting)}"
        yield at.broken("maxContains", message)


def _unevaluated_properties(at: Check, argument: object) -> Iterator[Finding]:
    for name, item in at.value.items() if is_object(at.value) else ():
        if name not in at.seen:
            yield from _rest(at, "unevaluatedProperties", argument, item, name)


def _unevaluated_items(at: Check, argument: object) -> Iterator[Finding]:
    for place, item in enumerate(at.value if is_list(at.value) else ()):
        if place not in at.seen:
            yield from _rest(at, "unevaluatedItems", argument, item, place)


def _rest(
    at: Check, keyword: str, argument: object, item: object, step: str | int
) -> Iterator[Finding]:
    """Yield what *argument* finds in a member that no other keyword is about."""
    if argument is False:
        yield at.broken(keyword, "No value is allowed here", step)
    else:
        yield from at.inside(argument, item, step)


APPLICATORS: Final[dict[str, Applicator]] = {
    "$ref": _ref,
    "allOf": _all_of,
    "anyOf": _any_of,
    "oneOf": _one_of,
    "not": _not,
    "if": _if,
    "dependentSchemas": _dependent_schemas,
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional_properties,
    "propertyNames": _property_names,
    "prefixItems": _prefix_items,
    "items": _items,
    "contains": _contains,
}
"""The keywords that give values, or what is in them, to other schemas."""

LAST: Final[dict[str, Applicator]] = {
    "unevaluatedProperties": _unevaluated_properties,
    "unevaluatedItems": _unevaluated_items,
}
"""Those about what all the others have not looked at."""
