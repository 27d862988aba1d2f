"""Slots: the arguments of one operation, each with its place on the wire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from specpress.emit.cases.bodies import body_type, writing_for
from specpress.emit.cases.naming import OperationNames
from specpress.emit.cases.typed import marked
from specpress.emit.forms import Writing
from specpress.emit.samples import Types
from specpress.ir.nodes import Content, Location, Operation, Parameter
from specpress.ir.types import Field, Object, Ref, Type

Place: TypeAlias = Location | Literal["field", "body"]


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
    coding: Writing | None = None
    """How the body in this slot is written, None for any other place."""

    @property
    def is_opaque(self) -> bool:
        """Whether the client can't check the value: text and bytes go as they are."""
        return self.coding in ("text", "bytes")


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
        coding, type_ = writing_for(content, types), body_type(content, types)
        whole = Slot(names.body, "", "body", type_, required, required, content, coding)
        made.append(whole)
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


def as_written(slot: Slot, value: object, types: Types) -> object:
    """Return *value* as a caller writes it, see `marked`; bodies of bytes as bytes."""
    if slot.coding == "bytes":
        return {"$bytes": value}
    return marked(value, slot.type, types)


def _object(type_: Type | None, types: Types) -> Object:
    while isinstance(type_, Ref):
        type_ = types[type_.target]
    return type_ if isinstance(type_, Object) else Object(fields=())
