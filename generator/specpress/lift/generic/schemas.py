"""What a page says of parameters and properties to schemas (JSON Schema 2020-12)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Final, cast

from specpress.lift.generic.context import Context
from specpress.lift.generic.facts import Fact
from specpress.lift.generic.typed import Schema
from specpress.lift.generic.typewords import read_type
from specpress.source import Span
from specpress.tree import Node

CONFIDENCE: Final = "x-specpress-confidence"
"""The extension that tells how certain, from 0 to 1, each part of a fact is."""


def settle(facts: Sequence[Fact], context: Context, *, column: bool = False) -> None:
    """Say of each of *facts* without a mark whether it is required.

    Where some are marked as optional, the others are required, and the other way
    round; where none has a mark, what the page does elsewhere counts.
    """
    marks = [fact.required for fact in facts if fact.marked]
    usual = context.convention
    if column or (True in marks and False in marks):
        usual = False
    elif marks:
        usual = not marks[0]
    for fact in facts:
        if fact.required is None:
            fact.required = bool(usual)
            if usual is None:
                fact.doubt("required", 0.6)
        settle(fact.children, context)


def object_schema(facts: Iterable[Fact], span: Span, context: Context) -> Node:
    """Return the schema of an object that has *facts* as its properties."""
    members: dict[str, Node] = {}
    required: list[str] = []
    for fact in facts:
        if fact.name in members:
            continue
        members[fact.name] = property_schema(fact, context)
        if fact.required:
            required.append(fact.name)
    made: dict[str, object] = {"type": "object", "properties": Node(members, span)}
    if required:
        made["required"] = required
    return Node.of(made, span)


def property_schema(fact: Fact, context: Context) -> Node:
    """Return the schema of *fact* with what describes it."""
    schema = value_schema(fact, context)
    if fact.description:
        schema["description"] = fact.description
    if fact.read_only:
        schema["readOnly"] = True
    if fact.write_only:
        schema["writeOnly"] = True
    if fact.deprecated:
        schema["deprecated"] = True
    if fact.sure:
        schema[CONFIDENCE] = dict(sorted(fact.sure.items()))
    return Node.of(schema, fact.span, fact.span, "prose" if fact.sure else "stated")


def value_schema(fact: Fact, context: Context) -> Schema:
    """Return what values of *fact* are."""
    for text, span in fact.unread:
        context.lost.append((f"{fact.name}: {text}"[:80], fact.path, span))
    fact.unread.clear()
    schema: Schema = dict(_meant(fact, context) or {})
    if fact.schema is not None and fact.sure.get("type", 1.0) < context.threshold:
        place = fact.type_span or fact.span
        context.unsure.append((fact.name, "the type", fact.sure["type"], place))
        schema = {}
    if fact.children:
        schema = _with_children(schema, fact, context)
    if fact.values:
        schema = _with_values(schema, fact)
    if fact.limits and "$ref" in schema:
        said = ", ".join(f"{k}: {v}" for k, v in fact.limits.items())
        context.lost.append((f"{fact.name}: {said}"[:80], fact.path, fact.span))
    else:
        schema.update(fact.limits)
    if not schema and isinstance(fact.default, bool | int | float):
        kinds = {bool: "boolean", int: "integer", float: "number"}
        schema["type"] = kinds[type(fact.default)]
        fact.doubt("type", 0.7)
    if fact.nullable:
        schema = nullable(schema)
    if fact.default is not None:
        schema["default"] = fact.default
    if fact.example is not None:
        schema["examples"] = [fact.example]
    return schema


def _meant(fact: Fact, context: Context) -> Schema | None:
    """Return the type of *fact*, now that the names of objects are known."""
    names = context.known.intersection(re.findall(r"\w+", fact.type_text))
    if not names:
        return fact.schema
    read = read_type(fact.type_text, context.known)
    return read.schema if read.schema is not None else fact.schema


def nullable(schema: Schema) -> Schema:
    """Return *schema* with null allowed."""
    kind = schema.get("type")
    if isinstance(kind, str):
        return {**schema, "type": [kind, "null"]}
    if "oneOf" in schema:
        return {
            **schema,
            "oneOf": [*cast("list[object]", schema["oneOf"]), {"type": "null"}],
        }
    return {"oneOf": [schema, {"type": "null"}]} if schema else schema


def _with_children(schema: Schema, fact: Fact, context: Context) -> Schema:
    inner = object_schema(fact.children, fact.span, context)
    if schema.get("type") == "array":
        return _in_items(schema, inner)
    if schema.get("type") in (None, "object", "string"):
        return (
            {**{k: v for k, v in schema.items() if k != "type"}, **inner.map}
            if "$ref" not in schema
            else dict(inner.map)
        )
    return schema


def _in_items(schema: Schema, inner: Node) -> Schema:
    items = schema.get("items")
    if isinstance(items, dict) and cast("Schema", items).get("type") == "array":
        return {**schema, "items": _in_items(cast("Schema", items), inner)}
    return {**schema, "items": inner}


def _with_values(schema: Schema, fact: Fact) -> Schema:
    values = list({json.dumps(value): value for value in fact.values}.values())
    if schema.get("type") == "array":
        items = cast("Schema", schema.get("items") or {"type": "string"})
        return {**schema, "items": {**(items or {"type": "string"}), "enum": values}}
    kind = "string"
    for name, type_ in (("integer", int), ("boolean", bool)):
        if all(type(value) is type_ for value in values):
            kind = name
    return {"type": kind, **schema, "enum": values}
