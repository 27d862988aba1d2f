"""What a row, an entry or a definition says of one parameter or property."""

from __future__ import annotations

from dataclasses import dataclass, field

from specpress.lift.generic.typed import Schema
from specpress.source import Span


@dataclass(slots=True)
class Fact:
    """A name and what the page says of it; None is what it does not say.

    *required* is None where there is no mark. *children* are the properties of an
    object, or of the items of an array. *sure* is how certain each part is, from 0 to
    1, where it is not stated in so many words.
    """

    name: str
    span: Span
    path: str
    schema: Schema | None = None
    type_text: str = ""
    type_span: Span | None = None
    required: bool | None = None
    marked: bool = False
    description: str = ""
    location: str | None = None
    default: object = None
    values: list[object] = field(default_factory=list[object])
    example: object = None
    nullable: bool = False
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    limits: Schema = field(default_factory=dict[str, object])
    children: list[Fact] = field(default_factory=list["Fact"])
    sure: dict[str, float] = field(default_factory=dict[str, float])
    unread: list[tuple[str, Span]] = field(default_factory=list[tuple[str, Span]])
    """Texts about it that were not understood."""

    def doubt(self, part: str, sure: float) -> None:
        """Hold *part* for no more certain than *sure*."""
        self.sure[part] = min(sure, self.sure.get(part, 1.0))
