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

_LIMITS: dict[Kind, int] = {"int32": 2**31, "int64": 2**63}
_NATIVE: dict[Kind, tuple[type[object], str]] = {
    "string": (str, "must be a string"),
    "integer": (int, "must be an integer"),
    "int32": (int, "must be an integer"),
    "int64": (int, "must be an integer"),
    "number": (int, "must be a finite number"),
    "boolean": (bool, "must be a boolean"),
}
_WHOLE = frozenset[Kind](("integer", "int32", "int64"))


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
            violations.append(param.violation(*fault, value))
            del given[param.argument]
        elif isinstance(value, float) and param.kind in _WHOLE:
            given[param.argument] = int(value)
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
    for param in operation.params:
        if param.style == "json" and param.argument in given:
            given[param.argument] = json_text(given[param.argument])
    return given


def _fault(kind: Kind, value: object) -> tuple[str, str] | None:
    """Return the rule that *value* breaks, and what is wrong with it.

    A boolean is no number, nor is infinity; ``1.0`` is an integer.
    """
    if kind == "rich":
        return None
    type_, message = _NATIVE[kind]
    fits = isinstance(value, type_)
    if isinstance(value, bool):
        fits = kind == "boolean"
    elif isinstance(value, float):
        whole = kind in _WHOLE and value.is_integer()
        fits = whole or (kind == "number" and isfinite(value))
    if fits and kind in _LIMITS and isinstance(value, int | float):
        limit = _LIMITS[kind]
        if value < -limit:
            return "minimum", f"must be at least {-limit}"
        if value >= limit:
            return "maximum", f"must be at most {limit - 1}"
    return None if fits else ("type", message)


def _unplain(value: object) -> tuple[str, str] | None:
    """Return what is wrong with a *value* that nobody checked: JSON has none for it."""
    try:
        json_text(value)
    except ValueError as error:
        return "type", str(error)
    return None
