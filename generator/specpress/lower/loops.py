"""References that say something about the same value: whether they come back to it, and
which have to be known first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from specpress.document.refs import pointed
from specpress.tree import Node


@dataclass(frozen=True, slots=True)
class Loops:
    """Which references of *document* mean themselves.

    One does when the way back goes over references, ``allOf``, ``anyOf`` and ``oneOf``
    only. Over properties and items it is fine: that is a recursive type.
    """

    document: Node
    _free: set[int] = field(default_factory=set[int])

    def has(self, schema: Node) -> bool:
        """Return whether *schema*, a reference, is part of a loop."""
        ahead: dict[int, list[int]] = {}
        queue = [schema]
        while queue:
            node = queue.pop()
            if id(node) not in ahead and id(node) not in self._free:
                nodes = list(_alternatives(node, self.document))
                ahead[id(node)] = [id(each) for each in nodes]
                queue += nodes
        if any(id(schema) in targets for targets in ahead.values()):
            return True
        self._set_free(ahead)
        return False

    def _set_free(self, ahead: dict[int, list[int]]) -> None:
        """Remember the nodes of *ahead* from which no way leads into a loop, so that no
        way is gone twice."""
        behind: dict[int, list[int]] = defaultdict(list)
        left: dict[int, int] = {}
        for node, targets in ahead.items():
            blocked = [target for target in targets if target not in self._free]
            left[node] = len(blocked)
            for target in blocked:
                behind[target].append(node)
        queue = [node for node, count in left.items() if not count]
        while queue:
            node = queue.pop()
            self._free.add(node)
            for each in behind[node]:
                left[each] -= 1
                if not left[each]:
                    queue.append(each)


def needed_first(pointer: str, document: Node) -> list[str]:
    """Return the pointers that the schema at *pointer* is merged of, each after those
    that it is merged of itself; *pointer* comes last."""
    done: dict[str, None] = {}
    begun: set[str] = set()
    stack = [pointer]
    while stack:
        here = stack[-1]
        node = pointed(document, here)
        ahead = [] if node is None or here in begun else list(_merged(node))
        begun.add(here)
        if left := [each for each in ahead if each not in begun]:
            stack += left
        else:
            done[stack.pop()] = None
    return list(done)


def _merged(schema: Node) -> Iterator[str]:
    """Yield the pointers that *schema* refers to itself, or in its ``allOf``."""
    queue = [schema]
    while queue:
        node = queue.pop()
        if (pointer := _pointer(node)) is not None:
            yield pointer
        if (all_of := node.get("allOf")) is not None:
            queue += all_of.list


def _alternatives(schema: Node, document: Node) -> Iterator[Node]:
    """Yield the schemas that say something about the same value as *schema*."""
    for key in ("allOf", "anyOf", "oneOf"):
        if (members := schema.get(key)) is not None:
            yield from members.list
    pointer = _pointer(schema)
    target = None if pointer is None else pointed(document, pointer)
    if target is not None:
        yield target


def _pointer(schema: Node) -> str | None:
    """Return the pointer that *schema* refers to, when it is one into its document."""
    ref = schema.get_text("$ref")
    local = ref is not None and ref.startswith("#") and ref[1:2] in ("", "/")
    return unquote(ref[1:]) if ref is not None and local else None
