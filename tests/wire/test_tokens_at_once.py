"""Tokens under concurrency: one renewal, however many threads and tasks wait."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from __package_name__._runtime import (
    client,
    digest,
    failures,
    grants,
    oauth,
    operation,
    places,
)

THREADS = 32
TASKS = 1000


GET = operation.Operation(
    "g", "GET", "/x", auth=(("o",),), responses=(operation.Response("200"),)
)


class Server:
    """Counts tokens and calls; only the token in *good* is taken, if there is one."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.fetched = 0
        self.calls: dict[str, int] = {}
        self.good: str | None = None
        self.error = False

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request*."""
        with self.lock:
            if request.url.path == "/token":
                self.fetched += 1
                if self.error:
                    return httpx2.Response(400, json={"error": "invalid_client"})
                return httpx2.Response(200, json={"access_token": f"T{self.fetched}"})
            sent = request.headers["authorization"]
            self.calls[sent] = self.calls.get(sent, 0) + 1
            fine = self.good is None or sent == self.good
            return httpx2.Response(200 if fine else 401)

    def slowly(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request* after a while if it is for a token."""
        if request.url.path == "/token":
            time.sleep(0.05)
        return self.answer(request)

    async def slowly_async(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request* after a while if it is for a token."""
        await asyncio.sleep(0.05 if request.url.path == "/token" else 0)
        return self.answer(request)


def options(server: Callable[..., object], grant: object) -> dict[str, object]:
    """Return the options of a client of *server* with tokens of *grant*."""
    flows = {"clientCredentials": places.Places(token="https://id.example/token")}
    return {
        "base_url": "https://api.example",
        "auth": {"o": oauth.OAuth2(grant, flows)},
        "transport": httpx2.MockTransport(server),  # type: ignore[arg-type]
    }


def in_threads(server: Server, grant: object, calls: int = 2) -> list[object]:
    """Return what comes of *calls* calls in each of 32 threads."""
    made = client.BaseClient(**options(server.slowly, grant))
    barrier = threading.Barrier(THREADS)

    def work(_: int) -> Iterator[object]:
        barrier.wait()
        for _ in range(calls):
            try:
                yield made._call(GET, {})
            except failures.CallError as error:
                yield error

    with ThreadPoolExecutor(THREADS) as pool:
        return [
            each
            for found in pool.map(lambda n: list(work(n)), range(THREADS))
            for each in found
        ]


async def in_tasks(server: Server, grant: object) -> list[object]:
    """Return what comes of 1,000 tasks."""
    made = client.AsyncBaseClient(**options(server.slowly_async, grant))
    calls = (made._call(GET, {}) for _ in range(TASKS))
    return list(await asyncio.gather(*calls, return_exceptions=True))


def test_threads() -> None:
    """32 threads fetch one token, and renew it once when the server refuses it."""
    server, grant = Server(), grants.OAuth2ClientCredentials("id", "s")
    assert in_threads(server, grant) == [None] * 64
    assert (server.fetched, server.calls) == (1, {"Bearer T1": 64})
    server.good = "Bearer T2"
    assert in_threads(server, grant) == [None] * 64
    assert server.fetched == 2
    assert server.calls["Bearer T2"] == 64


def test_tasks() -> None:
    """1,000 tasks fetch one token, and renew it once when the server refuses it."""
    server, grant = Server(), grants.OAuth2ClientCredentials("id", "s")
    assert asyncio.run(in_tasks(server, grant)) == [None] * TASKS
    assert (server.fetched, server.calls) == (1, {"Bearer T1": TASKS})
    server.good = "Bearer T2"
    assert asyncio.run(in_tasks(server, grant)) == [None] * TASKS
    assert server.fetched == 2
    assert server.calls["Bearer T2"] == TASKS


def test_threads_and_loops_share_a_token() -> None:
    """A grant that several clients have, in loops and in none, fetches once."""
    server, grant = Server(), grants.OAuth2ClientCredentials("id", "s")
    with ThreadPoolExecutor(4) as pool:
        loops = [pool.submit(asyncio.run, in_tasks(server, grant)) for _ in range(3)]
        threads = pool.submit(in_threads, server, grant)
        results = [
            *threads.result(),
            *(each for loop in loops for each in loop.result()),
        ]
    assert results == [None] * (64 + 3 * TASKS)
    assert server.fetched == 1


def test_a_failure_is_everybodys() -> None:
    """Who waits for a token that can't be had fails with whoever asked for it."""
    server, grant = Server(), grants.OAuth2ClientCredentials("id", "s")
    server.error = True
    found = in_threads(server, grant, calls=1)
    assert {str(error) for error in found} == {
        "no access token from https://id.example/token -> 400: invalid_client"
    }
    assert server.fetched == 1
    assert len({id(error) for error in found}) == THREADS
    server.error = False
    assert in_threads(server, grant, calls=1) == [None] * THREADS


def test_a_cancelled_task_fails_nobody() -> None:
    """Where the task that asks is cancelled, another one asks in its place."""
    server, grant = Server(), grants.OAuth2ClientCredentials("id", "s")

    async def main() -> tuple[object, ...]:
        made = client.AsyncBaseClient(**options(server.slowly_async, grant))
        first = asyncio.ensure_future(made._call(GET, {}))
        await asyncio.sleep(0.01)
        others = [asyncio.ensure_future(made._call(GET, {})) for _ in range(9)]
        await asyncio.sleep(0.01)
        first.cancel()
        others[0].cancel()
        return tuple(await asyncio.gather(*others, return_exceptions=True))

    cancelled, *rest = asyncio.run(main())
    assert isinstance(cancelled, asyncio.CancelledError)
    assert rest == [None] * 8
    assert server.fetched == 1


@pytest.mark.parametrize("failing", [KeyboardInterrupt, SystemExit])
def test_an_interrupted_thread_fails_nobody(failing: type[BaseException]) -> None:
    """What ends one thread is not told to the others."""
    server, grant = Server(), grants.OAuth2ClientCredentials("id", "s")

    def interrupted(request: httpx2.Request) -> httpx2.Response:
        raise failing

    made = client.BaseClient(**options(interrupted, grant))
    with pytest.raises(failing):
        made._call(GET, {})
    assert in_threads(server, grant, calls=1) == [None] * THREADS


def test_digests_count() -> None:
    """No count of a nonce is used twice, however many threads use it."""
    counts: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent = request.headers.get("authorization")
        if sent is None:
            told = 'Digest realm="r", nonce="n", qop="auth"'
            return httpx2.Response(401, headers={"www-authenticate": told})
        counts.append(sent.partition("nc=")[2][:8])
        return httpx2.Response(200)

    made = client.BaseClient(
        base_url="https://api.example",
        auth={"o": digest.Digest("u", "p")},
        transport=httpx2.MockTransport(answer),
    )
    made._call(GET, {})
    with ThreadPoolExecutor(THREADS) as pool:
        list(
            pool.map(lambda _: [made._call(GET, {}) for _ in range(8)], range(THREADS))
        )
    assert sorted(counts) == [f"{n:08x}" for n in range(1, THREADS * 8 + 2)]
