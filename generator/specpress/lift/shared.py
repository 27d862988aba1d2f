"""Parameters that all operations of a path share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from specpress.lift.operations import Found
from specpress.tree import Node

Key = tuple["str | None", "str | None"]


def items(found: Mapping[str, Mapping[str, Found]]) -> dict[str, Node]:
    """Return the path items of the operations in *found*, by path and method.

    A parameter of a path item stays there when every operation of the path has it;
    else it goes to those operations whose pages show it.
    """
    return {path: _item(methods) for path, methods in found.items()}


def _item(methods: Mapping[str, Found]) -> Node:
    first = next(iter(methods.values()))
    every = [_keys(each) for each in methods.values()]
    common = every[0].intersection(*every)
    shared: dict[Key, Node] = {}
    members: dict[str, Node] = {}
    for method, each in methods.items():
        operation = each.operation
        own = list(_parameters(operation))
        for parameter in _parameters(each.item):
            if _key(parameter) in common:
                shared.setdefault(_key(parameter), parameter)
            else:
                own.append(parameter)
        if len(own) > len(list(_parameters(operation))):
            rest = {**operation.map, "parameters": Node(own)}
            operation = Node(rest, operation.span, operation.key_span)
        members[method] = operation
    if shared:
        members = {"parameters": Node(list(shared.values())), **members}
    return Node(members, first.item.span, first.item.key_span)


def _keys(found: Found) -> set[Key]:
    both = (*_parameters(found.item), *_parameters(found.operation))
    return {_key(parameter) for parameter in both}


def _parameters(holder: Node) -> Iterable[Node]:
    parameters = holder.get("parameters")
    return parameters.list if parameters else ()


def _key(parameter: Node) -> Key:
    return parameter.get_text("in"), parameter.get_text("name")
