"""`BaseClient` and `AsyncBaseClient`: what the emitted clients stand on."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar, Unpack, cast

from .auth import Credentials
from .capture import Capture
from .drift import OnDrift
from .exchange import Exchange
from .missing import MISSING
from .operation import Operation
from .prepare import prepare
from .retry import RetryPolicy
from .settings import Settings, make_settings
from .types import CallOptions, Options

if TYPE_CHECKING:
    from .hooks import OnRequest, OnResponse
    from .options import SharedOptions
    from .tracing import Tracer
    from .transport import (
        AsyncHttpClient,
        AsyncHttpTransport,
        HttpClient,
        HttpTransport,
        Messages,
    )

T = TypeVar("T")


class Core:
    """What both clients share: everything but the sending."""

    _settings: Settings
    _messages: Messages

    def capture(self) -> Capture:
        """Return a context manager that keeps the raw responses of the calls in it.

        ``with client.capture() as captured: ...``, then ``captured.response``.
        """
        return Capture(self)

    def with_options(self, **options: Unpack[SharedOptions]) -> Self:
        """Return a client with other *options* that shares the connections of this one.

        Headers are added to those of this client; closing it closes nothing.
        """
        settings = self._settings.changed(options)
        timeout = options.get("timeout", MISSING)
        # What hangs on this client, its groups of operations, stays with it.
        own = {k: v for k, v in vars(self).items() if k.startswith("_")}
        own |= {
            "_settings": settings,
            "_messages": self._messages.limited(timeout),
            "_owned": False,
        }
        other = object.__new__(type(self))
        vars(other).update(own)
        return other

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._settings.base_url}>"

    def _exchange(
        self,
        operation: Operation[object],
        arguments: Mapping[str, object],
        body: object,
        options: CallOptions,
    ) -> Exchange:
        """Return the call of *operation*, checked and ready to be sent."""
        request = prepare(
            operation,
            arguments,
            body,
            self._settings,
            options.extra_headers or {},
            options.extra_query or {},
            options.server_url,
        )
        return Exchange(self, operation, request, self._settings, options.timeout)


class BaseClient(Core):
    """A client that waits for its answers."""

    def __init__(
        self,
        *,
        base_url: str,
        own_servers: Mapping[str, str] | None = None,
        auth: Credentials,
        timeout: float | MISSING | None = MISSING,
        retry: RetryPolicy | None = None,
        validate: bool = True,
        strict: bool = False,
        on_drift: OnDrift | None = None,
        headers: Mapping[str, str] | None = None,
        on_request: OnRequest | None = None,
        on_response: OnResponse | None = None,
        tracer: Tracer | None = None,
        transport: HttpTransport | None = None,
        http_client: HttpClient | None = None,
    ) -> None:
        # Imported here so that start-up stays fast: it loads the HTTP library.
        from .transport import Messages, open_client, send

        self._settings = make_settings(
            base_url=base_url,
            auth=auth,
            retry=retry,
            validate=validate,
            strict=strict,
            on_drift=on_drift,
            headers=headers,
            own_servers=own_servers,
            on_request=on_request,
            on_response=on_response,
            tracer=tracer,
        )
        self._owned = http_client is None
        self._http = http_client or open_client(transport, timeout, auth)
        self._messages = Messages(self._http, self._settings, owned=self._owned)
        self._send = send

    def _call(
        self,
        operation: Operation[T],
        arguments: Mapping[str, object],
        body: object = MISSING,
        **options: Unpack[Options],
    ) -> T:
        """Return what *operation* answers to *arguments* and *body*."""
        own = CallOptions(**options)
        exchange = self._exchange(operation, arguments, body, own)
        if self._settings.tracer is None:
            return cast("T", self._sent(exchange))
        # Imported here so that start-up stays fast: few calls are traced.
        from .tracing import span

        with span(self._settings.tracer, operation, exchange.request) as told:
            exchange.told = told
            return cast("T", self._sent(exchange))

    def _sent(self, exchange: Exchange) -> object:
        """Return what becomes of *exchange*, tried again as long as it may be."""
        request, credentials, send = exchange.request, exchange.credentials, self._send
        message = self._messages.build(request, credentials, exchange.timeout)
        if exchange.holder is not None:
            exchange.answer, send = self._sent, exchange.holder.send
        while True:
            outcome = send(self._http, message)
            if (pause := exchange.pause(outcome)) is None:
                return exchange.result(outcome)
            self._settings.retry.sleep(pause)

    def close(self) -> None:
        """Close the connections, unless they are of a client that was passed in."""
        if self._owned:
            self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncBaseClient(Core):
    """A client whose calls are awaited."""

    def __init__(
        self,
        *,
        base_url: str,
        own_servers: Mapping[str, str] | None = None,
        auth: Credentials,
        timeout: float | MISSING | None = MISSING,
        retry: RetryPolicy | None = None,
        validate: bool = True,
        strict: bool = False,
        on_drift: OnDrift | None = None,
        headers: Mapping[str, str] | None = None,
        on_request: OnRequest | None = None,
        on_response: OnResponse | None = None,
        tracer: Tracer | None = None,
        transport: AsyncHttpTransport | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        # Imported here so that start-up stays fast: it loads the HTTP library.
        from .transport import Messages, open_async_client, send_async

        self._settings = make_settings(
            base_url=base_url,
            auth=auth,
            retry=retry,
            validate=validate,
            strict=strict,
            on_drift=on_drift,
            headers=headers,
            own_servers=own_servers,
            on_request=on_request,
            on_response=on_response,
            tracer=tracer,
        )
        self._owned = http_client is None
        self._http = http_client or open_async_client(transport, timeout, auth)
        self._messages = Messages(self._http, self._settings, owned=self._owned)
        self._send = send_async

    async def _call(
        self,
        operation: Operation[T],
        arguments: Mapping[str, object],
        body: object = MISSING,
        **options: Unpack[Options],
    ) -> T:
        """Return what *operation* answers to *arguments* and *body*."""
        own = CallOptions(**options)
        exchange = self._exchange(operation, arguments, body, own)
        if self._settings.tracer is None:
            return cast("T", await self._sent(exchange))
        # Imported here so that start-up stays fast: few calls are traced.
        from .tracing import span

        with span(self._settings.tracer, operation, exchange.request) as told:
            exchange.told = told
            return cast("T", await self._sent(exchange))

    async def _sent(self, exchange: Exchange) -> object:
        """Return what becomes of *exchange*, tried again as long as it may be."""
        request, credentials, send = exchange.request, exchange.credentials, self._send
        message = self._messages.build(request, credentials, exchange.timeout)
        if exchange.holder is not None:
            exchange.answer, send = self._sent, exchange.holder.send_async
        while True:
            outcome = await send(self._http, message)
            if (pause := exchange.pause(outcome)) is None:
                return exchange.result(outcome)
            await self._settings.retry.sleep_async(pause)

    async def aclose(self) -> None:
        """Close the connections, unless they are of a client that was passed in."""
        if self._owned:
            await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()
