"""Mutual TLS for real: a server on this machine that wants to see a certificate."""

from __future__ import annotations

import asyncio
import ssl
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from shutil import which
from threading import Thread
from typing import Any

import pytest

from __package_name__._runtime import certificate, client, failures, operation, retry

GET: Any = operation.Operation(
    "g", "GET", "/x", auth=(("m",),), responses=(operation.Response("200"),)
)
pytestmark = pytest.mark.skipif(which("openssl") is None, reason="there is no openssl")


def openssl(folder: Path, *arguments: str) -> None:
    """Run openssl in *folder*."""
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with certificates of a server and a client, and who signed both."""
    made = tmp_path_factory.mktemp("tls")
    new = ["-newkey", "rsa:2048", "-nodes"]
    ours = ["-keyout", "ca.key", "-out", "ca.pem", "-days", "1", "-subj", "/CN=ca"]
    openssl(made, "req", "-x509", *new, *ours)
    (made / "names").write_text("subjectAltName=DNS:localhost", "utf-8")
    for name in ("server", "client"):
        files = ["-keyout", f"{name}.key", "-out", f"{name}.csr"]
        openssl(made, "req", *new, *files, "-subj", f"/CN={name}")
        signed = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "1"]
        files = ["-in", f"{name}.csr", "-out", f"{name}.pem", "-extfile", "names"]
        openssl(made, "x509", "-req", *files, *signed)
    both = (made / "client.pem").read_text("utf-8") + (made / "client.key").read_text()
    (made / "both.pem").write_text(both, "utf-8")
    return made


class Server(HTTPServer):
    """Keeps the certificates that it has *seen*."""

    seen: list[object]


class Handler(BaseHTTPRequestHandler):
    """Answers all with nothing."""

    def do_GET(self) -> None:
        """Note who asks."""
        assert isinstance(self.server, Server)
        assert isinstance(self.connection, ssl.SSLSocket)
        self.server.seen.append((self.connection.getpeercert() or {})["subject"])
        self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that shows its certificate, and wants to see one."""
    made = Server(("127.0.0.1", 0), Handler)
    made.seen = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    context.load_verify_locations(folder / "ca.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    made.socket = context.wrap_socket(made.socket, server_side=True)
    thread = Thread(target=made.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setenv("SSL_CERT_FILE", str(folder / "ca.pem"))
    yield made
    made.shutdown()
    made.server_close()
    thread.join(10)


def options(server: Server, given: object) -> Any:
    """Return the options of a client of *server* that shows the certificate *given*."""
    return {
        "base_url": f"https://localhost:{server.server_port}",
        "auth": {"m": certificate.MutualTls(given)},  # type: ignore[arg-type]
        "retry": retry.RetryPolicy(attempts=1),
    }


def context(folder: Path, *, shown: bool) -> ssl.SSLContext:
    """Return what connections may be made with."""
    made = ssl.create_default_context(cafile=str(folder / "ca.pem"))
    if shown:
        made.load_cert_chain(folder / "client.pem", folder / "client.key")
    return made


@pytest.mark.parametrize("kind", ["files", "file", "context"])
def test_the_certificate_is_shown(server: Server, folder: Path, kind: str) -> None:
    """The server sees the certificate, in whatever way it was passed."""
    given = {
        "files": certificate.ClientCertificate(
            str(folder / "client.pem"), str(folder / "client.key")
        ),
        "file": str(folder / "both.pem"),
        "context": context(folder, shown=True),
    }[kind]

    async def main() -> None:
        async with client.AsyncBaseClient(**options(server, given)) as made:
            await made._call(GET, {})

    with client.BaseClient(**options(server, given)) as made:
        made._call(GET, {})
    asyncio.run(main())
    assert server.seen == [((("commonName", "client"),),)] * 2


def test_without_a_certificate(server: Server, folder: Path) -> None:
    """A connection that shows none is refused by the server."""
    given = options(server, context(folder, shown=False))
    with (
        client.BaseClient(**given) as made,
        pytest.raises(failures.TransportFailure),
    ):
        made._call(GET, {})
    assert server.seen == []
