"""`Downloads`: answers that go to a file as they come, and never whole into memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextvars import ContextVar, Token
from io import BufferedWriter, FileIO
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, TypeAlias

from .client import Core
from .exchange import Exchange
from .media import is_json, is_text
from .operation import Operation
from .types import CallOptions

if TYPE_CHECKING:
    from .transport import (
        AsyncHttpClient,
        HttpClient,
        HttpError,
        HttpRequest,
        HttpResponse,
    )

Progress: TypeAlias = Callable[[int, int | None], object]
"""Told how many bytes there are by now, and of how many, where that is known."""


class Writable(Protocol):
    """What bytes can be written to, such as a file that is open."""

    def write(self, data: bytes, /) -> object:
        """Take *data*."""
        ...


class Downloads(Core):
    """What a client has whose operations answer with files."""

    def save_to(
        self,
        target: str | os.PathLike[str] | Writable,
        *,
        progress: Progress | None = None,
    ) -> Saving:
        """Return a context manager that has answers inside it written to *target*.

        ``with client.save_to("a.pdf") as saved: client.get_file()``, then ``saved.size``.
        The calls return nothing of what was saved. An answer in JSON, or an error, is
        read as ever. The file at a path is there once it is whole.
        """
        return Saving(self, target, progress)

    def _exchange(
        self,
        operation: Operation[object],
        arguments: Mapping[str, object],
        body: object,
        options: CallOptions,
    ) -> Exchange:
        """Return the call of *operation*, whose answer goes to a file if that is open."""
        exchange = super()._exchange(operation, arguments, body, options)
        for saving in _ACTIVE.get():
            if saving.client is self and exchange.holder is None:
                exchange.holder = _Download(saving, exchange)
        return exchange


class Saving:
    """Where the answers to a client go while the block runs."""

    def __init__(
        self,
        client: Core,
        target: str | os.PathLike[str] | Writable,
        progress: Progress | None,
    ) -> None:
        self.client = client
        self.target = target
        self.progress = progress
        self.size = 0
        """How many bytes were written."""
        self.response: HttpResponse | None = None
        """The answer that they came in."""
        self._token: Token[tuple[Saving, ...]] | None = None

    def __enter__(self) -> Self:
        self._token = _ACTIVE.set((*_ACTIVE.get(), self))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._token is not None:
            _ACTIVE.reset(self._token)


_ACTIVE: ContextVar[tuple[Saving, ...]] = ContextVar("savings", default=())


class _Sink:
    """Takes the bytes of one *response*; a path gets its file only once it is whole."""

    def __init__(self, saving: Saving, response: HttpResponse) -> None:
        self._saving = saving
        saving.size, saving.response = 0, response
        self._write: Callable[[bytes], object]
        length = response.headers.get("content-length", "")
        plain = "content-encoding" not in response.headers
        self._total = int(length) if plain and length.isdecimal() else None
        self._path: str | None = None
        self._file: BufferedWriter | None = None
        if isinstance(saving.target, str | os.PathLike):
            self._path = os.fspath(saving.target)
            self._file = BufferedWriter(FileIO(f"{self._path}.part", "w"))
            self._write = self._file.write
        else:
            self._write = saving.target.write

    def take(self, chunk: bytes) -> None:
        """Write *chunk*."""
        self._write(chunk)
        self._saving.size += len(chunk)
        if self._saving.progress is not None:
            self._saving.progress(self._saving.size, self._total)

    def finish(self, *, whole: bool) -> None:
        """Close the file, which stays where it is *whole*."""
        if self._file is None or self._path is None:
            return
        self._file.close()
        if whole:
            os.replace(f"{self._path}.part", self._path)
        else:
            os.remove(f"{self._path}.part")


class _Download:
    """Sends the request of one *exchange*, and writes what comes."""

    def __init__(self, saving: Saving, exchange: Exchange) -> None:
        self._saving = saving
        self._exchange = exchange

    def send(
        self, client: HttpClient, request: HttpRequest
    ) -> HttpResponse | HttpError:
        """Return the answer to *request*, saved where it is a file, or the error."""
        # Imported here so that start-up stays fast: it loads the HTTP library.
        from .chunks import chunks, read, send_open

        response = send_open(client, request)
        if isinstance(response, Exception) or not response.is_success:
            return response
        if not _is_file(response):
            return read(response) or response
        sink, whole = _Sink(self._saving, response), False
        try:
            for chunk in chunks(response):
                self._take(sink, chunk)
            whole = True
        finally:
            response.close()
            sink.finish(whole=whole)
        return response

    async def send_async(
        self, client: AsyncHttpClient, request: HttpRequest
    ) -> HttpResponse | HttpError:
        """Return the answer to *request*, saved where it is a file, or the error."""
        # Imported here so that start-up stays fast: it loads the HTTP library.
        from .chunks import chunks_async, read_async, send_open_async

        response = await send_open_async(client, request)
        if isinstance(response, Exception) or not response.is_success:
            return response
        if not _is_file(response):
            return await read_async(response) or response
        sink, whole = _Sink(self._saving, response), False
        try:
            async for chunk in chunks_async(response):
                self._take(sink, chunk)
            whole = True
        finally:
            await response.aclose()
            sink.finish(whole=whole)
        return response

    def _take(self, sink: _Sink, chunk: bytes | HttpError) -> None:
        """Give *chunk* to *sink*; what breaks off after its first byte is an error."""
        if isinstance(chunk, bytes):
            sink.take(chunk)
            return
        # Imported here so that start-up stays fast: it loads the HTTP library.
        from .transport import failure

        request = self._exchange.request.redacted()
        raise failure(chunk, request, self._exchange.tries) from chunk

    def result(self, exchange: Exchange, response: HttpResponse) -> object:
        """Return what is left of *response*: nothing, where it was saved."""
        if not _is_file(response):
            exchange.holder = None
            return exchange.result(response)
        return "" if is_text(response.headers.get("content-type", "")) else b""


def _is_file(response: HttpResponse) -> bool:
    """Return whether what *response* holds is no value, but a file."""
    return not is_json(response.headers.get("content-type", ""))
