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
