"""Codes, the diagnostics made from them, and the report that collects them."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal, TypeAlias

from specpress.source import NOWHERE, Span


class Severity(StrEnum):
    """How bad a diagnostic is; an error means that nothing is written."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


Fidelity: TypeAlias = Literal["approximated", "dropped", "repaired", "unused"]
"""What became of the part of the description that a diagnostic points at.

*approximated*: the client takes or gives something wider or plainer than described;
*dropped*: an operation, parameter, body or response is not in the client; *repaired*:
what breaks the rules is understood and honoured; *unused*: the client is right without
it, since it says nothing, or nothing that a client could act on.
"""


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of diagnostic.

    *id* is stable and never reused. *message* is a format string: lower case, no full
    stop, the user's text quoted with ``!r``, and what was done instead. *title* and
    *help* (cause and remedy, plain text) are what ``specpress explain`` prints.
    *setting* names the setting that answers it: who gave that is not told any more.
    *fidelity* is what the ledger says of the place; None: nothing is lost there. Where
    the place is that of an object and only one of its members is meant, that is *member*.
    """

    id: str
    severity: Severity
    message: str
    title: str
    help: str
    setting: str = ""
    fidelity: Fidelity | None = None
    member: str = ""

    def at(self, span: Span = NOWHERE, **values: object) -> Diagnostic:
        """Return a diagnostic of this code at *span*, its message filled from *values*."""
        return Diagnostic(self, span, self.message.format(**values))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: its code, its place and its filled-in message."""

    code: Code
    span: Span
    message: str


@dataclass(slots=True)
class Report:
    """The diagnostics of one run, in the order in which they were found."""

    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def add(self, diagnostic: Diagnostic) -> None:
        """Add *diagnostic*, unless the very same one was added before."""
        if diagnostic not in self.diagnostics[-50:]:
            self.diagnostics.append(diagnostic)

    def settle(self, settings: AbstractSet[str]) -> None:
        """Drop what one of *settings*, the names of those given, answers."""
        self.diagnostics = [
            d for d in self.diagnostics if d.code.setting not in settings
        ]

    def harden(self, area: str) -> None:
        """Make errors of the diagnostics whose codes begin with *area*."""
        self.diagnostics = [
            (
                replace(d, code=replace(d.code, severity=Severity.ERROR))
                if d.code.id.startswith(area)
                else d
            )
            for d in self.diagnostics
        ]

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def has(self, code: Code) -> bool:
        """Return whether there is a diagnostic of *code*."""
        return any(d.code.id == code.id for d in self.diagnostics)

    @property
    def failed(self) -> bool:
        """Whether there is an error among the diagnostics."""
        return any(d.code.severity is Severity.ERROR for d in self.diagnostics)
