"""Spans: what a tracer is told of a call, by OpenTelemetry's names for HTTP clients."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol
from urllib.parse import urlsplit

from .operation import Operation
from .redact import hide_query
from .request import Request


class Span(Protocol):
    """What a call is told of."""

    def set_attribute(self, key: str, value: str | int) -> object:
        """Note that *key* is *value*."""
        ...


class Tracer(Protocol):
    """Makes spans, as ``opentelemetry.trace.get_tracer(...)`` does."""

    def start_as_current_span(
        self, name: str, *, attributes: Mapping[str, str | int]
    ) -> AbstractContextManager[Span]:
        """Return what begins a span called *name*, and ends it."""
        ...


@contextmanager
def span(
    tracer: Tracer, operation: Operation[object], request: Request
) -> Generator[Span]:
    """Hold a span open for a call; an exception is noted in it and goes on.

    The attributes are those of OpenTelemetry's conventions for HTTP clients, without
    the values of the query that sound like credentials.
    """
    parts = urlsplit(request.url)
    attributes: dict[str, str | int] = {
        "http.request.method": operation.method,
        "url.full": hide_query(request.url),
        "url.template": operation.path,
        "server.address": parts.hostname or "",
        "server.port": parts.port or (443 if parts.scheme == "https" else 80),
    }
    name = f"{operation.method} {operation.path}"
    with tracer.start_as_current_span(name, attributes=attributes) as made:
        try:
            yield made
        except Exception as error:
            made.set_attribute("error.type", type(error).__name__)
            raise
