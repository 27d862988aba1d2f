"""Afterwards what the description wants two things beside each other called differs
from each other, and from the names that others have of themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.diagnostics.codes.dialects import TAKEN
from specpress.ir.nodes import Api, Operation, Parameter
from specpress.ir.types import Field, Object, Type
from specpress.ir.walk import map_types
from specpress.ir.words import fold

_Named = TypeVar("_Named", Operation, Parameter, Field)


def settle_names(api: Api, report: Report) -> Api:
    """Return *api* without the wanted names of operations, parameters and fields that
    can't all be given; each is reported."""

    def with_fields(type_: Type) -> Type:
        if not isinstance(type_, Object):
            return type_
        return replace(type_, fields=_settled(type_.fields, _name, report))

    operations = _settled(api.operations, lambda op: op.id, report, _home)
    return map_types(
        replace(
            api,
            operations=tuple(
                replace(op, parameters=_settled(op.parameters, _name, report))
                for op in operations
            ),
        ),
        with_fields,
    )


def _name(named: Parameter | Field) -> str:
    return named.name


def _home(operation: Operation) -> str:
    """Return what *operation* hangs on, as far as the description says."""
    return operation.group or next(iter(operation.tags), "")


def _nowhere(_: Parameter | Field | Operation) -> str:
    return ""


def _settled(
    items: Sequence[_Named],
    own: Callable[[_Named], str],
    report: Report,
    home: Callable[[_Named], str] = _nowhere,
) -> tuple[_Named, ...]:
    """Return *items*, those that can't be called as wanted by their *own* names.

    Those with different *home* don't stand beside each other.
    """
    if not any(item.called for item in items):
        return tuple(items)
    holders: dict[tuple[str, str], list[_Named]] = {}
    for item in items:
        names = {fold(item.called or own(item)), fold(own(item))}
        for name in names:
            holders.setdefault((fold(home(item)), name), []).append(item)
    kept: list[_Named] = []
    for item in items:
        there = holders[fold(home(item)), fold(item.called or own(item))]
        other = next((each for each in there if each is not item), None)
        if item.called and other is not None:
            values = {"name": item.called, "other": own(other)}
            report.add(TAKEN.at(item.span, **values))
            item = replace(item, called=None)
        kept.append(item)
    return tuple(kept)
