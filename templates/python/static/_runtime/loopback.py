"""`LoopbackRedirect`: brings a user's consent from the browser (RFC 8252, 7.3)."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from .tokens import TokenError

if TYPE_CHECKING:
    from socketserver import TCPServer

_DONE = b"You may close this window."


def _browse(url: str) -> object:
    """Open *url* in the user's browser."""
    # Imported here so that start-up stays fast.
    from webbrowser import open

    return open(url)


class LoopbackRedirect:
    """Opens the page with *browse* and listens on 127.0.0.1 for the answer.

    *port* 0 takes any free one. Only an answer with the state of the page that was
    opened counts; `TokenError` where none comes in *timeout* seconds.
    """

    def __init__(
        self,
        port: int = 0,
        path: str = "/",
        *,
        browse: Callable[[str], object] = _browse,
        timeout: float = 300.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._port = port
        self._path = path
        self._browse = browse
        self._timeout = timeout
        self._clock = clock
        self._server: TCPServer | None = None
        self._state = ""
        self._answer: str | None = None

    @property
    def uri(self) -> str:
        """The redirect URI; asking for it begins to listen."""
        server = self._server = self._server or self._listening()
        return f"http://127.0.0.1:{server.server_address[1]}{self._path}"

    def __call__(self, url: str) -> str:
        """Return the URL at which the answer to the page *url* came."""
        uri = self.uri
        server = self._server or self._listening()
        self._state = parse_qs(urlsplit(url).query).get("state", [""])[0]
        self._answer = None
        end = self._clock() + self._timeout
        try:
            self._browse(url)
            while self._answer is None:
                server.timeout = end - self._clock()
                if server.timeout <= 0:
                    raise TokenError(uri, "nobody came back from the browser")
                server.handle_request()
            return self._answer
        finally:
            server.server_close()
            self._server = None

    def offered(self, target: str) -> bool:
        """Return whether *target*, of a request, is the answer; keep it if so."""
        parts = urlsplit(target)
        told = parse_qs(parts.query)
        if parts.path != self._path or told.get("state") != [self._state]:
            return False
        if not {"code", "error"} & told.keys():
            return False
        self._answer = f"{self.uri}?{parts.query}"
        return True

    def _listening(self) -> TCPServer:
        """Return a server that gives all requests to `offered`."""
        # Imported here so that start-up stays fast: most clients have no user.
        from http.server import BaseHTTPRequestHandler
        from socketserver import TCPServer

        offered = self.offered

        class Handler(BaseHTTPRequestHandler):
            """Answers the browser."""

            timeout = 5
            """Seconds for a request: a browser may connect ahead and say nothing."""

            def do_GET(self) -> None:
                """Take the answer, and nothing else."""
                found = offered(self.path)
                body = _DONE if found else b""
                self.send_response(200 if found else 404)
                self.send_header("content-type", "text/plain")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing: the code is in the request line."""

        class Server(TCPServer):
            """Takes its port again at once."""

            allow_reuse_address = True

        return Server(("127.0.0.1", self._port), Handler)
