"""Schemas of samples: what a value tells of its type."""

from __future__ import annotations

from specpress.tree import Node


def sampled(value: Node) -> Node:
    """Return a schema that *value* is valid under, marked as derived from an example.

    It has the types of fields and items; no field is required, as a sample does not
    tell. A list takes its items from the first one.
    """
    return Node.of(_schema(value), value.span, origin="example")


def _schema(value: Node) -> dict[str, object]:
    match value.value:
        case bool():
            return {"type": "boolean"}
        case int():
            return {"type": "integer"}
        case float():
            return {"type": "number"}
        case str():
            return {"type": "string"}
        case None:
            return {}
        case list():
            items = _schema(value.list[0]) if value.list else {}
            return {"type": "array", "items": items}
        case dict():
            fields = {
                name: Node.of(_schema(each), each.span, each.key_span, "example")
                for name, each in value.items()
            }
            return (
                {"type": "object", "properties": fields}
                if fields
                else {"type": "object"}
            )
