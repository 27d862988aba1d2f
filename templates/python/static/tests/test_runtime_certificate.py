"""Mutual TLS: a certificate is a credential, and the connection's affair."""

from __future__ import annotations

import ssl
from pathlib import Path

import httpx2
import pytest

from __package_name__._runtime.certificate import ClientCertificate, MutualTls
from __package_name__._runtime.client import BaseClient
from __package_name__._runtime.errors import MissingCredentialsError
from __package_name__._runtime.operation import Operation, Response

GET: Operation[object] = Operation(
    "g", "GET", "/x", auth=(("m",),), responses=(Response("200"),)
)


def test_a_certificate_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one nothing is sent; it may come from the environment."""
    got: list[httpx2.Request] = []

    def server(request: httpx2.Request) -> httpx2.Response:
        got.append(request)
        return httpx2.Response(200)

    def call(given: str | ssl.SSLContext | None) -> None:
        BaseClient(
            base_url="https://api.example",
            auth={"m": MutualTls(given, certificate_env="CERTIFICATE")},
            transport=httpx2.MockTransport(server),
        )._call(GET, {})

    monkeypatch.delenv("CERTIFICATE", raising=False)
    for nothing in (None, ""):
        with pytest.raises(MissingCredentialsError, match="or set CERTIFICATE"):
            call(nothing)
    assert got == []
    call("cert.pem")
    call(ssl.create_default_context())
    monkeypatch.setenv("CERTIFICATE", "cert.pem")
    call(None)
    assert len(got) == 3
    assert {name for r in got for name in r.headers} <= {
        *("accept", "accept-encoding", "connection", "user-agent", "host"),
    }


def test_what_connections_are_made_with(tmp_path: Path) -> None:
    """A context is taken as it is; files are loaded when the client is made."""
    context = ssl.create_default_context()
    assert MutualTls(context).tls() is context
    assert MutualTls().tls() is None
    (tmp_path / "no.pem").write_text("no certificate", "utf-8")
    for given in (
        str(tmp_path / "no.pem"),
        ClientCertificate(str(tmp_path / "no.pem"), password="secret"),
    ):
        with pytest.raises(ssl.SSLError):
            BaseClient(base_url="https://a", auth={"m": MutualTls(given)})


def test_the_password_is_hidden() -> None:
    """The paths of files are shown, not what opens them."""
    certificate = ClientCertificate("c.pem", "k.pem", "secret")
    assert repr(certificate) == "ClientCertificate('c.pem', 'k.pem')"
    assert repr(MutualTls(certificate)).startswith("MutualTls(connection")
    assert MutualTls(certificate).ready
