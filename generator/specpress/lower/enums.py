"""Schemas that list their values: ``enum`` and ``const``."""

from __future__ import annotations

from collections.abc import Sequence

from specpress.diagnostics import Report
from specpress.diagnostics.codes.lower import ENUM_VALUE
from specpress.ir.types import Boolean, Enum, Null, Type, Union
from specpress.ir.values import Json
from specpress.lower.keywords import brief, refuse
from specpress.lower.labels import labels
from specpress.lower.narrowed import narrowed
from specpress.tree import Node


def enum_type(schema: Node, kinds: Sequence[str], report: Report) -> Type | None:
    """Return the type of the values that *schema* lists; None when it lists none.

    *kinds* are the kinds of value that its ``type`` allows; all when empty.
    """
    listed = _listed(schema, report)
    if listed is None:
        return None
    values: dict[str, Json] = {}
    null = False
    for node in narrowed(schema, listed, report):
        if kinds and not any(_fits(node.value, kind) for kind in kinds):
            names = " or ".join(kinds)
            report.add(ENUM_VALUE.at(node.span, value=brief(node), type=names))
        elif node.value is None:
            null = True
        else:
            json = Json.of(node.plain())
            values.setdefault(_key(node, json), json)
    rest = _rest(schema, listed, tuple(values.values()), report)
    if rest is None:
        return Null(span=schema.span) if null else None
    return Union(members=(rest, Null()), span=schema.span) if null else rest


def _listed(schema: Node, report: Report) -> Sequence[Node] | None:
    const = schema.get("const")
    if const is not None:
        return [const]
    enum = schema.get("enum")
    if enum is None:
        return None
    if not enum.list:
        refuse("enum", enum, report)
        return None
    return enum.list


def _rest(
    schema: Node, listed: Sequence[Node], values: tuple[Json, ...], report: Report
) -> Type | None:
    """Return the type of *values*, those of *listed* but for null."""
    if not values:
        return None
    if {value.text for value in values} == {"true", "false"}:
        return Boolean(span=schema.span)
    return Enum(
        values=values,
        format=schema.get_text("format"),
        labels=labels(schema, listed, values, report),
        span=schema.span,
    )


def _key(node: Node, json: Json) -> str:
    """Return what is the same for equal values: 1 and 1.0 are."""
    value = node.value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.text


def _fits(value: object, kind: str) -> bool:
    match kind:
        case "null":
            return value is None
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            whole = isinstance(value, float) and value.is_integer()
            return whole or (isinstance(value, int) and not isinstance(value, bool))
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "string":
            return isinstance(value, str)
        case "array":
            return isinstance(value, list)
        case _:
            return isinstance(value, dict)
