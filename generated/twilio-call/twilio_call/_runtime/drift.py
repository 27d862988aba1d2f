"""`DriftEvent`: one difference between a response and its description."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from .log import LOGGER
from .redact import hide
from .violation import shown


class DriftEvent(NamedTuple):
    """One place where a response is not what the description promises.

    *path* is the place in the body (``items[0].status``; empty for all of it),
    *got* the value as it was sent. What is no response has the status 0.
    """

    operation: str
    status: int
    path: str
    expected: str
    got: object

    def __str__(self) -> str:
        head, whole = f"{self.operation} -> {self.status}", "the response"
        if not self.status:
            head, whole = self.operation, "the body"
        return (
            f"{head}: {self.path or whole}: "
            f"expected {self.expected}, got {hide(self.path, shown(self.got))}"
        )


OnDrift: TypeAlias = Callable[[DriftEvent], None]


def log_drift(event: DriftEvent) -> None:
    """Write *event* to the package's logger as a warning."""
    LOGGER.warning("%s", event)
