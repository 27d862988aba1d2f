# Made by specpress 0.1.0, content 20d9f8541bb71142. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""The errors that calls raise."""

from __future__ import annotations

from ._runtime.errors import (
    ApiError,
    BadRequestError,
    CallError,
    ClientError,
    ConflictError,
    ForbiddenError,
    MissingCredentialsError,
    NotFoundError,
    RateLimitError,
    RequestValidationError,
    ResponseValidationError,
    ServerError,
    TimeoutFailure,
    TransportFailure,
    UnauthorizedError,
    UnexpectedStatusError,
    UnprocessableError,
)

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
]
