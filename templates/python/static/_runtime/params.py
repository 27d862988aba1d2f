"""Arguments of an operation's parameters: checked, and ready for the wire."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import cast

from .missing import present
from .operation import Operation
from .types import Kind, ModelFactory
from .violation import Violation, required

_NATIVE: dict[Kind, tuple[type[object], str]] = {
    "string": (str, "must be a string"),
    "integer": (int, "must be an integer"),
    "number": (int, "must be a finite number"),
    "boolean": (bool, "must be a boolean"),
}


def param_values(
    operation: Operation[object],
    arguments: Mapping[str, object],
    violations: list[Violation],
    *,
    validate: bool,
) -> dict[str, object]:
    """Return the values to send by argument; add what is wrong to *violations*.

    Null is absent here: outside a body there is no way to write it.
    """
    given = {k: v for k, v in present(arguments).items() if v is not None}
    for param in operation.params:
        argument, name, location, kind, needed, *_ = param
        if argument not in given:
            if needed and (validate or location == "path"):
                violations.append(required(argument, name))
        elif validate and kind != "rich" and not _fits(kind, given[argument]):
            message, value = _NATIVE[kind][1], given[argument]
            violations.append(Violation(argument, name, "type", message, value))
    if validate and operation.params_model:
        names = {p.argument: p.name for p in operation.params if p.kind == "rich"}
        rich = {argument: given[argument] for argument in names if argument in given}
        given |= _checked(operation.params_model, rich, names, violations)
    return given


def _fits(kind: Kind, value: object) -> bool:
    """Return whether *value* is of *kind*: a boolean is no number, nor is infinity."""
    if isinstance(value, bool):
        return kind == "boolean"
    if isinstance(value, float):
        return kind == "number" and isfinite(value)
    return isinstance(value, _NATIVE[kind][0])


def _checked(
    model: ModelFactory,
    values: dict[str, object],
    names: Mapping[str, str],
    violations: list[Violation],
) -> dict[str, object]:
    """Return *values* as JSON has them once *model* has checked them."""
    # Imported here so that start-up stays fast: it loads pydantic.
    from .schema import Invalid, as_violation, schema

    try:
        checked = schema(model).checked(values, by_name=True)
    except Invalid as invalid:
        for problem in invalid.problems:
            argument, *rest = problem.path
            if argument in values:
                path = (names[str(argument)], *rest)
                violations.append(as_violation(problem, str(argument), path))
        return {}
    return cast("dict[str, object]", checked)
