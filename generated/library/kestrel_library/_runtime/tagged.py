"""Unions whose members constants tell apart: read by pydantic alone, without a detour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import NoneType
from typing import Literal, get_args, get_origin

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .loose import is_model


def tagged(
    types: Iterable[object],
    key: str,
    tags: Mapping[str, object],
    handler: GetCoreSchemaHandler,
) -> CoreSchema | None:
    """Return the schema of the union of *types* that the value of *key* tells apart.

    None unless that value is all that decides: each type is a model that requires
    *key*, and each text that it allows there is one of its *tags*.
    """
    objects = [type_ for type_ in types if type_ is not NoneType]
    names = {_told(type_, key, tags) for type_ in objects}
    if not (objects and names and None not in names) or len(names) > 1:
        return None
    if any(type_ not in objects for type_ in tags.values()):
        return None
    choices = {tag: handler.generate_schema(type_) for tag, type_ in tags.items()}
    own = next(iter(names)) or key
    either: list[list[str | int]] = [[key], [own]]  # of data, and of instances
    union = core_schema.tagged_union_schema(choices, key if own == key else either)
    return core_schema.nullable_schema(union) if NoneType in types else union


def _told(type_: object, key: str, tags: Mapping[str, object]) -> str | None:
    """Return the name of the field of *type_* that *key* is, when that tells it."""
    if not is_model(type_):
        return None
    for name, field in type_.model_fields.items():
        if key == (field.validation_alias or name) and field.is_required():
            told = get_origin(field.annotation) is Literal and all(
                isinstance(value, str) and tags.get(value) is type_
                for value in get_args(field.annotation)
            )
            return name if told else None
    return None
