"""Bodies that fields make together: what the type of the whole says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from specpress.emit.cases.slots import Slot
from specpress.emit.samples import NoSample, Sampler, Types, accepts
from specpress.ir.types import Object, Ref, Type


@dataclass(frozen=True, slots=True)
class Whole:
    """The body of *type*, whose fields are arguments; None where they are not.

    *required* says that it is sent even without any field.
    """

    type: Type | None
    types: Types
    slots: Sequence[Slot]
    required: bool

    def holds(self, arguments: Mapping[str, object]) -> bool:
        """Return whether the fields among *arguments* may stand together."""
        body = {s.name: arguments[s.argument] for s in self._given(arguments)}
        object_ = self._object()
        if object_ is None or (not body and not self.required):
            return True
        return accepts(body, object_, self.types)

    def mended(
        self, arguments: Mapping[str, object], *, full: bool
    ) -> dict[str, object]:
        """Return *arguments* with fields that may stand together, where theirs may not.

        Raises NoSample when there are none.
        """
        if self.holds(arguments):
            return dict(arguments)
        kept = {k: v for k, v in arguments.items() if k not in self._fields()}
        sampler = Sampler(self.types, full=full)
        for value in sampler.samples(self._object() or Object(fields=())):
            body = cast("Mapping[str, object]", value)
            by_name = {s.name: s.argument for s in self._fields().values()}
            if body.keys() <= by_name.keys():
                return {**kept, **{by_name[name]: v for name, v in body.items()}}
        raise NoSample("body")

    def _fields(self) -> dict[str, Slot]:
        return {slot.argument: slot for slot in self.slots if slot.place == "field"}

    def _given(self, arguments: Mapping[str, object]) -> list[Slot]:
        return [slot for slot in self._fields().values() if slot.argument in arguments]

    def _object(self) -> Object | None:
        """Return the type of the body, where it says more than its fields do."""
        type_, rules = self.type, self.type.rules if self.type else ()
        while isinstance(type_, Ref):
            type_ = self.types[type_.target]
            rules = (*rules, *type_.rules)
        if not isinstance(type_, Object):
            return None
        limits = (type_.min_properties, type_.max_properties)
        return type_ if rules or limits != (None, None) else None
