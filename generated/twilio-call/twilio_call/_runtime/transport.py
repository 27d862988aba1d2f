"""The wire: the only module that knows the HTTP library."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

import httpx2

from .auth import Credential, Credentials
from .failures import RequestValidationError, TimeoutFailure, TransportFailure
from .log import keep_out_of_logs
from .missing import MISSING, is_given
from .percent import encode
from .redact import hide_query
from .request import Content, Pieces, Request, joined
from .settings import Settings
from .violation import Violation

if TYPE_CHECKING:
    from ssl import SSLContext

HttpClient: TypeAlias = httpx2.Client
AsyncHttpClient: TypeAlias = httpx2.AsyncClient
HttpTransport: TypeAlias = httpx2.BaseTransport
AsyncHttpTransport: TypeAlias = httpx2.AsyncBaseTransport
HttpResponse: TypeAlias = httpx2.Response
HttpRequest: TypeAlias = httpx2.Request
HttpError: TypeAlias = httpx2.RequestError

_CONNECT = 5.0
_DEFAULT = 30.0
_AUTH = "specpress.auth"
_BODIED = frozenset({"POST", "PUT", "PATCH", "QUERY"})


def open_client(
    transport: HttpTransport | None,
    timeout: float | MISSING | None,
    auth: Credentials,
) -> HttpClient:
    """Return a client of our own."""
    verify = _tls(auth) if transport is None else True
    limits = timeouts(timeout)
    return httpx2.Client(transport=transport, timeout=limits, verify=verify)


def open_async_client(
    transport: AsyncHttpTransport | None,
    timeout: float | MISSING | None,
    auth: Credentials,
) -> AsyncHttpClient:
    """Return an asynchronous client of our own."""
    verify = _tls(auth) if transport is None else True
    limits = timeouts(timeout)
    return httpx2.AsyncClient(transport=transport, timeout=limits, verify=verify)


def _tls(auth: Credentials) -> SSLContext | bool:
    """Return what connections are made with: what a credential says, or the usual."""
    found = (credential.tls() for credential in auth.values() if credential)
    return next(filter(None, found), True)


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

    __slots__ = ("_client", "_headers", "_limits", "_owned", "_settings", "_url")

    def __init__(
        self,
        client: HttpClient | AsyncHttpClient,
        settings: Settings,
        *,
        owned: bool,
    ) -> None:
        self._client = client
        self._settings = settings
        self._owned = owned
        self._headers = {name.lower(): value for name, value in client.headers.raw}
        keys = [c for c in settings.auth.values() if c and c.location == "query"]
        keep_out_of_logs(httpx2.__name__, {encode(key.name) for key in keys})
        self._url = lru_cache(128)(httpx2.URL)  # parsing costs a third of a call
        self._limits = client.timeout.as_dict()

    def limited(self, timeout: float | MISSING | None) -> Messages:
        """Return the same for calls of *timeout* seconds, if that is given."""
        other = copy(self)
        if is_given(timeout):
            other._limits = timeouts(timeout).as_dict()
        return other

    def build(
        self,
        request: Request,
        credentials: tuple[Credential, ...],
        timeout: float | MISSING | None,
    ) -> HttpRequest:
        """Return *request* with the *credentials*.

        Raises `RequestValidationError` where its URL is none that can be sent.
        """
        try:
            message = self._built(request, credentials, timeout)
        except httpx2.InvalidURL as error:
            url = hide_query(request.url)
            fault = Violation("url", "", "format", str(error), url)
            raise RequestValidationError(request.method, (fault,)) from error
        message.method = request.method  # the library changes its case
        return message

    def _built(
        self,
        request: Request,
        credentials: tuple[Credential, ...],
        timeout: float | MISSING | None,
    ) -> HttpRequest:
        url, headers, cookies = _signed(request, credentials)
        limits = timeouts(timeout).as_dict() if is_given(timeout) else self._limits
        extensions: dict[str, object] = {"timeout": limits}
        if live := next((c for c in credentials if c.live), None):
            both = self._client, self._settings
            extensions[_AUTH] = live.together(credentials, *both)
        if not self._owned:
            content = request.content
            message = self._client.build_request(
                request.method,
                self._url(url),
                headers=list((headers | _framing(request)).items()),
                content=content if isinstance(content, bytes | None) else iter(content),
                extensions=extensions,
            )
            if cookies:  # beside those of the client
                known = [message.headers.get("cookie"), _cookie(cookies)]
                message.headers["cookie"] = "; ".join(filter(None, known))
            if not isinstance(content, bytes | None):
                message.stream = Upload(content)  # which either kind of client sends
            # The library puts the client's parameters in place of the URL's own.
            if params := str(self._client.params):
                message.url = self._url(joined(url, params))
            return message
        target = self._url(url)
        fields = self._headers | {b"host": target.netloc} | headers
        if cookies:
            fields[b"cookie"] = _cookie(cookies).encode()
        fields |= _framing(request)
        return httpx2.Request(
            request.method,
            target,
            headers=list(fields.items()),
            stream=_stream(request.content),
            extensions=extensions,
        )


class Upload(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """Content that is sent piece by piece, to either kind of client."""

    def __init__(self, pieces: Pieces) -> None:
        self.again = pieces.again
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._pieces)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            yield piece


def _cookie(cookies: list[tuple[str, str]]) -> str:
    """Return *cookies* as the header has them (RFC 6265, 4.2.1)."""
    return "; ".join(f"{name}={value}" for name, value in cookies)


def _framing(request: Request) -> dict[bytes, bytes]:
    """Return the header that tells where the content of *request* ends, if it has any."""
    content = request.content
    if content is None and request.method not in _BODIED:
        return {}
    if content is None or isinstance(content, bytes):
        return {b"content-length": b"%d" % len(content or b"")}
    if content.length is None:
        return {b"transfer-encoding": b"chunked"}
    return {b"content-length": b"%d" % content.length}


def _stream(content: Content | None) -> httpx2.ByteStream | Upload:
    """Return *content* as the HTTP library sends it."""
    if content is None or isinstance(content, bytes):
        return httpx2.ByteStream(content or b"")
    return Upload(content)


def _signed(
    request: Request, credentials: Iterable[Credential]
) -> tuple[str, dict[bytes, bytes], list[tuple[str, str]]]:
    """Return the URL, headers and cookies of *request* with the *credentials*.

    A header that the caller gave stays as it is.
    """
    url = request.url
    headers = {k.encode(): v.encode() for k, v in request.headers.items()}
    cookies = list(request.cookies)
    for credential in credentials:
        name, value = credential.name, credential.reveal()
        if credential.location == "cookie":
            cookies = [cookie for cookie in cookies if cookie[0] != name]
            cookies.append((name, value))
        elif credential.location == "query":
            url = joined(url, f"{encode(name)}={encode(value)}")
        elif credential.location == "header" and not credential.live:
            headers.setdefault(name.lower().encode(), value.encode())
    return url, headers, cookies


def auth_of(request: HttpRequest) -> Any:
    """Return what authenticates *request* as it is sent; the client's own else."""
    return request.extensions.get(_AUTH, httpx2.USE_CLIENT_DEFAULT)


def send(client: HttpClient, request: HttpRequest) -> HttpResponse | HttpError:
    """Return the answer to *request*, or the error that came instead of one."""
    try:
        return client.send(request, auth=auth_of(request), follow_redirects=False)
    except httpx2.RequestError as error:
        return error


async def send_async(
    client: AsyncHttpClient, request: HttpRequest
) -> HttpResponse | HttpError:
    """Return the answer to *request*, or the error that came instead of one."""
    try:
        return await client.send(request, auth=auth_of(request), follow_redirects=False)
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
