"""Selecting nodes by JSONPath (RFC 9535): the only user of the JSONPath library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from specpress.diagnostics import Report
from specpress.diagnostics.codes.overlay import BAD_PATH
from specpress.tree import Node

if TYPE_CHECKING:
    from jsonpath_rfc9535 import JSONPathEnvironment, JSONValue

Place: TypeAlias = tuple[str | int, ...]
"""Where a node stands: the keys and indexes from the root."""

_DEPTH: Final = (
    400  # of what a query visits; the library's own limit of 100 is soon reached
)


class Selector:
    """Queries over documents of which one is made from the other, piece by piece."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._views: dict[int, tuple[Node, JSONValue]] = {}

    def select(self, path: Node, document: Node) -> Sequence[Place] | None:
        """Return the places of *document* that the query in *path* selects, each once.

        None, with the reason reported, when it is no query of RFC 9535.
        """
        from jsonpath_rfc9535 import JSONPathError  # only where there are overlays

        try:
            found = _environment().find(path.text or "", self._view(document))
        except (JSONPathError, RecursionError) as error:
            reason = str(error).split(", line ")[0] or "it goes too deep"
            self._report.add(BAD_PATH.at(path.span, path=path.text, reason=reason))
            return None
        return tuple(dict.fromkeys(node.location for node in found))

    def _view(self, node: Node) -> JSONValue:
        """Return the plain value of *node*, made once for each node that lives on."""
        match node.value:
            case dict() | list():
                pass
            case scalar:
                return scalar
        known = self._views.get(id(node))
        if known is None:
            known = (node, self._made(node))  # with the node, so that its id stays its
            self._views[id(node)] = known
        return known[1]

    def _made(self, node: Node) -> JSONValue:
        if node.is_object:
            return {key: self._view(member) for key, member in node.items()}
        return [self._view(item) for item in node.list]


def at(document: Node, place: Place) -> Node:
    """Return the node of *document* at *place*, where there is one."""
    node = document
    for token in place:
        node = node.list[token] if isinstance(token, int) else node.map[token]
    return node


def _environment() -> JSONPathEnvironment:
    from jsonpath_rfc9535 import JSONPathEnvironment  # see above

    environment = JSONPathEnvironment()
    environment.max_recursion_depth = _DEPTH
    return environment
