"""Trials: what each argument must refuse and what it must let pass."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from specpress.emit.cases.requests import fragment
from specpress.emit.cases.rules import rule_name
from specpress.emit.cases.slots import Slot, as_written
from specpress.emit.cases.typed import is_typed
from specpress.emit.samples import Sampler, Types, accepts, boundaries, violations
from specpress.emit.samples.check import RULE
from specpress.ir.nodes import Content
from specpress.ir.types import String

Data: TypeAlias = dict[str, object]

_DOTS = ("", ".", "..")
_LINES = "a\nX-Other: b"


@dataclass(frozen=True, slots=True)
class Trials:
    """Makes the trials of arguments whose types may refer to *types*."""

    types: Types

    def of(
        self,
        slots: Sequence[Slot],
        usable: Sequence[Slot],
        content: Content | None,
        fits: Callable[[str, object], bool],
        told: Callable[[str, object], bool],
    ) -> list[Data]:
        """Return the trials of each of *slots*: none for one that is not *usable*.

        *fits* tells whether an argument may have a value beside the other arguments,
        *told* whether it may as far as prose goes, so that one rule is broken at a time.
        """
        return [
            {
                "label": slot.argument,
                "argument": slot.argument,
                "name": slot.name,
                "place": slot.place,
                "required": slot.required,
                "invalid": (
                    [t for t in self._invalid(slot) if told(slot.argument, t["value"])]
                    if slot in usable
                    else []
                ),
                "valid": (
                    list(self._valid(slot, content, fits)) if slot in usable else []
                ),
            }
            for slot in slots
        ]

    def _invalid(self, slot: Slot) -> Iterator[Data]:
        if slot.is_opaque:
            return
        for broken in violations(slot.type, Sampler(self.types), slot.name):
            steps = (f"[{s}]" if isinstance(s, int) else f".{s}" for s in broken.path)
            yield {
                "value": broken.value,
                "rules": _words(broken.rules),
                "name": (
                    None
                    if RULE in broken.rules
                    else (slot.name + "".join(steps)).removeprefix(".")
                ),
            }
        if slot.place in ("field", "body") and not accepts(None, slot.type, self.types):
            yield {"value": None, "rules": None, "name": slot.name}
        for dots in self._segments(slot):
            yield {"value": dots, "rules": ["segment"], "name": slot.name}
        if slot.place == "header" and accepts(_LINES, slot.type, self.types):
            yield {"value": _LINES, "rules": ["header"], "name": slot.name}

    def _segments(self, slot: Slot) -> Iterator[str]:
        """Yield the texts that would make another path, where nothing else bars them."""
        if slot.place != "path" or not isinstance(slot.type, String):
            return
        if is_typed(slot.type) or slot.type.pattern is not None:
            return
        for dots in _DOTS:
            if (
                accepts(dots, slot.type, self.types)
                and fragment(slot, dots, None, self.types) in _DOTS
            ):
                yield dots

    def _valid(
        self,
        slot: Slot,
        content: Content | None,
        fits: Callable[[str, object], bool],
    ) -> Iterator[Data]:
        for value in boundaries(slot.type, Sampler(self.types), slot.name):
            absent = value is None and slot.place not in ("field", "body")
            if absent or not fits(slot.argument, value):
                continue
            if slot.place != "path" or value not in _DOTS:
                yield {
                    "value": as_written(slot, value, self.types),
                    "sends": fragment(slot, value, content, self.types),
                }
        if slot.place not in ("path", "field", "body") and not slot.required:
            yield {"value": None, "sends": None}


def _words(rules: Collection[str]) -> list[str] | None:
    """Return what the client calls *rules*; None where it may be any."""
    return None if RULE in rules else sorted(rule_name(rule) for rule in rules)
