"""`Capture`: the raw responses of the calls made inside a ``with`` block."""

from __future__ import annotations

from contextvars import ContextVar, Token
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from .transport import HttpResponse


class Capture:
    """The *responses* that a client got while the block ran, retried ones too.

    Calls of other threads and tasks are not seen, those of tasks begun inside are.
    """

    __slots__ = ("_client", "_token", "responses")

    def __init__(self, client: object) -> None:
        self.responses: list[HttpResponse] = []
        self._client = client
        self._token: Token[tuple[Capture, ...]] | None = None

    @property
    def response(self) -> HttpResponse:
        """The last response."""
        if not self.responses:
            raise LookupError("no response was captured")
        return self.responses[-1]

    def __enter__(self) -> Self:
        self._token = _ACTIVE.set((*_ACTIVE.get(), self))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._token is not None:
            _ACTIVE.reset(self._token)

    def offer(self, client: object, response: HttpResponse) -> None:
        """Keep *response* if *client* is the one that is watched."""
        if client is self._client:
            self.responses.append(response)


_ACTIVE: ContextVar[tuple[Capture, ...]] = ContextVar("captures", default=())


def record(client: object, response: HttpResponse) -> None:
    """Give *response* to whoever captures what *client* gets."""
    for capture in _ACTIVE.get():
        capture.offer(client, response)
