"""`Exchange`: one call from its request to its result, whoever does the sending."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .auth import choose
from .capture import record
from .errors import ResponseValidationError, error_class
from .log import LOGGER
from .missing import MISSING
from .operation import Operation
from .reading import read
from .request import Request
from .retry import KEY, asked_pause, repeatable
from .settings import Settings

if TYPE_CHECKING:
    from .tracing import Span
    from .transport import HttpError, HttpResponse


class Exchange:
    """The state of one call: send the *request*, ask `pause`, in the end `result`."""

    __slots__ = (
        "answer",
        "client",
        "credentials",
        "holder",
        "operation",
        "request",
        "settings",
        "started",
        "timeout",
        "told",
        "tries",
    )

    timeout: float | MISSING | None
    answer: Callable[[Exchange], object]
    """How the client answers this call once more, where that may be needed."""

    def __init__(
        self,
        client: object,
        operation: Operation[object],
        request: Request,
        settings: Settings,
        timeout: float | MISSING | None = MISSING,
    ) -> None:
        self.client = client
        self.operation = operation
        self.request = request
        self.settings = settings
        self.credentials = choose(operation.id, operation.auth, settings.auth)
        self.started = settings.retry.clock()
        self.tries = 0
        self.timeout = timeout
        self.holder = operation.holder
        self.told: Span | None = None
        if settings.retry.new_key and not repeatable(request.method, request.headers):
            request.headers[KEY] = settings.retry.new_key()
        if settings.on_request is not None:
            settings.on_request(request)

    def pause(self, outcome: HttpResponse | HttpError) -> float | None:
        """Return the seconds until the next try; None where *outcome* stands."""
        self.tries += 1
        status = retry_after = None
        if not isinstance(outcome, Exception):
            record(self.client, outcome)
            status = outcome.status_code
            retry_after = asked_pause(outcome.headers)
            if self.settings.on_response is not None:
                self.settings.on_response(self.request, outcome)
            if self.told is not None:
                self.told.set_attribute("http.response.status_code", status)
                self.told.set_attribute("http.request.resend_count", self.tries - 1)
        LOGGER.debug("%s -> %s (try %d)", self.request, status or outcome, self.tries)
        if not repeatable(self.request.method, self.request.headers):
            return None
        if not getattr(self.request.content, "again", True):
            return None  # it was read to its end, and is gone
        elapsed = self.settings.retry.clock() - self.started
        return self.settings.retry.pause(self.tries, elapsed, status, retry_after)

    def result(self, outcome: HttpResponse | HttpError) -> object:
        """Return the value of *outcome*, or raise what it stands for."""
        if isinstance(outcome, Exception):
            # Imported here so that start-up stays fast: it loads the HTTP library.
            from .transport import failure

            request = self.request.redacted()
            raise failure(outcome, request, self.tries - 1) from outcome
        if self.holder is not None and outcome.is_success:
            return self.holder.result(self, outcome)
        value, success, events = read(self.operation, outcome)
        for event in events:
            self.settings.on_drift(event)
        if not success:
            error = error_class(outcome.status_code, value)
            raise error(self.request.redacted(), outcome, value, self.tries - 1)
        if events and self.settings.strict:
            raise ResponseValidationError(self.operation.id, events, value, outcome)
        return value
