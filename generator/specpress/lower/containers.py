"""Schemas of arrays and of objects."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from specpress.diagnostics import Report
from specpress.document.dialects import deprecated
from specpress.ir.types import Anything, Field, List, Map, Object, Type
from specpress.ir.values import Json
from specpress.lower.called import called, described
from specpress.lower.keywords import counts, flag, refuse
from specpress.lower.places import is_true, json_list, place
from specpress.lower.titles import undescribed
from specpress.tree import Node

Inner: TypeAlias = Callable[[Node], Type]
"""What lowers a schema inside another."""

Annotation: TypeAlias = Callable[[Node, str], Node | None]
"""What finds the annotation of a schema, also behind a reference."""


def list_type(schema: Node, inner: Inner, report: Report) -> List:
    """Return the type of the arrays that *schema* describes."""
    items = schema.get("items")
    if "prefixItems" in schema.map:
        items = None  # it describes the items after those; `prefixItems` is reported
    elif items is not None and items.list:
        refuse("items", items, report)
        items = None
    low, high = counts(schema, "minItems", "maxItems", report)
    return List(
        item=Anything() if items is None else inner(items),
        min_items=low or None,
        max_items=high,
        unique=flag(schema, "uniqueItems", report),
        span=schema.span,
    )


def object_type(
    schema: Node, inner: Inner, annotation: Annotation, report: Report
) -> Map | Object:
    """Return the type of the objects that *schema* describes.

    A required name that has no property gets a field of origin ``default``.
    """
    properties = schema.get("properties")
    if properties is not None and not properties.is_object:
        refuse("properties", properties, report)
    required = _required(schema, report)
    fields = [
        _field(name, node, inner, annotation, report, required=name in required)
        for name, node in (properties.items() if properties else ())
    ]
    known = {field.name for field in fields}
    fields += [
        Field(
            name=name, type=Anything(), required=True, origin="default", span=node.span
        )
        for name, node in required.items()
        if name not in known
    ]
    rest = schema.get("additionalProperties")
    additional = Anything() if rest is None else inner(rest)
    low, high = counts(schema, "minProperties", "maxProperties", report)
    low = low or None
    span = schema.span
    if not fields and not (rest is not None and rest.value is False):
        return Map(value=additional, min_properties=low, max_properties=high, span=span)
    return Object(
        fields=tuple(fields),
        additional=additional,
        min_properties=low,
        max_properties=high,
        span=span,
    )


def _field(
    name: str,
    schema: Node,
    inner: Inner,
    annotation: Annotation,
    report: Report,
    *,
    required: bool,
) -> Field:
    default = annotation(schema, "default")
    examples = annotation(schema, "examples")
    return Field(
        name=name,
        called=called(schema, "field", report),
        type=undescribed(inner(schema)),
        required=required,
        description=described(schema),
        default=None if default is None else Json.of(default.plain()),
        examples=json_list(examples),
        deprecated=is_true(annotation(schema, "deprecated")) or deprecated(schema),
        read_only=is_true(annotation(schema, "readOnly")),
        write_only=is_true(annotation(schema, "writeOnly")),
        origin=schema.origin,
        span=place(schema),
    )


def _required(schema: Node, report: Report) -> dict[str, Node]:
    node = schema.get("required")
    if node is None:
        return {}
    names = {item.text: item for item in node.list if item.text is not None}
    if len(names) < len(node.list) or not isinstance(node.value, list):
        refuse("required", node, report)
    return names
