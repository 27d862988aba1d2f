"""`Stream` and `AsyncStream`: answers whose items come one after another."""

from __future__ import annotations

from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Coroutine,
    Generator,
    Iterator,
)
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeVar, cast

from .opened import Opened

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from .exchange import Exchange
    from .sse import ServerSentEvent
    from .transport import (
        AsyncHttpClient,
        HttpClient,
        HttpError,
        HttpRequest,
        HttpResponse,
    )

T = TypeVar("T")


class Stream(Generic[T]):
    """The items of an answer, made as they are asked for.

    It closes itself at its end, where a ``with`` block ends, and where nobody holds it
    any more. Items that are not as described are kept as they came, and reported.
    """

    def __init__(self, opened: Opened[T]) -> None:
        self._opened = opened
        self._items = _items(opened)
        self._closes = True

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        return next(self._items)

    @property
    def response(self) -> HttpResponse:
        """The response that the items come from."""
        return self._opened.response

    @property
    def event(self) -> ServerSentEvent | None:
        """The event that the last item came in, where items come in events."""
        return cast("ServerSentEvent | None", self._opened.event)

    def reconnecting(self) -> Self:
        """Return the same, connecting again where the connection ends before the items.

        For server-sent events: the request is sent once more, with the id of the last
        event, after the pause that the server asked for (WHATWG HTML, 9.2.3).
        """
        self._opened.reconnects = True
        return self

    def released(self) -> Opened[T]:
        """Return what the items come from, for another one to read and to close."""
        self._closes = False
        return self._opened

    def close(self) -> None:
        """Let go of the connection; there are no more items then."""
        self._items.close()
        self._opened.response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __del__(self) -> None:
        if self._closes:
            self.close()


class AsyncStream(Generic[T]):
    """As `Stream`; it is opened by ``await``, ``async with`` or ``async for``."""

    def __init__(self, call: Coroutine[object, object, Stream[T]]) -> None:
        self._call = call
        self._opened: Opened[T] | None = None
        self._items: AsyncGenerator[T] | None = None
        self._loop: AbstractEventLoop | None = None
        self._reconnects = False

    async def _open(self) -> AsyncGenerator[T]:
        """Return the items, the same ones each time."""
        if self._opened is None or self._items is None:
            self._loop = _running_loop()
            self._opened = (await self._call).released()
            self._opened.reconnects = self._reconnects
            self._items = _items_async(self._opened)
        return self._items

    async def _ready(self) -> Self:
        await self._open()
        return self

    def __await__(self) -> Generator[object, None, Self]:
        return self._ready().__await__()

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        return await anext(self._items or await self._open())

    @property
    def response(self) -> HttpResponse:
        """The response that the items come from; there is none before it is opened."""
        if self._opened is None:
            raise LookupError("the stream is not open yet")
        return self._opened.response

    @property
    def event(self) -> ServerSentEvent | None:
        """The event that the last item came in, where items come in events."""
        return cast("ServerSentEvent | None", self._opened and self._opened.event)

    def reconnecting(self) -> Self:
        """Return the same, connecting again as `Stream.reconnecting` says."""
        self._reconnects = True
        if self._opened is not None:
            self._opened.reconnects = True
        return self

    async def aclose(self) -> None:
        """Let go of the connection; there are no more items then."""
        self._call.close()
        if self._items is not None:
            await self._items.aclose()
        if self._opened is not None:
            await self._opened.response.aclose()

    async def __aenter__(self) -> Self:
        return await self._ready()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __del__(self) -> None:
        self._call.close()
        if self._opened is None or self._opened.response.is_closed:
            return
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(_close_soon, self._opened.response)


def _items(opened: Opened[T]) -> Generator[T]:
    """Yield the items of *opened*; the response is closed after them."""
    # Imported here so that start-up stays fast: it loads the HTTP library.
    from .chunks import chunks, read, without_limit

    try:
        if opened.parser is None:
            error = read(opened.response)
            if error is not None:
                raise opened.failed(error)
            yield from opened.whole()
            return
        while True:
            broken: HttpError | None = None
            for chunk in chunks(without_limit(opened.response)):
                if not isinstance(chunk, bytes):
                    broken = chunk
                    break
                yield from opened.items(chunk)
                if opened.parser.ended:
                    return
            if (pause := opened.pause()) is None:
                break
            opened.response.close()
            opened.exchange.settings.retry.sleep(pause)
            exchange = opened.again()
            stream = cast("Stream[T]", exchange.answer(exchange))
            if not opened.go_on(stream.released()):
                return
        if broken is not None:
            raise opened.failed(broken)
        yield from opened.items(b"")
    finally:
        opened.response.close()


async def _items_async(opened: Opened[T]) -> AsyncGenerator[T]:
    """Yield the items of *opened*; the response is closed after them."""
    # Imported here so that start-up stays fast: it loads the HTTP library.
    from .chunks import chunks_async, read_async, without_limit

    try:
        if opened.parser is None:
            error = await read_async(opened.response)
            if error is not None:
                raise opened.failed(error)
            for item in opened.whole():
                yield item
            return
        while True:
            broken: HttpError | None = None
            async for chunk in chunks_async(without_limit(opened.response)):
                if not isinstance(chunk, bytes):
                    broken = chunk
                    break
                for item in opened.items(chunk):
                    yield item
                if opened.parser.ended:
                    return
            if (pause := opened.pause()) is None:
                break
            await opened.response.aclose()
            await opened.exchange.settings.retry.sleep_async(pause)
            exchange = opened.again()
            answer = cast(
                "Coroutine[object, object, Stream[T]]", exchange.answer(exchange)
            )
            if not opened.go_on((await answer).released()):
                return
        if broken is not None:
            raise opened.failed(broken)
        for item in opened.items(b""):
            yield item
    finally:
        await opened.response.aclose()


class _Streamed:
    """Has responses left unread, and makes streams of them."""

    def send(
        self, client: HttpClient, request: HttpRequest
    ) -> HttpResponse | HttpError:
        """Return the answer to *request*, unread where it is a success, or the error."""
        # Imported here so that start-up stays fast: it loads the HTTP library.
        from .chunks import send_open

        return send_open(client, request)

    async def send_async(
        self, client: AsyncHttpClient, request: HttpRequest
    ) -> HttpResponse | HttpError:
        """Return the answer to *request*, unread where it is a success, or the error."""
        # Imported here so that start-up stays fast: it loads the HTTP library.
        from .chunks import send_open_async

        return await send_open_async(client, request)

    def result(self, exchange: Exchange, response: HttpResponse) -> object:
        """Return the stream of the items of *response*."""
        return Stream[object](Opened(exchange, response))


STREAMED = _Streamed()
"""Makes of an operation's answer a `Stream`."""

_CLOSING = set[object]()
"""What is being closed, so that it is not forgotten meanwhile."""


def _running_loop() -> AbstractEventLoop | None:
    """Return asyncio's loop; None where it is another library's."""
    # Imported here so that start-up stays fast: who runs a loop has loaded it.
    from asyncio import get_running_loop

    try:
        return get_running_loop()
    except RuntimeError:
        return None


def _close_soon(response: HttpResponse) -> None:
    """Close *response*, which nobody holds any more, on the loop that this runs on."""
    # Imported here so that start-up stays fast: who runs a loop has loaded it.
    from asyncio import create_task

    task = create_task(response.aclose())
    _CLOSING.add(task)
    task.add_done_callback(_CLOSING.discard)
