"""Facts: what sentences say of one argument, as values that schemas can hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from specpress.ir.types import FactKind


@dataclass(frozen=True, slots=True)
class About:
    """What a description is about: an argument *name* of some *types*, and of *items*
    where it is a list; *others* stand beside it, by their folded names.

    *values* are those that it may have, and *unit* is what it is measured in, as far as
    is known.
    """

    name: str = ""
    types: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    others: Mapping[str, str] = field(default_factory=dict[str, str])
    values: tuple[object, ...] = ()
    unit: str = ""

    def numeric(self) -> bool:
        """Return whether its values are numbers."""
        return bool(self.types) and self.types <= {"integer", "number"}

    def only(self, name: str) -> bool:
        """Return whether its values are all of the type *name*."""
        return {*self.types} == {name}


def as_list(value: object) -> list[object]:
    """Return *value*, JSON data, where it is a list; else nothing."""
    return cast("list[object]", value) if isinstance(value, list) else []


def as_members(value: object) -> Mapping[str, object]:
    """Return *value*, JSON data, where it is an object; else nothing."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


class Fact(NamedTuple):
    """What the *sentence* from *start* to *end* of a description says: that *kind* is
    *value*, plain JSON data. *confidence* is in percent."""

    kind: FactKind
    value: object
    sentence: str
    start: int
    end: int
    confidence: int
