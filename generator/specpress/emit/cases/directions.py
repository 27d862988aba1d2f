"""Schemas of bodies as requests have to meet them: without what only a server sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias, TypeGuard, cast

Schema: TypeAlias = Mapping[str, object]
NO_SCHEMAS: Final[Schema] = {}


def asked(schema: object) -> object:
    """Return *schema*, a whole one with its ``$defs``, for what is sent.

    A ``readOnly`` property is required in responses only (OpenAPI 3.0, Schema Object),
    whichever part of an ``allOf`` requires it.
    """
    if not _is_object(schema):
        return schema
    known = schema.get("$defs")
    defs = known if _is_object(known) else NO_SCHEMAS
    names = {name for name, part in _properties(schema) if _is_read_only(part, defs)}
    return _without(schema, names, defs) if names else schema


def _is_object(value: object) -> TypeGuard[Schema]:
    return isinstance(value, Mapping)


def _properties(value: object) -> Iterator[tuple[str, object]]:
    """Yield the properties of all schemas inside *value*."""
    if _is_object(value):
        for key, part in value.items():
            if key == "properties" and _is_object(part):
                yield from part.items()
            yield from _properties(part)
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _properties(item)


def _is_read_only(schema: object, defs: Schema, depth: int = 8) -> bool:
    """Whether *schema*, or what it is made of, says ``readOnly``."""
    if not _is_object(schema) or not depth:
        return False
    ref, parts = schema.get("$ref"), schema.get("allOf")
    behind = defs.get(ref.removeprefix("#/$defs/")) if isinstance(ref, str) else None
    members = cast("list[object]", parts) if isinstance(parts, list) else []
    return schema.get("readOnly") is True or any(
        _is_read_only(part, defs, depth - 1) for part in (behind, *members)
    )


def _without(value: object, names: set[str], defs: Schema) -> object:
    """Return *value* in which no schema requires those of *names* that are read-only."""
    if not _is_object(value):
        if not isinstance(value, list):
            return value
        return [_without(item, names, defs) for item in cast("list[object]", value)]
    made = {k: _without(v, names, defs) for k, v in value.items()}
    required, properties = made.get("required"), made.get("properties")
    if isinstance(required, list):
        own = properties if _is_object(properties) else NO_SCHEMAS
        made["required"] = [
            name
            for name in cast("list[object]", required)
            if name not in names
            or (name in own and not _is_read_only(own[str(name)], defs))
        ]
    return made
