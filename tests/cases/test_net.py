"""The way to the server, run: transports, proxies, limits and other people's clients."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx2
import pytest
from support.cases import Case, build

DESCRIPTION = """
openapi: 3.1.0
info: {title: Net, version: '1'}
servers: [{url: 'http://api.test'}]
paths:
  /x: {post: {operationId: send, requestBody: {content: {text/plain: {}}}, responses: {'204': {description: Done.}}}}
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A client of one operation."""
    folder = tmp_path_factory.mktemp("net")
    return build(DESCRIPTION, folder, format=False, tests=False)


@pytest.fixture
def proxy() -> Iterator[tuple[str, list[str]]]:
    """The URL of a proxy that answers everything itself, and the lines it got."""
    lines: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        """Answers with nothing."""

        def do_POST(self) -> None:
            """Note the request line, and read the body."""
            lines.append(self.requestline)
            self.rfile.read(int(self.headers["content-length"]))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", lines
    server.shutdown()
    server.server_close()


def test_proxies_of_the_environment(
    case: Case, proxy: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The environment's proxy carries the requests, but not to hosts that need none."""
    url, lines = proxy
    monkeypatch.setenv("HTTP_PROXY", url)
    monkeypatch.setenv("http_proxy", url)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with case.package.Client() as client:
        client.send(body="x")
    with case.package.Client(base_url=url) as client:
        client.send(body="x")

    assert lines == ["POST http://api.test/x HTTP/1.1", "POST /x HTTP/1.1"]


def test_clients_of_the_library_are_taken(
    case: Case, proxy: tuple[str, list[str]]
) -> None:
    """What a client of the HTTP library was told holds: certificates, headers, cookies."""
    url, lines = proxy
    context = ssl.create_default_context()
    with httpx2.Client(verify=context, cookies={"a": "b"}) as own:
        with case.package.Client(http_client=own, base_url=url) as client:
            client.send(body="x")
        assert not own.is_closed

    assert lines == ["POST /x HTTP/1.1"]


def test_a_transport_needs_no_socket(case: Case) -> None:
    """A transport is an argument, and each phase of a call has a limit by default."""
    client = case.client(status=204)
    client.send(body="x")
    limits = case.requests[-1].extensions["timeout"]

    assert limits == {"connect": 5.0, "read": 30.0, "write": 30.0, "pool": 30.0}


@pytest.mark.parametrize("own", [False, True])
def test_files_travel(
    case: Case, proxy: tuple[str, list[str]], tmp_path: Path, own: bool
) -> None:
    """A file goes over the wire, also through somebody's own client."""
    url, lines = proxy
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 100_000)
    with httpx2.Client() as http:
        more = {"http_client": http} if own else {}
        with case.package.Client(base_url=url, **more) as client:
            client.send(body=path)

    assert lines == ["POST /x HTTP/1.1"]
