"""Schemas written out in operations, as the components that they are."""

from __future__ import annotations

from collections.abc import Mapping

from specpress.tree import Node, escape


def adopted(schemas: Mapping[str, Node], written: list[Node]) -> dict[str, Node]:
    """Return *schemas*, with those of *written* in place of the tables they belong to.

    The tool writes the schema of a body or response out whole when it is a component,
    and a table of fields for each component. A schema belongs to a table when both have
    the same fields of the same types, and no other table and no other schema fits: it
    says what the table leaves out (required fields, constraints, listed values).
    """
    fits: dict[str, list[Node]] = {}
    for schema in written:
        names = [name for name, table in schemas.items() if _fits(table, schema)]
        if len(names) == 1:
            alike = fits.setdefault(names[0], [])
            if all(each.plain() != schema.plain() for each in alike):
                alike.append(schema)
    return {
        name: fits[name][0] if len(fits.get(name, ())) == 1 else table
        for name, table in schemas.items()
    }


def referring(node: Node, names: Mapping[str, Node]) -> Node:
    """Return *node* with a reference wherever a schema is one of *names*."""
    for name, schema in names.items():
        if node.value is schema.value:
            ref = Node(f"#/components/schemas/{escape(name)}", node.span)
            return Node({"$ref": ref}, node.span, node.key_span)
    match node.value:
        case dict():
            members = {key: referring(each, names) for key, each in node.items()}
            return Node(members, node.span, node.key_span, node.origin)
        case list():
            items = [referring(each, names) for each in node.list]
            return Node(items, node.span, node.key_span, node.origin)
        case _:
            return node


def _fits(table: Node, schema: Node) -> bool:
    shown, fields = table.get("properties"), schema.get("properties")
    if shown is None or fields is None or set(shown.map) != set(fields.map):
        return False
    return all(_alike(each, fields.map[name]) for name, each in shown.items())


def _alike(shown: Node, field: Node) -> bool:
    """Return whether the table's *shown* says the same as *field*, as far as it goes."""
    for key in ("$ref", "type", "format"):
        if shown.get_text(key) != field.get_text(key) and key in shown.map:
            listed = field.get("type")
            return key == "type" and listed is not None and bool(listed.list)
    return True
