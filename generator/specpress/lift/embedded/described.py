"""What a description is, and what is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specpress.document.version import version_of
from specpress.source import Span
from specpress.tree import Node

_VERSIONED: Final = re.compile(r"v?[123](?:\.|\Z)")
_PARTS: Final = frozenset(("paths", "webhooks", "components", "definitions"))
_TOPS: Final = ("paths", "webhooks")
_OPERATION: Final = 3  # paths, path, method


def is_description(node: Node) -> bool:
    """Return whether *node* is an OpenAPI or Swagger document."""
    if not node.is_object or _PARTS.isdisjoint(node.map):
        return False
    return _VERSIONED.match(version_of(node)[0]) is not None


def holds_operations(description: Node, span: Span) -> bool:
    """Return whether what is at *span* in *description* may be operations or parameters."""
    keys: list[str] = []
    node: Node | None = description
    while node is not None:
        inner = [*node.items(), *(("", item) for item in node.list)]
        found = next((each for each in inner if within(span, each[1].span)), None)
        node = found[1] if found else None
        keys += [found[0]] if found else []
    if not keys:
        return True
    return keys[-1] == "parameters" or (keys[0] in _TOPS and len(keys) <= _OPERATION)


def is_hollow(description: Node) -> bool:
    """Return whether *description* says nothing of any operation or schema."""
    parts = (description.get(key) for key in _PARTS)
    return not any(part.map for part in parts if part is not None)


def descriptions_in(node: Node) -> Iterator[Node]:
    """Yield the outermost descriptions in *node*."""
    queue = [node]
    while queue:
        each = queue.pop()
        if is_description(each):
            yield each
        else:
            queue += reversed([*each.map.values(), *each.list])


def within(inner: Span, outer: Span) -> bool:
    """Return whether *inner* is a part of *outer*."""
    same = inner.file == outer.file
    return same and outer.start <= inner.start and inner.end <= outer.end
