"""``unevaluatedProperties`` and ``unevaluatedItems``: what no other keyword looked at."""

from __future__ import annotations

from typing import Final

from specpress.document.refs import Refs
from specpress.tree import Node

_KEYS: Final = ("unevaluatedProperties", "unevaluatedItems")
_CHOOSING: Final = frozenset("""
    anyOf oneOf if dependentSchemas dependencies additionalProperties patternProperties
    unevaluatedProperties $dynamicRef $recursiveRef
    """.split())
"""What makes the properties that were looked at depend on the value."""


def unevaluated(schema: Node) -> Node | None:
    """Return the first of the keywords that *schema* has, if it says anything."""
    nodes = (schema.get(key) for key in _KEYS)
    return next((n for n in nodes if n is not None and n.value is not True), None)


def is_fixed(schema: Node, refs: Refs) -> bool:
    """Return whether the properties that *schema* looks at are the same for all values.

    Then ``unevaluatedProperties`` says of objects what ``additionalProperties`` would,
    with the properties of its ``allOf`` and of what it refers to.
    """
    if "unevaluatedItems" in schema.map:
        return False
    queue, seen = [(schema, True)], set[int]()
    while queue:
        here, is_first = queue.pop()
        if id(here) in seen:
            continue
        seen.add(id(here))
        choosing = _CHOOSING - {"unevaluatedProperties"} if is_first else _CHOOSING
        if not choosing.isdisjoint(here.map):
            return False
        if (all_of := here.get("allOf")) is not None:
            queue += ((member, False) for member in all_of.list)
        if (ref := here.get("$ref")) is not None:
            target = refs.follow(ref, "any value is allowed")
            if target is not None:
                queue.append((target.node, False))
    return True
