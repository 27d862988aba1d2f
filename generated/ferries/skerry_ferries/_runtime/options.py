"""The options that every client takes beside its credentials and its server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from .drift import OnDrift
    from .missing import MISSING
    from .retry import RetryPolicy
    from .transport import (
        AsyncHttpClient,
        AsyncHttpTransport,
        HttpClient,
        HttpTransport,
    )


class _Options(TypedDict, total=False):
    """What both kinds of clients take."""

    timeout: float | MISSING | None
    """Seconds for each phase of a call; None waits for ever."""

    retry: RetryPolicy | None
    """How often and when a call is repeated."""

    validate: bool
    """Whether arguments are checked before anything is sent; True unless given."""

    strict: bool
    """Whether an answer that is not as described is an error; False unless given."""

    on_drift: OnDrift | None
    """Called with each way in which an answer is not as described; else logged."""

    headers: Mapping[str, str] | None
    """Headers for every call."""


class ClientOptions(_Options, total=False):
    """The options of a `Client`."""

    transport: HttpTransport | None
    """What carries the requests, such as a mock transport in tests."""

    http_client: HttpClient | None
    """A client of the HTTP library to use; whoever made it closes it."""


class AsyncClientOptions(_Options, total=False):
    """The options of an `AsyncClient`."""

    transport: AsyncHttpTransport | None
    """What carries the requests, such as a mock transport in tests."""

    http_client: AsyncHttpClient | None
    """A client of the HTTP library to use; whoever made it closes it."""
