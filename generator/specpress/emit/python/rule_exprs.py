"""Rules of types as expressions: JSON Schema text that Python can run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final, cast

from specpress.emit.python.shape import string
from specpress.ir.patterns import python_pattern
from specpress.ir.types import Enum, Number, Object, Rule, Type

_DATA: Final = frozenset(("enum", "const"))


def rules_of(type_: Type) -> tuple[Rule, ...]:
    """Return the rules of *type_*, with those that its expression can't say itself."""
    return (*type_.rules, *_unsaid(type_))


def is_literal(type_: Enum) -> bool:
    """Return whether ``Literal`` can say the values of *type_*."""
    values = (value.value for value in type_.values)
    return all(isinstance(v, str | bool | int | None) for v in values)


def rules_expr(rules: tuple[Rule, ...]) -> str:
    """Return the expression that makes values meet *rules*."""
    texts = dict.fromkeys(runnable(rule.schema.value) for rule in rules)
    return f"Rules({', '.join(map(string, texts))})"


def runnable(schema: object) -> str:
    """Return *schema* as JSON text, its patterns in the words of Python's ``re``."""
    made = _runnable(schema)
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def _runnable(schema: object) -> object:
    if isinstance(schema, list):
        return [_runnable(item) for item in cast("list[object]", schema)]
    if not isinstance(schema, dict):
        return schema
    made: dict[str, object] = {}
    for key, value in cast("dict[str, object]", schema).items():
        if key in _DATA:
            made[key] = value
        elif key == "pattern" and isinstance(value, str):
            made[key] = python_pattern(value) or value
        elif key == "patternProperties" and isinstance(value, dict):
            members = cast("dict[str, object]", value).items()
            made[key] = {python_pattern(k) or k: _runnable(v) for k, v in members}
        else:
            made[key] = _runnable(value)
    return made


def _unsaid(type_: Type) -> Iterator[Rule]:
    """Yield the constraints of *type_* that pydantic has no word for, or another one."""
    match type_:
        case Enum() if not is_literal(type_):
            yield Rule.of({"enum": [value.value for value in type_.values]})
        case Number(multiple_of=int() | float() as step):
            yield Rule.of({"multipleOf": step})  # pydantic's is not exact
        case Object(min_properties=low, max_properties=high):
            if low is not None:
                yield Rule.of({"minProperties": low})
            if high is not None:
                yield Rule.of({"maxProperties": high})
        case _:
            pass
