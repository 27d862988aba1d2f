"""Conditions between arguments in the operations' table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specpress.emit.python.plan import OperationPlan
from specpress.emit.python.shape import bracketed, string
from specpress.ir.conditions import Condition, conditions_of
from specpress.ir.types import Told

_KNOWN: Final = frozenset(
    "ignored overrides exclusive either required only needs".split()
)
"""The rules that the runtime can check; what else is told is documentation."""


def planned_conditions(plan: OperationPlan) -> tuple[Condition, ...]:
    """Return the conditions that calls of *plan* are held to.

    Fields of the body are called as on the wire there, parameters as in Python.
    """
    names = {argument.wire: argument.name for argument in plan.parameters}
    body = plan.body
    if body is not None and body.spread:
        names |= {field.name: field.name for field in body.spread.fields}
    found = conditions_of(_told(plan), names)
    return tuple(each for each in found if each.rule in _KNOWN)


def conditions(found: tuple[Condition, ...], indent: int) -> str:
    """Return the expression that checks what was *found*, to stand at column *indent*."""
    items = [_condition(each, indent + 4) for each in found]
    return bracketed("conditions=Conditions(", items, ")", indent=indent)


def _condition(condition: Condition, indent: int) -> str:
    others = ", ".join(map(string, condition.others))
    comma = "," if len(condition.others) == 1 else ""
    items = [string(condition.rule), string(condition.name), f"({others}{comma})"]
    items.append(string(condition.sentence))
    if condition.values:
        values = ", ".join(map(string, condition.values))
        comma = "," if len(condition.values) == 1 else ""
        items.append(f"({values}{comma})")
    if condition.strict:
        items.append("strict=True")
    return bracketed("Condition(", items, ")", indent=indent)


def _told(plan: OperationPlan) -> Iterator[Told]:
    for parameter in plan.operation.parameters:
        yield from parameter.told
    if plan.body is not None and plan.body.spread:
        for field in plan.body.spread.fields:
            yield from field.told
