"""The wire: the only module that knows the HTTP library."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

import httpx2

from .auth import Credential
from .failures import TimeoutFailure, TransportFailure
from .log import keep_out_of_logs
from .missing import MISSING, is_given
from .percent import encode
from .request import Request, joined
from .settings import Settings

HttpClient: TypeAlias = httpx2.Client
AsyncHttpClient: TypeAlias = httpx2.AsyncClient
HttpTransport: TypeAlias = httpx2.BaseTransport
AsyncHttpTransport: TypeAlias = httpx2.AsyncBaseTransport
HttpResponse: TypeAlias = httpx2.Response
HttpRequest: TypeAlias = httpx2.Request
HttpError: TypeAlias = httpx2.RequestError

_CONNECT = 5.0
_DEFAULT = 30.0
_BODIED = frozenset({"POST", "PUT", "PATCH"})


def open_client(
    transport: HttpTransport | None, timeout: float | MISSING | None
) -> HttpClient:
    """Return a client of our own."""
    return httpx2.Client(transport=transport, timeout=timeouts(timeout))


def open_async_client(
    transport: AsyncHttpTransport | None, timeout: float | MISSING | None
) -> AsyncHttpClient:
    """Return an asynchronous client of our own."""
    return httpx2.AsyncClient(transport=transport, timeout=timeouts(timeout))


def timeouts(seconds: float | MISSING | None) -> httpx2.Timeout:
    """Return the limits for a call of *seconds*; connecting gets 5 of them at most."""
    limit = seconds if is_given(seconds) else _DEFAULT
    return httpx2.Timeout(
        limit, connect=None if limit is None else min(limit, _CONNECT)
    )


class Messages:
    """Makes of requests what the HTTP library sends, for one *client*.

    A client that was passed in adds what it was told to: headers, cookies, parameters.
    One of our own adds its standard headers, which is done here: the library's way
    costs as much as the sending. Cookies that servers set are not sent back by it.
    """

    __slots__ = ("_client", "_headers", "_limits", "_owned", "_url")

    def __init__(
        self,
        client: HttpClient | AsyncHttpClient,
        settings: Settings,
        *,
        owned: bool,
    ) -> None:
        self._client = client
        self._owned = owned
        self._headers = {name.lower(): value for name, value in client.headers.raw}
        keys = [c for c in settings.auth.values() if c and c.location == "query"]
        keep_out_of_logs(httpx2.__name__, {encode(key.name) for key in keys})
        self._url = lru_cache(128)(httpx2.URL)  # parsing costs a third of a call
        self._limits = client.timeout.as_dict()

    def build(
        self,
        request: Request,
        credentials: Iterable[Credential],
        timeout: float | MISSING | None,
    ) -> HttpRequest:
        """Return *request* with the *credentials*."""
        url, headers, cookies = _signed(request, credentials)
        limits = timeouts(timeout).as_dict() if is_given(timeout) else self._limits
        if not self._owned:
            message = self._client.build_request(
                request.method,
                self._url(url),
                headers=list(headers.items()),
                cookies=cookies or None,
                content=request.content,
                extensions={"timeout": limits},
            )
            # The library puts the client's parameters in place of the URL's own.
            if params := str(self._client.params):
                message.url = self._url(joined(url, params))
            return message
        target = self._url(url)
        fields = self._headers | {b"host": target.netloc} | headers
        if cookies:
            pairs = [f"{name}={value}" for name, value in cookies.items()]
            fields[b"cookie"] = "; ".join(pairs).encode()
        if request.content is not None or request.method in _BODIED:
            fields[b"content-length"] = b"%d" % len(request.content or b"")
        return httpx2.Request(
            request.method,
            target,
            headers=list(fields.items()),
            stream=httpx2.ByteStream(request.content or b""),
            extensions={"timeout": limits},
        )


def _signed(
    request: Request, credentials: Iterable[Credential]
) -> tuple[str, dict[bytes, bytes], dict[str, str]]:
    """Return the URL, headers and cookies of *request* with the *credentials*.

    A header that the caller gave stays as it is.
    """
    url = request.url
    headers = {k.encode(): v.encode() for k, v in request.headers.items()}
    cookies = dict(request.cookies)
    for credential in credentials:
        name, value = credential.name, credential.reveal()
        if credential.location == "cookie":
            cookies[name] = value
        elif credential.location == "query":
            url = joined(url, f"{encode(name)}={encode(value)}")
        else:
            headers.setdefault(name.lower().encode(), value.encode())
    return url, headers, cookies


def send(client: HttpClient, request: HttpRequest) -> HttpResponse | HttpError:
    """Return the answer to *request*, or the error that came instead of one."""
    try:
        return client.send(request, follow_redirects=False)
    except httpx2.RequestError as error:
        return error


async def send_async(
    client: AsyncHttpClient, request: HttpRequest
) -> HttpResponse | HttpError:
    """Return the answer to *request*, or the error that came instead of one."""
    try:
        return await client.send(request, follow_redirects=False)
    except httpx2.RequestError as error:
        return error


def failure(error: HttpError, request: Request, retries: int) -> TransportFailure:
    """Return *error* as ours."""
    timeout = isinstance(error, httpx2.TimeoutException)
    kind = TimeoutFailure if timeout else TransportFailure
    return kind(request, f"{type(error).__name__}: {error}", retries)


def detached(response: HttpResponse) -> HttpResponse:
    """Return *response* without the request, so that no credentials are pickled."""
    headers = [
        (name, value)
        for name, value in response.headers.multi_items()
        if name not in ("content-encoding", "transfer-encoding")
    ]
    return httpx2.Response(
        response.status_code, headers=headers, content=response.content
    )
