"""Values that Swagger UI draws branch by branch."""

from __future__ import annotations

import json
from typing import Final

from specpress.lift.swaggerui.dom import own, words
from specpress.readers.element import Element
from specpress.tree import Node

BASE: Final = "json-schema-2020-12"
KEYWORD: Final = f"{BASE}-keyword--"
"""What the classes of all parts of these trees, and of keywords, begin with."""


def json_of(element: Element) -> Node:
    """Return the value that a viewer of JSON shows, branch by branch."""
    value = next(
        (each for each in own(element) if each.has(f"{BASE}-json-viewer__value")), None
    )
    children = [
        item
        for each in own(element, f"{BASE}-json-viewer__children")
        if each.has(f"{BASE}-json-viewer__children")
        for item in each.children
    ]
    if children:
        pairs = [_pair(item) for item in children]
        if all(name.startswith("#") for name, _ in pairs):
            return Node([node for _, node in pairs], element.span)
        return Node(dict(pairs), element.span)
    if value is None:
        return Node([], element.span)
    text, span = words(value)
    try:
        return Node.of(json.loads(text), span)
    except ValueError:
        return Node(text, span)


def _pair(item: Element) -> tuple[str, Node]:
    name = item.first(f"{BASE}-json-viewer__name")
    return (words(name)[0] if name else ""), json_of(item)


def discriminator_of(element: Element) -> Node:
    """Return the Discriminator Object (OpenAPI 3.1.0, 4.8.25)."""
    muted = element.first(f"{BASE}__attribute--muted")
    name = Node(*words(muted or element))
    members = {"propertyName": name}
    mapping: dict[str, Node] = {}
    for each in element.walk():
        key = each.first(f"{BASE}-keyword__name") if each.tag == "div" else None
        value = each.first(f"{BASE}-keyword__value") if each.tag == "div" else None
        if (
            key is not None
            and value is not None
            and not each.has(f"{KEYWORD}discriminator")
        ):
            mapping[words(key)[0]] = Node(*words(value))
    if mapping:
        members["mapping"] = Node(mapping, element.span)
    return Node(members, element.span)
