"""Keywords of drafts before 2020-12, in the words of 2020-12."""

from __future__ import annotations

from collections.abc import Mapping

from specpress.tree import Node


def modern(schema: Node) -> Mapping[str, Node]:
    """Return the keywords of *schema*, an object, those of older drafts in new words.

    A list of ``items`` is ``prefixItems``, with ``additionalItems`` for the others;
    ``dependencies`` are ``dependentRequired`` and ``dependentSchemas``.
    """
    items, dependencies = schema.get("items"), schema.get("dependencies")
    members = dict(schema.map)
    if items is not None and isinstance(items.value, list):
        del members["items"]
        if "prefixItems" not in members:
            members["prefixItems"] = items
            if "additionalItems" in members:
                members["items"] = members.pop("additionalItems")
    if dependencies is not None and dependencies.is_object:
        del members["dependencies"]
        members = {**_dependencies(dependencies), **members}
    return members


def _dependencies(node: Node) -> dict[str, Node]:
    names = {k: v for k, v in node.items() if isinstance(v.value, list)}
    schemas = {k: v for k, v in node.items() if k not in names}
    both = {"dependentRequired": names, "dependentSchemas": schemas}
    return {
        key: Node(members, node.span, node.key_span, node.origin)
        for key, members in both.items()
        if members
    }
