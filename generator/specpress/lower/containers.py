"""Schemas of arrays and of objects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from specpress.diagnostics import Report
from specpress.document.dialects import deprecated
from specpress.ir.patterns import python_pattern
from specpress.ir.types import (
    Anything,
    Boolean,
    Field,
    Integer,
    List,
    Map,
    Number,
    Object,
    Pattern,
    String,
    Type,
)
from specpress.ir.values import Json
from specpress.lower.called import called
from specpress.lower.drafts import modern
from specpress.lower.keywords import counts, flag, refuse
from specpress.lower.places import is_true, json_list, place
from specpress.lower.prose import described
from specpress.lower.sure import confidence
from specpress.lower.titles import undescribed
from specpress.lower.told import is_deprecated, opened, told_of
from specpress.tree import Node

Inner: TypeAlias = Callable[[Node], Type]
"""What lowers a schema inside another."""

Annotation: TypeAlias = Callable[[Node, str], Node | None]
"""What finds the annotation of a schema, also behind a reference."""


def list_type(schema: Node, inner: Inner, report: Report) -> List:
    """Return the type of the arrays that *schema* describes."""
    prefix, items = positions(schema)
    low, high = counts(schema, "minItems", "maxItems", report)
    return List(
        item=Anything() if items is None else inner(items),
        prefix=tuple(inner(item) for item in prefix),
        min_items=low or None,
        max_items=high,
        unique=flag(schema, "uniqueItems", report),
        span=schema.span,
    )


def positions(schema: Node) -> tuple[Sequence[Node], Node | None]:
    """Return the schemas of the first items of arrays, and that of all others."""
    members = modern(schema)
    prefix = members.get("prefixItems")
    return (() if prefix is None else prefix.list), members.get("items")


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
    patterns = _patterns(schema, inner, report)
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
    closed = rest is not None and rest.value is False
    if not fields and (patterns or not closed):
        return Map(
            value=additional,
            patterns=patterns,
            min_properties=low,
            max_properties=high,
            span=span,
        )
    return Object(
        fields=tuple(fields),
        patterns=patterns,
        additional=additional,
        min_properties=low,
        max_properties=high,
        span=span,
    )


def _patterns(schema: Node, inner: Inner, report: Report) -> tuple[Pattern, ...]:
    node = schema.get("patternProperties")
    if node is not None and not node.is_object:
        refuse("patternProperties", node, report)
    members = node.items() if node is not None and node.is_object else ()
    return tuple(
        Pattern(pattern=pattern, type=undescribed(inner(each)))
        for pattern, each in members
        if python_pattern(pattern) is not None
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
    type_ = undescribed(inner(schema))
    scalar = isinstance(type_, String | Integer | Number | Boolean)
    told = told_of(schema)
    return Field(
        name=name,
        called=called(schema, "field", report),
        type=opened(type_, told),
        required=required,
        description=described(schema, name if scalar else None),
        default=None if default is None else Json.of(default.plain()),
        examples=json_list(examples),
        deprecated=is_true(annotation(schema, "deprecated"))
        or deprecated(schema)
        or is_deprecated(told),
        read_only=is_true(annotation(schema, "readOnly")),
        write_only=is_true(annotation(schema, "writeOnly")),
        told=told,
        confidence=confidence(schema),
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
