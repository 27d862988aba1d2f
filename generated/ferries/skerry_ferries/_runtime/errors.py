"""The errors of a client: one class per status that callers tell apart."""

from __future__ import annotations

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


class ApiError(WithResponse):
    """The server answered with an error: *body* is decoded as far as possible."""

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
        self.body = body
        self.retries = retries

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


class BadRequestError(ClientError):
    """400."""


class UnauthorizedError(ClientError):
    """401."""


class ForbiddenError(ClientError):
    """403."""


class NotFoundError(ClientError):
    """404."""


class ConflictError(ClientError):
    """409."""


class UnprocessableError(ClientError):
    """422."""


class RateLimitError(ClientError):
    """429."""


class ServerError(ApiError):
    """5xx: the server is at fault."""


_BY_STATUS: dict[int, type[ApiError]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableError,
    429: RateLimitError,
}
_BY_CLASS: dict[int, type[ApiError]] = {4: ClientError, 5: ServerError}


def error_class(status: int) -> type[ApiError]:
    """Return the class of error for *status*."""
    by_class = _BY_CLASS.get(status // 100, UnexpectedStatusError)
    return _BY_STATUS.get(status, by_class)
