"""`Request`: what goes out, still without the credentials."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeAlias

from .redact import hide, hide_headers, hide_query


class Pieces(Protocol):
    """Content that is sent piece by piece: *length* bytes, if that is known.

    It can be sent *again* where all of it can be read once more.
    """

    @property
    def length(self) -> int | None: ...

    @property
    def again(self) -> bool: ...

    def __iter__(self) -> Iterator[bytes]: ...


Content: TypeAlias = bytes | Pieces
"""What is sent: at once, or piece by piece."""


def joined(url: str, query: str) -> str:
    """Return *url* with *query* at its end; there may be one already."""
    return f"{url}{'&' if '?' in url else '?'}{query}"


class Request:
    """A request as data. It never holds what the client adds to authenticate it.

    Its repr also hides headers and query values whose names sound like credentials.
    """

    __slots__ = ("content", "cookies", "headers", "method", "url")

    def __init__(
        self,
        method: str,
        url: str,
        headers: dict[str, str],
        cookies: list[tuple[str, str]],
        content: Content | None,
    ) -> None:
        self.method = method
        self.url = url
        self.headers = headers
        self.cookies = cookies
        self.content = content

    def __repr__(self) -> str:
        known = self.content
        length = len(known) if isinstance(known, bytes) else known and known.length
        size = "no body" if known is None else f"{length or 'some'} bytes"
        return f"<Request {self} {hide_headers(self.headers)} {size}>"

    def __str__(self) -> str:
        return f"{self.method} {hide_query(self.url)}"

    def redacted(self) -> Request:
        """Return a copy in which what the repr hides is gone."""
        return Request(
            self.method,
            hide_query(self.url),
            hide_headers(self.headers),
            [(name, hide(name, value)) for name, value in self.cookies],
            self.content if isinstance(self.content, bytes) else None,
        )
