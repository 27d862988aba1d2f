"""What is to become of a reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from specpress.document.bundle_parts import Place
from specpress.document.bundle_resolve import Found
from specpress.document.grammar import Kind
from specpress.tree import Node

How: TypeAlias = Literal["point", "inline", "wrap", "gone"]

Key: TypeAlias = tuple[Place, Kind]
"""A place that is referred to, and as what."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What becomes of the reference under *key* of the object at *here*.

    *point*: it becomes a pointer; *inline*: what it refers to takes its place; *wrap*:
    an object around the pointer to a schema does; *gone*: it is left out.
    """

    how: How
    ref: Node
    kind: Kind
    here: Place
    found: Found | None = None
    key: str = "$ref"

    @property
    def target(self) -> Key:
        """The place that is referred to, and as what."""
        assert self.found is not None
        return self.found.place, ("schema" if self.how == "wrap" else self.kind)
