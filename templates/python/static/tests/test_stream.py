"""Streams: the items of answers, as they come, and what becomes of the connection."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx2
import pytest

package: Any = pytest.importorskip("__package_name__")

Case = dict[str, Any]


class Body(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body in chunks of *size* bytes, that notes how far it was read."""

    def __init__(self, text: str, size: int) -> None:
        data = text.encode()
        self.chunks = [data[at : at + size] for at in range(0, len(data), size)]
        self.sent = 0
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self.chunks:
            self.sent += 1
            yield chunk

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self.chunks:
            self.sent += 1
            yield chunk

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


class Streaming:
    """A session whose server answers with a stream, *size* bytes at a time."""

    def __init__(self, connect: Any, case: Case, size: int, **options: Any) -> None:
        self.body = Body(case["text"], size)
        self.case = case
        transport = httpx2.MockTransport(self.answer)
        self.session = connect(transport=transport, **options)

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        """Give the answer."""
        headers = {"content-type": self.case["media_type"]}
        return httpx2.Response(self.case["status"], headers=headers, stream=self.body)

    def items(self, operation: Case, most: int | None = None) -> list[Any]:
        """Return the items of the stream, at most as many as that."""
        called = {**operation, "call": self.case["call"]}
        found: list[Any] = []
        stream = self.session.call(called)
        if self.session.runner is None:
            with stream:
                for item in stream:
                    found.append(item)
                    if len(found) == most:
                        break
            return found

        async def read() -> None:
            async with stream:
                async for item in stream:
                    found.append(item)
                    if len(found) == most:
                        break

        self.session.runner.run(read())
        return found


@pytest.mark.parametrize("size", [1, 7, 1 << 20])
def test_items(
    connect: Any, frozen: Any, operation: Case, stream: Case, size: int
) -> None:
    """Each item is read as its type, whatever the chunks it comes in."""
    drifts: list[Any] = []
    opened = Streaming(connect, stream, size, strict=True, on_drift=drifts.append)

    assert [frozen(item) for item in opened.items(operation)] == stream["values"]
    assert drifts == []
    assert opened.body.closed


def test_leaving_early(connect: Any, operation: Case, stream: Case) -> None:
    """Items come before the body has ended; who leaves early reads no more of it."""
    opened = Streaming(connect, stream, 1)

    assert len(opened.items(operation, 1)) == 1
    assert opened.body.sent < len(opened.body.chunks) or len(stream["values"]) == 1
    assert opened.body.closed


def test_forgetting(connect: Any, operation: Case, stream: Case) -> None:
    """A stream that nobody holds any more lets go of its connection."""
    opened = Streaming(connect, stream, 1)
    opened.session.call({**operation, "call": stream["call"]})
    gc.collect()
    if opened.session.runner is not None:
        opened.session.runner.run(asyncio.sleep(0))

    assert opened.body.closed


def test_what_is_not_as_described(connect: Any, operation: Case, stream: Case) -> None:
    """An item that is no JSON where JSON belongs is kept as text, and reported."""
    drifts: list[Any] = []
    odd = stream | {"media_type": "image/png", "text": "{oops"}
    opened = Streaming(connect, odd, 3, on_drift=drifts.append)

    assert opened.items(operation) == [b"{oops"]
    assert [event.got for event in drifts] == ["image/png"]
