"""Answers that go to a file: as they come, and whole or not at all."""

# These look inside the run time.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from __package_name__._runtime.client import AsyncBaseClient, BaseClient
from __package_name__._runtime.download import Downloads, Saving
from __package_name__._runtime.errors import NotFoundError, TransportFailure
from __package_name__._runtime.operation import Operation, Response

FILE: Operation[bytes] = Operation(
    "file",
    "GET",
    "/",
    responses=(Response("200", "image/png"), Response("200", "application/json")),
)


class Client(Downloads, BaseClient):
    """A client whose calls can be made from here."""

    def file(self) -> object:
        """Get the file."""
        return self._call(FILE, {})


class AsyncClient(Downloads, AsyncBaseClient):
    """The same, to be awaited."""

    async def file(self) -> object:
        """Get the file."""
        return await self._call(FILE, {})


class Body(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """Chunks, and at last an error if there is to be one."""

    def __init__(self, *chunks: bytes, error: Exception | None = None) -> None:
        self.chunks = chunks
        self.error = error

    def __iter__(self) -> Iterator[bytes]:
        yield from self.chunks
        if self.error is not None:
            raise self.error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk


@pytest.fixture(params=[Client, AsyncClient])
def get(request: pytest.FixtureRequest) -> Any:
    """A function that gets an answer while it is saved to a target."""

    def made(target: Any, answer: httpx2.Response, progress: Any = None) -> Any:
        answers = [answer]
        transport = httpx2.MockTransport(lambda _: answers.pop())
        client = request.param(base_url="https://a.test", auth={}, transport=transport)
        with client.save_to(target, progress=progress) as saved:
            result = client.file()
            value = asyncio.run(result) if request.param is AsyncClient else result
        return value, saved

    return made


def png(stream: Body, status: int = 200, length: str = "") -> httpx2.Response:
    """Return an answer of *stream*."""
    headers = {"content-type": "image/png"}
    headers |= {"content-length": length} if length else {}
    return httpx2.Response(status, headers=headers, stream=stream)


class Told(list[tuple[int, int | None]]):
    """What a progress callback was told."""

    def __call__(self, done: int, total: int | None) -> None:
        """Note it."""
        self.append((done, total))


def test_a_path(get: Any, tmp_path: Path) -> None:
    """The bytes are in the file, and whoever wants to know hears how many."""
    seen = Told()
    target = tmp_path / "a.png"
    value, saved = get(target, png(Body(b"ab", b"c"), length="3"), seen)

    assert value == b""
    assert target.read_bytes() == b"abc"
    assert seen == [(2, 3), (3, 3)]
    assert isinstance(saved, Saving)
    assert saved.response is not None
    assert (saved.size, saved.response.status_code) == (3, 200)
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]


def test_a_file(get: Any) -> None:
    """What has a ``write`` gets the bytes as they come."""
    target = io.BytesIO()
    seen = Told()
    get(target, png(Body(b"ab", b"c")), seen)

    assert target.getvalue() == b"abc"
    assert seen == [(2, None), (3, None)]


def test_what_breaks_off(get: Any, tmp_path: Path) -> None:
    """A file that is not whole is not there, and the call is not repeated."""
    answer = png(Body(b"ab", error=httpx2.ReadError("gone")))
    with pytest.raises(TransportFailure, match="gone"):
        get(tmp_path / "a.png", answer)

    assert list(tmp_path.iterdir()) == []


def test_what_is_no_file(get: Any, tmp_path: Path) -> None:
    """JSON and errors are read as they would be without a file."""
    assert get(tmp_path / "a", httpx2.Response(200, json=[1]))[0] == [1]
    with pytest.raises(NotFoundError):
        get(tmp_path / "a", png(Body(b"ab"), 404))

    assert list(tmp_path.iterdir()) == []
