"""The wire: the only module that knows the HTTP library."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import httpx2

from .auth import Credential
from .failures import TimeoutFailure, TransportFailure
from .missing import MISSING
from .percent import encode
from .request import Request

HttpClient: TypeAlias = httpx2.Client
AsyncHttpClient: TypeAlias = httpx2.AsyncClient
HttpTransport: TypeAlias = httpx2.BaseTransport
AsyncHttpTransport: TypeAlias = httpx2.AsyncBaseTransport
HttpResponse: TypeAlias = httpx2.Response
HttpRequest: TypeAlias = httpx2.Request
HttpError: TypeAlias = httpx2.RequestError

_CONNECT = 5.0
_DEFAULT = 30.0


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
    limit = _DEFAULT if seconds is MISSING else seconds
    return httpx2.Timeout(
        limit, connect=None if limit is None else min(limit, _CONNECT)
    )


def message(
    client: HttpClient | AsyncHttpClient,
    request: Request,
    credentials: Iterable[Credential],
    timeout: float | MISSING | None,
) -> HttpRequest:
    """Return *request* as the HTTP library wants it, with the *credentials*."""
    headers = [(k.encode(), v.encode()) for k, v in request.headers.items()]
    taken = {name.lower() for name in request.headers}
    cookies = dict(request.cookies)
    url = request.url
    for credential in credentials:
        name, value = credential.name, credential.reveal()
        if credential.location == "cookie":
            cookies[name] = value
        elif credential.location == "query":
            mark = "&" if "?" in url else "?"
            url = f"{url}{mark}{encode(name)}={encode(value)}"
        elif name.lower() not in taken:
            headers.append((name.encode(), value.encode()))
    return client.build_request(
        request.method,
        httpx2.URL(url),
        headers=headers,
        cookies=cookies or None,
        content=request.content,
        timeout=client.timeout if timeout is MISSING else timeouts(timeout),
    )


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
