"""Strongly connected components: which named types must live in one module."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def components(graph: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Return the strongly connected components of *graph*, each after those it needs.

    *graph* maps a node to those it points at; targets that are no keys are left out.
    Members keep the graph's order. Tarjan's algorithm, without recursion.

    >>> components({"a": ["b"], "b": ["a", "c"], "c": []})
    [('c',), ('a', 'b')]
    """
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    held: set[str] = set()
    found: list[tuple[str, ...]] = []
    rank = {node: place for place, node in enumerate(graph)}
    for root in graph:
        if root in order:
            continue
        work = [(root, iter(graph[root]))]
        order[root] = low[root] = len(order)
        stack.append(root)
        held.add(root)
        while work:
            node, targets = work[-1]
            new = next((t for t in targets if t in graph and t not in order), None)
            if new is not None:
                order[new] = low[new] = len(order)
                stack.append(new)
                held.add(new)
                work.append((new, iter(graph[new])))
                continue
            work.pop()
            reached = [low[t] for t in graph[node] if t in held]
            low[node] = min([low[node], *reached])
            if low[node] == order[node]:
                cut = stack.index(node)
                members = sorted(stack[cut:], key=rank.__getitem__)
                held.difference_update(members)
                del stack[cut:]
                found.append(tuple(members))
    return found
