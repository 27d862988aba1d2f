# Made by specpress 0.1.0, content f899ced5d547de9c. Edits are lost: change the
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
    "CreateBookResponse409Error",
    "CreateBookResponse422Error",
    "CreateLoanResponse402Error",
    "DeleteBookResponse4XXError",
    "DeleteBookResponseError",
    "ForbiddenError",
    "GetBookResponse5XXError",
    "GetOpeningHoursResponseError",
    "ListBooksResponse400Error",
    "ListBooksResponseDefaultError",
    "MissingCredentialsError",
    "NotFoundError",
    "PaymentRequiredError",
    "PreconditionFailedError",
    "RateLimitError",
    "RequestValidationError",
    "ResponseValidationError",
    "ServerError",
    "TimeoutFailure",
    "TransportFailure",
    "UnauthorizedError",
    "UnexpectedStatusError",
    "UnprocessableError",
    "UpdateBookResponse412Error",
]


class PaymentRequiredError(ClientError, status=402):
    """402."""


class PreconditionFailedError(ClientError, status=412):
    """412."""


class CreateBookResponse409Error(BodyError, model="CreateBookResponse409"):
    """An error whose body is a `CreateBookResponse409`."""

    @property
    def body(self) -> models.CreateBookResponse409:
        """The body; tell by its type where it may be another."""
        return cast("models.CreateBookResponse409", super().body)


class CreateBookResponse422Error(BodyError, model="CreateBookResponse422"):
    """An error whose body is a `CreateBookResponse422`."""

    @property
    def body(self) -> models.CreateBookResponse422:
        """The body; tell by its type where it may be another."""
        return cast("models.CreateBookResponse422", super().body)


class ListBooksResponseDefaultError(BodyError, model="ListBooksResponseDefault"):
    """An error whose body is a `ListBooksResponseDefault`."""

    @property
    def body(self) -> models.ListBooksResponseDefault:
        """The body; tell by its type where it may be another."""
        return cast("models.ListBooksResponseDefault", super().body)


class ListBooksResponse400Error(BodyError, model="ListBooksResponse400"):
    """An error whose body is a `ListBooksResponse400`."""

    @property
    def body(self) -> models.ListBooksResponse400:
        """The body; tell by its type where it may be another."""
        return cast("models.ListBooksResponse400", super().body)


class CreateLoanResponse402Error(BodyError, model="CreateLoanResponse402"):
    """An error whose body is a `CreateLoanResponse402`."""

    @property
    def body(self) -> models.CreateLoanResponse402:
        """The body; tell by its type where it may be another."""
        return cast("models.CreateLoanResponse402", super().body)


class DeleteBookResponseError(BodyError, model="DeleteBookResponse"):
    """An error whose body is a `DeleteBookResponse`."""

    @property
    def body(self) -> models.DeleteBookResponse:
        """The body; tell by its type where it may be another."""
        return cast("models.DeleteBookResponse", super().body)


class DeleteBookResponse4XXError(BodyError, model="DeleteBookResponse4XX"):
    """An error whose body is a `DeleteBookResponse4XX`."""

    @property
    def body(self) -> models.DeleteBookResponse4XX:
        """The body; tell by its type where it may be another."""
        return cast("models.DeleteBookResponse4XX", super().body)


class GetBookResponse5XXError(BodyError, model="GetBookResponse5XX"):
    """An error whose body is a `GetBookResponse5XX`."""

    @property
    def body(self) -> models.GetBookResponse5XX:
        """The body; tell by its type where it may be another."""
        return cast("models.GetBookResponse5XX", super().body)


class UpdateBookResponse412Error(BodyError, model="UpdateBookResponse412"):
    """An error whose body is a `UpdateBookResponse412`."""

    @property
    def body(self) -> models.UpdateBookResponse412:
        """The body; tell by its type where it may be another."""
        return cast("models.UpdateBookResponse412", super().body)


class GetOpeningHoursResponseError(BodyError, model="GetOpeningHoursResponse"):
    """An error whose body is a `GetOpeningHoursResponse`."""

    @property
    def body(self) -> models.GetOpeningHoursResponse:
        """The body; tell by its type where it may be another."""
        return cast("models.GetOpeningHoursResponse", super().body)
