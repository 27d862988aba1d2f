"""What a text says of a type, and where its reading is."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final, TypeAlias

Schema: TypeAlias = dict[str, object]


REF: Final = "#/components/schemas/"
"""What references to objects of the page begin with."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a text says of a type.

    *schema* is None when it says nothing that is understood. *notes* are the parts in
    parentheses or behind a comma, such as "optional" or "1-32 characters".
    """

    schema: Schema | None
    notes: tuple[str, ...] = ()
    nullable: bool = False
    exact: bool = True
    """Whether every word was understood as part of the type."""


@dataclass(slots=True)
class State:
    """Where the reading of a type is, and what it found beside it."""

    tokens: list[str]
    at: int = 0
    notes: list[str] = field(default_factory=list[str])
    nullable: bool = False
    exact: bool = True
    literals: list[object] = field(default_factory=list[object])
    known: AbstractSet[str] = frozenset()

    def peek(self, ahead: int = 0) -> str:
        """Return the token *ahead* of here, empty behind the last one."""
        index = self.at + ahead
        return self.tokens[index] if index < len(self.tokens) else ""


def array_of(items: Schema | None) -> Schema:
    """Return the schema of a list of *items*; of anything when that is None."""
    made: Schema = {"type": "array", "items": items or {}}
    return made
