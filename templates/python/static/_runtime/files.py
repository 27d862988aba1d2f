"""Files: what is sent of them, and how, without reading them as a whole."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from io import SEEK_END
from typing import Protocol, TypeAlias, cast

from .media import charset
from .operation import Body
from .request import Content

_CHUNK = 65536


class Readable(Protocol):
    """A file that is open for reading bytes."""

    def read(self, size: int = ..., /) -> bytes:
        """Return the next bytes, *size* of them at most."""
        ...


class File:
    """A file to send: its *content* as bytes, as a path or open for reading, and what
    to say of it."""

    __slots__ = ("content", "content_type", "headers", "name")

    def __init__(
        self,
        content: bytes | os.PathLike[str] | Readable,
        name: str | None = None,
        content_type: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.content = content
        self.name = file_name(content) if name is None else name
        self.content_type = content_type
        self.headers = headers or {}

    def type(self, known: str | None) -> str:
        """Return its media type: given, else one of those *known*, else by its name."""
        if self.content_type:
            return self.content_type
        # Imported here so that start-up stays fast: only files need it.
        from mimetypes import guess_type

        listed = [each.strip() for each in (known or "").split(",")]
        plain = [each for each in listed if each and "*" not in each]
        if len(plain) == len(listed) == 1:
            return plain[0]
        guess = guess_type(self.name or "")[0] or "application/octet-stream"
        kinds = [each.partition("/*")[0] for each in listed if "/*" in each]
        if {"*", guess.partition("/")[0]} & {*kinds} or guess in plain or not plain:
            return guess
        return plain[0]


FileInput: TypeAlias = bytes | os.PathLike[str] | Readable | File
"""What is taken for a file."""


def as_file(value: object) -> File:
    """Return *value* as a file; raise `ValueError` for what is none."""
    if isinstance(value, File):
        return value
    if isinstance(value, bytes | os.PathLike) or hasattr(value, "read"):
        return File(cast("bytes | os.PathLike[str] | Readable", value))
    raise ValueError("must be bytes, a path, an open file or a File")


def file_name(content: object) -> str | None:
    """Return the name of the file *content*, where it has one."""
    is_path = isinstance(content, os.PathLike)
    path = os.fspath(cast("os.PathLike[str]", content)) if is_path else ""
    name: object = path or getattr(content, "name", None)
    return os.path.basename(name) or None if isinstance(name, str) else None


class Payload:
    """Bytes and files one after the other, each file read when its turn comes.

    It can be sent *again* where no file is beyond its beginning for good.
    """

    __slots__ = ("_pieces", "_starts", "again", "length")

    def __init__(self, pieces: Iterable[bytes | File]) -> None:
        self._pieces = list(pieces)
        self._starts = {i: _start(p) for i, p in enumerate(self._pieces)}
        sizes = [_size(p, self._starts[i]) for i, p in enumerate(self._pieces)]
        known = [size for size in sizes if size is not None]
        self.length = sum(known) if len(known) == len(sizes) else None
        self.again = all(start is not None for start in self._starts.values())

    def __iter__(self) -> Iterator[bytes]:
        for index, piece in enumerate(self._pieces):
            content = piece.content if isinstance(piece, File) else piece
            if isinstance(content, bytes):
                yield content
            elif isinstance(content, os.PathLike):
                with open(content, "rb") as opened:
                    yield from _chunks(opened)
            else:
                if (start := self._starts[index]) is not None:
                    cast("_Seekable", content).seek(start)
                yield from _chunks(content)


def joined_content(pieces: Iterable[bytes | File]) -> Content:
    """Return *pieces* as content: at once where all of them are bytes."""
    contents = [p.content if isinstance(p, File) else p for p in pieces]
    if all(isinstance(content, bytes) for content in contents):
        return b"".join(cast("list[bytes]", contents))
    return Payload([c if isinstance(c, bytes) else File(c) for c in contents])


def write_file(body: Body, value: object) -> tuple[str, Content]:
    """Return *value*, text or a file, as the whole of a body."""
    known, is_range = body.media_type, "*" in body.media_type
    if isinstance(value, str):
        return "text/plain" if is_range else known, value.encode(charset(known))
    sent = as_file(value)
    media_type = sent.type(known) if is_range or sent.content_type else known
    return media_type, joined_content([sent])


class _Seekable(Protocol):
    """An open file that can be read from another place."""

    def seek(self, offset: int, whence: int = 0, /) -> int: ...

    def tell(self) -> int: ...


def _start(piece: bytes | File) -> int | None:
    """Return where the reading of *piece* begins; None where it can't begin again."""
    content = piece.content if isinstance(piece, File) else piece
    if isinstance(content, bytes | os.PathLike):
        return 0
    seekable = getattr(content, "seekable", None)
    return cast("_Seekable", content).tell() if seekable and seekable() else None


def _size(piece: bytes | File, start: int | None) -> int | None:
    """Return how many bytes *piece* has from its *start*, where that is known."""
    content = piece.content if isinstance(piece, File) else piece
    if isinstance(content, bytes):
        return len(content)
    if isinstance(content, os.PathLike):
        return os.stat(content).st_size
    if start is None:
        return None
    seekable = cast("_Seekable", content)
    size = seekable.seek(0, SEEK_END) - start
    seekable.seek(start)
    return size


def _chunks(opened: Readable) -> Iterator[bytes]:
    """Yield what is left of an *opened* file."""
    while chunk := opened.read(_CHUNK):
        if isinstance(cast("object", chunk), str):
            raise TypeError("a file must be opened in binary mode")
        yield chunk
