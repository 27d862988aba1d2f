"""Arguments of an operation's parameters: checked, and ready for the wire."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

from .json import is_object, plain
from .missing import present
from .operation import Operation, Param
from .plan import plan, schema
from .types import Kind
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
        if (value := given.get(param.argument)) is None:
            if param.required and (validate or param.location == "path"):
                violations.append(required(param.argument, param.name))
        elif not validate:
            given[param.argument] = _unchecked(param, value, violations)
        elif param.kind != "rich" and not _fits(param.kind, value):
            violations.append(param.violation("type", _NATIVE[param.kind][1], value))
    if validate and operation.params_model:
        given |= _rich(operation, given, violations)
    return given


def _fits(kind: Kind, value: object) -> bool:
    """Return whether *value* is of *kind*: a boolean is no number, nor is infinity."""
    if isinstance(value, bool):
        return kind == "boolean"
    if isinstance(value, float):
        return kind == "number" and isfinite(value)
    return isinstance(value, _NATIVE[kind][0])


def _unchecked(param: Param, value: object, violations: list[Violation]) -> object:
    """Return *value* as JSON has it, whatever it is."""
    try:
        return plain(value)
    except ValueError as error:
        violations.append(param.violation("type", str(error), value))
        return None


def _rich(
    operation: Operation[object],
    given: dict[str, object],
    violations: list[Violation],
) -> dict[str, object]:
    """Return those of *given* that the parameters' model checks, as JSON has them."""
    names = plan(operation).rich
    values = {name: given[name] for name in names if name in given}
    if not values or operation.params_model is None:
        return {}
    checked, problems = schema(operation.params_model).checked(values, by_name=True)
    for problem in problems:
        argument = str(problem.path[0])
        if argument in values:  # the others are known to be missing
            place = (names[argument], *problem.path[1:])
            violations.append(problem._replace(path=place).violation(argument))
    return checked if is_object(checked) else {}
