"""The options that every client takes beside its credentials and its server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from .drift import OnDrift
    from .hooks import OnRequest, OnResponse
    from .missing import MISSING
    from .retry import RetryPolicy
    from .tracing import Tracer
    from .transport import (
        AsyncHttpClient,
        AsyncHttpTransport,
        HttpClient,
        HttpTransport,
    )


class SharedOptions(TypedDict, total=False):
    """What both kinds of clients take, and what ``with_options`` changes."""

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

    on_request: OnRequest | None
    """Called with each request before it is first sent; it may change the headers."""

    on_response: OnResponse | None
    """Called with each request and the raw answer to it, those tried again, too."""

    tracer: Tracer | None
    """Makes a span of every call; a tracer of OpenTelemetry is one."""


class ClientOptions(SharedOptions, total=False):
    """The options of a `Client`."""

    transport: HttpTransport | None
    """What carries the requests, such as a mock transport in tests."""

    http_client: HttpClient | None
    """A client of the HTTP library to use; whoever made it closes it."""


class AsyncClientOptions(SharedOptions, total=False):
    """The options of an `AsyncClient`."""

    transport: AsyncHttpTransport | None
    """What carries the requests, such as a mock transport in tests."""

    http_client: AsyncHttpClient | None
    """A client of the HTTP library to use; whoever made it closes it."""
