# Made by specpress 0.1.0, content f9180ce55af0f72e. Edits are lost: change the
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
    "AddReadingResponseError",
    "ApiError",
    "BadRequestError",
    "BodyError",
    "CallError",
    "ClientError",
    "ConflictError",
    "ForbiddenError",
    "GetTidesResponse404Error",
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


class AddReadingResponseError(BodyError, model="AddReadingResponse"):
    """An error whose body is a `AddReadingResponse`."""

    @property
    def body(self) -> models.AddReadingResponse:
        """The body; tell by its type where it may be another."""
        return cast("models.AddReadingResponse", super().body)


class GetTidesResponse404Error(BodyError, model="GetTidesResponse404"):
    """An error whose body is a `GetTidesResponse404`."""

    @property
    def body(self) -> models.GetTidesResponse404:
        """The body; tell by its type where it may be another."""
        return cast("models.GetTidesResponse404", super().body)
