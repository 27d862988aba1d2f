"""What the part of a page about one operation holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from specpress.lift.generic.curl import Curl
from specpress.lift.generic.facts import Fact
from specpress.lift.generic.typed import Schema
from specpress.source import NOWHERE, Span


@dataclass(slots=True)
class Group:
    """The facts of one table or list, and what the headings around it say.

    *role* is what they are: parameters of a place, or of none that is named.
    *column* tells that the table has a column for marks.
    """

    role: str | None
    facts: list[Fact]
    span: Span
    status: str | None = None
    column: bool = False


@dataclass(slots=True)
class Shown:
    """What the page says of one response."""

    description: list[str] = field(default_factory=list[str])
    schema: Schema | None = None
    facts: list[Fact] = field(default_factory=list[Fact])
    example: object = None
    has_example: bool = False
    media: str | None = None
    span: Span = NOWHERE
    headers: list[Fact] = field(default_factory=list[Fact])


@dataclass(slots=True)
class Gathered:
    """All of it."""

    description: list[str] = field(default_factory=list[str])
    groups: list[Group] = field(default_factory=list[Group])
    responses: dict[str, Shown] = field(default_factory=dict[str, Shown])
    commands: list[Curl] = field(default_factory=list[Curl])
    request: object = None
    has_request: bool = False
    request_span: Span = NOWHERE
    media: str | None = None
    body_schema: Schema | None = None
    headers: dict[str, str] = field(default_factory=dict[str, str])

    def response(self, status: str | None, span: Span) -> Shown:
        """Return the response of *status*; None means that of success."""
        if status is None:
            status = next((s for s in self.responses if s.startswith("2")), "200")
        return self.responses.setdefault(status, Shown(span=span))
