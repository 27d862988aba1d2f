# Made by specpress 0.1.0, content e38c761b3a71a34e. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""The errors that calls raise."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

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
from ._runtime.told import BodyError

if TYPE_CHECKING:
    from . import models

__all__ = [
    "ApiError",
    "BadRequestError",
    "BodyError",
    "CallError",
    "ClientError",
    "ConflictError",
    "CreateBookingResponse409Error",
    "ForbiddenError",
    "MissingCredentialsError",
    "NotFoundError",
    "ProblemError",
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


class ProblemError(BodyError, model="Problem"):
    """An error whose body is a `Problem`."""

    @property
    def body(self) -> models.Problem:
        """The body; tell by its type where it may be another."""
        return cast("models.Problem", super().body)


class CreateBookingResponse409Error(BodyError, model="CreateBookingResponse409"):
    """An error whose body is a `CreateBookingResponse409`."""

    @property
    def body(self) -> models.CreateBookingResponse409:
        """The body; tell by its type where it may be another."""
        return cast("models.CreateBookingResponse409", super().body)
