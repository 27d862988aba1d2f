"""Sample arguments that keep what descriptions say of arguments beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from specpress.emit.cases.slots import Slot
from specpress.ir.conditions import Condition, conditions_of
from specpress.ir.nodes import Parameter
from specpress.ir.types import Field


def slot_conditions(slots: Sequence[Slot]) -> tuple[Condition, ...]:
    """Return the conditions between *slots* that a client checks, by its arguments."""
    names = {slot.name: slot.argument for slot in slots}
    sources = (s.source for s in slots if isinstance(s.source, Parameter | Field))
    return conditions_of((told for each in sources for told in each.told), names)


def holds(conditions: Sequence[Condition], arguments: Mapping[str, object]) -> bool:
    """Return whether *arguments* keep all of *conditions*."""
    given = {name: value for name, value in arguments.items() if value is not None}
    return not any(each.is_broken(given) for each in conditions)


def keeping(
    conditions: Sequence[Condition],
    arguments: Mapping[str, object],
    slots: Sequence[Slot],
    pool: Mapping[str, object],
) -> dict[str, object]:
    """Return *arguments* without the optional ones that break *conditions*, and with
    those out of *pool* that some need."""
    needed = {slot.argument for slot in slots if slot.needed}
    kept = dict(arguments)
    for _ in conditions:  # leaving one out may break another
        for each in conditions:
            if not each.is_broken(kept):
                continue
            names = (each.name, *each.others)
            if each.rule in ("either", "required"):
                more = next((name for name in names if name in pool), None)
                kept |= {} if more is None else {more: pool[more]}
                continue
            less = next((n for n in names if n in kept and n not in needed), None)
            if less is not None:
                del kept[less]
    return kept
