"""`Signing`: requests with credentials that are made as they are sent."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Sequence

import httpx2

from .auth import check
from .live import Ask, Live
from .settings import Settings
from .steps import Fetch, Flight, Provide, Reply, Step

_PATIENCE = 300.0
"""Seconds that a thread waits for another's renewal at most."""


class Signing(httpx2.Auth):
    """Sends a request with the *live* credentials, and again where a 401 renews them.

    What the credentials fetch goes out alone: with nothing of the request, of the
    client's own headers or of its redirects (RFC 9700, 4.11).
    """

    def __init__(
        self,
        live: Sequence[Live],
        client: httpx2.Client | httpx2.AsyncClient,
        settings: Settings,
    ) -> None:
        self._live = live
        self._client = client
        self._settings = settings
        self._sent: dict[Live, str] = {}

    def _rounds(
        self, request: httpx2.Request
    ) -> Generator[Step | httpx2.Request, object, None]:
        """Yield *request* each time it is to be sent, and what is to be done before."""
        own = "authorization" in request.headers and not self._sent
        challenges: tuple[str, ...] = ()
        content = _content(request)
        request.headers.encoding = "utf-8"
        for number in range(1 + max(c.rounds for c in self._live)):
            changed = False
            for credential in () if own else self._live:
                if number > credential.rounds:
                    continue
                rejected = self._sent.get(credential) if number else None
                ask = Ask(
                    request.method,
                    str(request.url),
                    credential.asked,
                    rejected,
                    challenges,
                    base=self._settings.base_url,
                    content=content,
                )
                value = yield from credential.value(ask)
                if value is not None and value != rejected:
                    check(value, "header", credential.name)
                    request.headers[credential.name] = value
                    self._sent[credential] = value
                    changed = True
            if number and not changed:
                return
            response = yield request
            if not isinstance(response, httpx2.Response):
                return
            for credential in self._live:
                credential.learn(str(request.url), response.headers)
            if response.status_code != 401 or own or not _again(request):
                return
            challenges = tuple(response.headers.get_list("www-authenticate"))

    def sync_auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        """Send *request* in a `Client`."""
        rounds = self._rounds(request)
        outcome: object = None
        error: BaseException | None = None
        while True:
            try:
                step = rounds.throw(error) if error else rounds.send(outcome)
            except StopIteration:
                return
            outcome = error = None
            if isinstance(step, httpx2.Request):
                response = yield step
                if response.status_code == 401:
                    response.read()  # so that its connection is free for others
                outcome = response
            else:
                try:
                    outcome = self._done(step)
                except BaseException as raised:  # noqa: BLE001 (rounds get it)
                    error = raised

    async def async_auth_flow(
        self, request: httpx2.Request
    ) -> AsyncGenerator[httpx2.Request, httpx2.Response]:
        """Send *request* in an `AsyncClient`."""
        rounds = self._rounds(request)
        outcome: object = None
        error: BaseException | None = None
        while True:
            try:
                step = rounds.throw(error) if error else rounds.send(outcome)
            except StopIteration:
                return
            outcome = error = None
            if isinstance(step, httpx2.Request):
                response = yield step
                if response.status_code == 401:
                    await response.aread()
                outcome = response
            else:
                try:
                    outcome = await self._done_async(step)
                except BaseException as raised:  # noqa: BLE001 (rounds get it)
                    error = raised

    def _done(self, step: Step) -> object:
        """Return what comes of *step*."""
        match step:
            case Fetch():
                if not isinstance(self._client, httpx2.Client):
                    raise TypeError("a client that is awaited can't wait")
                try:
                    return _reply(
                        self._client.send(
                            _request(step), auth=None, follow_redirects=False
                        )
                    )
                except httpx2.RequestError as error:
                    raise _told(error, step) from None
            case Flight():
                return step.future.result(_PATIENCE)
            case Provide():
                return step.call()
            case _:
                return self._settings.retry.sleep(step)

    async def _done_async(self, step: Step) -> object:
        """Return what comes of *step*."""
        # Imported here so that start-up stays fast: who runs a loop has loaded it.
        from asyncio import to_thread, wrap_future
        from inspect import isawaitable

        match step:
            case Fetch():
                if not isinstance(self._client, httpx2.AsyncClient):
                    raise TypeError("a client that waits can't be awaited")
                try:
                    return _reply(
                        await self._client.send(
                            _request(step), auth=None, follow_redirects=False
                        )
                    )
                except httpx2.RequestError as error:
                    raise _told(error, step) from None
            case Flight():
                return await wrap_future(step.future)
            case Provide():
                if step.slow:
                    return await to_thread(step.call)
                value = step.call()
                return await value if isawaitable(value) else value
            case _:
                return await self._settings.retry.sleep_async(step)


def _content(request: httpx2.Request) -> bytes | None:
    """Return the body of *request*; None for one that is sent piece by piece."""
    return request.read() if isinstance(request.stream, httpx2.ByteStream) else None


def _again(request: httpx2.Request) -> bool:
    """Return whether *request* can be sent once more."""
    return getattr(
        request.stream, "again", isinstance(request.stream, httpx2.ByteStream)
    )


def _request(fetch: Fetch) -> httpx2.Request:
    """Return *fetch* as the HTTP library has it."""
    return httpx2.Request(
        fetch.method, fetch.url, headers=fetch.headers, content=fetch.content
    )


def _reply(response: httpx2.Response) -> Reply:
    """Return *response* without what leads back to the request."""
    return Reply(response.status_code, response.content)


def _told(error: httpx2.RequestError, fetch: Fetch) -> httpx2.RequestError:
    """Return *error* with the address at which it happened in its message."""
    error.args = (f"{fetch.url}: {error}",)
    return error
