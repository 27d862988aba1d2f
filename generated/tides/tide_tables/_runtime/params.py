"""Arguments of an operation's parameters: checked, and ready for the wire."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

from .json import json_text, plain
from .missing import present
from .operation import Operation
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
        elif fault := _fault(param.kind, value) if validate else _unplain(value):
            violations.append(param.violation("type", fault, value))
            del given[param.argument]
        elif not validate:
            given[param.argument] = plain(value)
    if validate and operation.params_model:
        for argument, name in plan(operation).rich.items():
            if argument in given:
                known = schema(operation.params_model).fields[argument]
                value, problems = known.checked(given.pop(argument))
                if not problems:
                    given[argument] = value
                violations += [
                    problem.violation(argument, name) for problem in problems
                ]
    return given


def _fault(kind: Kind, value: object) -> str | None:
    """Return what is wrong with *value*: a boolean is no number, nor is infinity."""
    if kind == "rich":
        return None
    type_, message = _NATIVE[kind]
    fits = isinstance(value, type_)
    if isinstance(value, bool):
        fits = kind == "boolean"
    elif isinstance(value, float):
        fits = kind == "number" and isfinite(value)
    return None if fits else message


def _unplain(value: object) -> str | None:
    """Return what is wrong with a *value* that nobody checked: JSON has none for it."""
    try:
        json_text(value)
    except ValueError as error:
        return str(error)
    return None
