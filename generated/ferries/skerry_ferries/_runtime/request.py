"""`Request`: what goes out, still without the credentials."""

from __future__ import annotations

from .redact import hide_headers, hide_query


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
        cookies: dict[str, str],
        content: bytes | None,
    ) -> None:
        self.method = method
        self.url = url
        self.headers = headers
        self.cookies = cookies
        self.content = content

    def __repr__(self) -> str:
        size = "no body" if self.content is None else f"{len(self.content)} bytes"
        return f"<Request {self} {hide_headers(self.headers)} {size}>"

    def __str__(self) -> str:
        return f"{self.method} {hide_query(self.url)}"

    def redacted(self) -> Request:
        """Return a copy in which what the repr hides is gone."""
        return Request(
            self.method,
            hide_query(self.url),
            hide_headers(self.headers),
            hide_headers(self.cookies),
            self.content,
        )
