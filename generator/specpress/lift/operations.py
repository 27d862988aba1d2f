"""The operations of a lifted document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from specpress.tree import Node


@dataclass(frozen=True, slots=True)
class Found:
    """An operation, with the path item that it stands in."""

    path: str
    method: str
    item: Node
    operation: Node

    @property
    def id(self) -> str:
        """The operationId, empty when there is none."""
        return self.operation.get_text("operationId") or ""


def operations(document: Node) -> Iterator[Found]:
    """Yield all operations of *document*, in its order."""
    for path, item in document.map["paths"].items():
        for method, operation in item.items():
            if method != "parameters":
                yield Found(path, method, item, operation)
