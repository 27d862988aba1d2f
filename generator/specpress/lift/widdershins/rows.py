"""The rows that describe a schema: a tree, told by marks before the names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from specpress.lift.rendering.tables import Record

COMBINED: Final = {
    "allof": "allOf",
    "and": "allOf",
    "anyof": "anyOf",
    "or": "anyOf",
    "oneof": "oneOf",
    "xor": "oneOf",
    "not": "not",
}
"""What the title of a block of rows means: the first word, and those after it."""
CONTINUED: Final = "continued"
ANONYMOUS: Final = "*anonymous*"
ADDITIONAL: Final = "**additionalProperties**"
_MARKS: Final = re.compile(r"((?:»\s*)*)(.*)", re.DOTALL)


@dataclass(slots=True)
class Field:
    """A row with those below it; *values* are listed in a table of their own."""

    name: str
    depth: int
    record: Record | None
    fields: list[Field] = field(default_factory=list["Field"])
    combined: dict[str, list[Field]] = field(default_factory=dict[str, "list[Field]"])
    discriminators: dict[str, str] = field(default_factory=dict[str, str])
    values: list[str] = field(default_factory=list[str])

    @property
    def type(self) -> str:
        """What the type cell says."""
        return self.record.text("type").strip() if self.record else "object"

    @property
    def is_reference(self) -> bool:
        """Whether the type is a model, or a list of them, described elsewhere."""
        return "](#schema" in self.type


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one table, and the title above it."""

    title: str
    records: Sequence[Record]


def split(name: str) -> tuple[int, str]:
    """Return how many marks stand before *name*, and the name without them.

    >>> split("»» size")
    (2, 'size')
    """
    found = _MARKS.fullmatch(name.strip())
    marks, rest = (found[1], found[2]) if found else ("", name)
    return marks.count("»"), rest.strip()


def tree(groups: Sequence[Group], top: int) -> Field:
    """Return the schema that *groups* describe; its own properties have depth *top*.

    A group with the title of a combination holds one member of it; a group that is
    ``continued`` goes on with the rows before it.
    """
    root = Field("", top - 1, None)
    open_ = [root]
    for group in groups:
        kind, discriminator = _combination(group.title)
        member = kind
        for record in group.records:
            depth, name = split(record.text("name"))
            new = Field(name, max(depth, top), record)
            while len(open_) > 1 and open_[-1].depth >= new.depth:
                open_.pop()
            holder = open_[-1]
            if member:
                holder.combined.setdefault(member, []).append(new)
                if discriminator:
                    holder.discriminators[member] = discriminator
                member = ""
            else:
                holder.fields.append(new)
            open_.append(new)
    return root


def _combination(title: str) -> tuple[str, str]:
    """Return the keyword of the combination *title*, and its discriminator."""
    word, _, rest = title.strip().strip("*").partition(" - discriminator: ")
    return COMBINED.get(word.lower(), ""), rest.rpartition(".")[2]


def every(root: Field) -> list[Field]:
    """Return all fields below *root*, in the order of their rows."""
    found: list[Field] = []

    def walk(each: Field) -> None:
        for below in (*each.fields, *(m for ms in each.combined.values() for m in ms)):
            found.append(below)
            walk(below)

    walk(root)
    return sorted(found, key=lambda each: each.record.span.start if each.record else 0)
