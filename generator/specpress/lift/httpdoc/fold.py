"""One definition out of several that different pages give."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specpress.lift.httpdoc.subschemas import rebuilt
from specpress.tree import Node

_PREFIX: Final = "#/components/schemas/"


def agreed(found: Mapping[str, list[Node]]) -> dict[str, Node]:
    """Return one schema for each name in *found*, which has all that pages show.

    Pages cut mutual recursion off at different places, so two definitions of one
    schema may differ in what is written out. Those are folded: what another name
    stands for becomes a reference to it, until the definitions agree. If they never
    do, the one that says most is kept.
    """
    if all(len({_print(each) for each in nodes}) == 1 for nodes in found.values()):
        return {name: nodes[0] for name, nodes in sorted(found.items())}
    folded = {name: list(nodes) for name, nodes in found.items()}
    for _ in range(len(folded) + 1):
        names = {_print(each): name for name, nodes in folded.items() for each in nodes}
        folded = {
            name: [_folded(each, names, outermost=True) for each in nodes]
            for name, nodes in folded.items()
        }
    return {
        name: max(nodes, key=lambda node: (len(_print(node)), _print(node)))
        for name, nodes in sorted(folded.items())
    }


def _folded(node: Node, names: Mapping[str, str], *, outermost: bool = False) -> Node:
    """Return *node* with the schemas in it that have a name referred to."""
    name = None if outermost else names.get(_print(node))
    if name is not None:
        ref = Node(f"{_PREFIX}{name}", node.span, origin="default")
        return Node({"$ref": ref}, node.span, node.key_span, "default")
    return rebuilt(node, lambda child: _folded(child, names))


def _print(node: Node) -> str:
    return repr(node.plain())
