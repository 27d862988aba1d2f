"""References to models, which a page may name in another spelling, or not have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import MODEL_MISSING
from specpress.tree import Node

_POINTER: Final = re.compile(r"(?:[^#]*)#/(?:components/schemas|definitions)/([^/]+)")


def closed(node: Node, models: Mapping[str, Node], report: Report) -> Node:
    """Return *node* with all its references to models that there are.

    A documentation tool may spell a model's name in its own way: letters and digits
    tell which it is. What no page describes accepts any value, and is reported once.
    """
    names: dict[str, str] = {}
    for name in models:
        names.setdefault(_letters(name), name)
    return _Closer(models, names, report).close(node)


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()


class _Closer:
    def __init__(
        self, models: Mapping[str, Node], names: Mapping[str, str], report: Report
    ) -> None:
        self._models = models
        self._names = names
        self._report = report
        self._told: set[str] = set()

    def close(self, node: Node) -> Node:
        """Return *node* with its references, and those inside it, closed."""
        pointer = node.get_text("$ref")
        found = _POINTER.fullmatch(pointer) if pointer else None
        if found is not None:
            return self._closed(node, found[1])
        if node.is_object:
            members = {key: self.close(each) for key, each in node.items()}
            return Node(members, node.span, node.key_span, node.origin, node.raw)
        if node.list:
            items = [self.close(each) for each in node.list]
            return Node(items, node.span, node.key_span, node.origin, node.raw)
        return node

    def _closed(self, node: Node, token: str) -> Node:
        shown = token.replace("~1", "/").replace("~0", "~")
        name = shown if shown in self._models else self._names.get(_letters(shown))
        if name is None:
            if shown not in self._told:
                self._told.add(shown)
                self._report.add(MODEL_MISSING.at(node.span, name=shown))
            return Node({}, node.span, node.key_span, "default")
        escaped = name.replace("~", "~0").replace("/", "~1")
        target = Node(f"#/components/schemas/{escaped}", node.map["$ref"].span)
        return Node({**node.map, "$ref": target}, node.span, node.key_span)
