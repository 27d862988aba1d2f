"""The errors of a client: one class per status that callers tell apart."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from .failures import (
    CallError,
    MissingCredentialsError,
    RequestValidationError,
    ResponseValidationError,
    TimeoutFailure,
    TransportFailure,
    WithResponse,
    retried,
)
from .request import Request

if TYPE_CHECKING:
    from .transport import HttpResponse

__all__ = [
    "ApiError",
    "BadRequestError",
    "CallError",
    "ClientError",
    "ConflictError",
    "ForbiddenError",
    "MissingCredentialsError",
    "NotFoundError",
    "RateLimitError",
    "RequestValidationError",
    "ResponseValidationError",
    "ServerError",
    "TimeoutFailure",
    "TransportFailure",
    "UnauthorizedError",
    "UnexpectedStatusError",
    "UnprocessableError",
    "error_class",
]

_EXCERPT = 200
_BY_STATUS: dict[int, type[ApiError]] = {}
BY_MODEL: dict[str, Callable[[type[ApiError]], type[ApiError]]] = {}
"""What makes the class for a status one for a body, too: by the name of its model."""


class ApiError(WithResponse):
    """The server answered with an error.

    A subclass may be that of a *status*.
    """

    def __init_subclass__(cls, status: int = 0) -> None:
        super().__init_subclass__()
        if status:
            _BY_STATUS[status] = cls

    def __init__(
        self,
        request: Request,
        response: HttpResponse,
        body: object,
        retries: int = 0,
    ) -> None:
        super().__init__(request, response, body, retries)
        self.request = request
        self.response = response
        self._body = body
        self.retries = retries

    @property
    def body(self) -> object:
        """The body, decoded as far as possible."""
        return self._body

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.response.status_code

    def __str__(self) -> str:
        text = self.body if isinstance(self.body, str) else repr(self.body)
        excerpt = text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}..."
        head = f"{self.request} -> {self.status}{retried(self.retries)}"
        return head if self.body is None else f"{head}: {excerpt}"


class UnexpectedStatusError(ApiError):
    """A status that is neither a success nor an error, such as a redirect."""


class ClientError(ApiError):
    """4xx: the request is at fault."""


class BadRequestError(ClientError, status=400):
    """400."""


class UnauthorizedError(ClientError, status=401):
    """401."""


class ForbiddenError(ClientError, status=403):
    """403."""


class NotFoundError(ClientError, status=404):
    """404."""


class ConflictError(ClientError, status=409):
    """409."""


class UnprocessableError(ClientError, status=422):
    """422."""


class RateLimitError(ClientError, status=429):
    """429."""


class ServerError(ApiError):
    """5xx: the server is at fault."""


_BY_CLASS: dict[int, type[ApiError]] = {4: ClientError, 5: ServerError}


def error_class(status: int, body: object = None) -> type[ApiError]:
    """Return the class of error for *status*; that of *body* too, where it has one."""
    # Imported here since it holds the classes of this API: most calls don't fail.
    import_module("..errors", __package__)
    by_class = _BY_CLASS.get(status // 100, UnexpectedStatusError)
    plain = _BY_STATUS.get(status, by_class)
    told = BY_MODEL.get(type(body).__name__)
    return plain if told is None else told(plain)
