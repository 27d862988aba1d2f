"""Slots: the arguments of one operation, each with its place on the wire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from specpress.emit.cases.naming import OperationNames
from specpress.emit.samples import Types
from specpress.ir.nodes import Content, Operation, Parameter
from specpress.ir.types import Anything, Field, Object, Ref, String, Type

Place: TypeAlias = Literal["path", "query", "header", "cookie", "field", "body"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One *argument*: its wire *name*, its *place*, and what the description says.

    *needed* tells a field of an optional body that is required once there is a body.
    """

    argument: str
    name: str
    place: Place
    type: Type
    required: bool
    needed: bool
    source: Parameter | Field | Content


def content_of(operation: Operation, names: OperationNames) -> Content | None:
    """Return the body that the client sends for *operation*."""
    contents = operation.body.contents if operation.body else ()
    found = (c for c in contents if c.media_type == names.media_type)
    return next(found, None)


def slots_of(operation: Operation, names: OperationNames, types: Types) -> list[Slot]:
    """Return the arguments of *operation*: parameters first, then the body's."""
    made = [
        Slot(argument, p.name, p.location, p.type, p.required, p.required, p)
        for argument, p in zip(names.parameters, operation.parameters, strict=True)
        if argument is not None
    ]
    content = content_of(operation, names)
    if operation.body is None or content is None:
        return made
    required = operation.body.required
    if names.fields is None:
        # Text stands for bytes as well: there is no schema that says more.
        type_ = content.type or (Anything() if _is_json(content) else String())
        made.append(Slot(names.body, "", "body", type_, required, required, content))
        return made
    for field in _object(content.type, types).fields:
        if (argument := names.fields.get(field.name)) is not None:
            both = field.required and required
            made.append(
                Slot(
                    argument,
                    field.name,
                    "field",
                    field.type,
                    both,
                    field.required,
                    field,
                )
            )
    return made


def _object(type_: Type | None, types: Types) -> Object:
    while isinstance(type_, Ref):
        type_ = types[type_.target]
    return type_ if isinstance(type_, Object) else Object(fields=())


def _is_json(content: Content) -> bool:
    return "json" in content.media_type
