"""What a call may raise before, or without, an answer of the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .drift import DriftEvent
from .request import Request
from .violation import Violation

if TYPE_CHECKING:
    from .transport import HttpResponse


class CallError(Exception):
    """The base of all errors that a call raises."""


class WithResponse(CallError):
    """An error that holds a *response*, and pickles without the request behind it."""

    response: HttpResponse

    def __reduce__(self) -> tuple[object, ...]:
        # Imported here since it loads the HTTP library, as whoever got a response has.
        from .transport import detached

        args = [detached(a) if a is self.response else a for a in self.args]
        return type(self), tuple(args)


class MissingCredentialsError(CallError):
    """The operation needs credentials that the client was not given."""


class RequestValidationError(CallError, ValueError):
    """The arguments break rules of the description; nothing was sent."""

    def __init__(self, operation: str, violations: tuple[Violation, ...]) -> None:
        super().__init__(operation, violations)
        self.operation = operation
        self.violations = violations

    def __str__(self) -> str:
        return "\n  ".join(
            [f"{self.operation}: nothing was sent:", *map(str, self.violations)]
        )


class ResponseValidationError(WithResponse, ValueError):
    """The response is not what the description promises (raised with ``strict``)."""

    def __init__(
        self,
        operation: str,
        events: tuple[DriftEvent, ...],
        body: object,
        response: HttpResponse,
    ) -> None:
        super().__init__(operation, events, body, response)
        self.operation = operation
        self.events = events
        self.body = body
        self.response = response

    def __str__(self) -> str:
        return "\n  ".join(
            [f"{self.operation}: unexpected response:", *map(str, self.events)]
        )


class TransportFailure(CallError):
    """No response came: the connection failed, or broke off."""

    def __init__(self, request: Request, reason: str, retries: int = 0) -> None:
        super().__init__(request, reason, retries)
        self.request = request
        self.reason = reason
        self.retries = retries

    def __str__(self) -> str:
        return f"{self.request}: {self.reason}{retried(self.retries)}"


class TimeoutFailure(TransportFailure):
    """No response came in time."""


def retried(retries: int) -> str:
    """Return how often a call was repeated, for the end of a message."""
    return f" (after {retries + 1} tries)" if retries else ""
