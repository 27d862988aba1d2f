"""Credentials that are made as a request is sent, beside others, and bodies."""

# These look inside the run time.
# pyright: reportPrivateUsage=false

from __future__ import annotations

from collections.abc import Iterator

import httpx2
import pytest

from __package_name__._runtime.auth import ApiKey, Basic
from __package_name__._runtime.client import BaseClient
from __package_name__._runtime.errors import MissingCredentialsError, UnauthorizedError
from __package_name__._runtime.live import Ask, Http
from __package_name__._runtime.operation import Body, Operation, Response

POST: Operation[object] = Operation(
    "p",
    "POST",
    "/x",
    body=Body("text/plain"),
    auth=(("h", "k"), ("b",)),
    responses=(Response("200"),),
)


class Server:
    """Keeps what it *got*, and answers with *statuses* in turn."""

    def __init__(self, *statuses: int) -> None:
        self.got: list[tuple[str, str, bytes]] = []
        self.statuses: Iterator[int] = iter(statuses)

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request*."""
        value = request.headers.get("authorization", "")
        self.got.append((value, request.url.query.decode(), request.read()))
        challenge = [("www-authenticate", "Hoba x=1"), ("www-authenticate", "Basic")]
        return httpx2.Response(next(self.statuses), headers=challenge)

    def client(self, http: Http) -> BaseClient:
        """Return a client of this server."""
        auth = {"h": http, "k": ApiKey("k", "query", "key"), "b": Basic()}
        return BaseClient(
            base_url="https://a", auth=auth, transport=httpx2.MockTransport(self)
        )


@pytest.mark.parametrize("value", ["x=1", "HOBA x=1"])
def test_a_value_follows_the_name(value: str) -> None:
    """A scheme that the client does not know gets the user's value, after its name."""
    server = Server(200)
    server.client(Http("hoba", value))._call(POST, {}, "body")
    sent = value if value.startswith("HOBA") else "hoba x=1"
    assert server.got == [(sent, "k=key", b"body")]


def test_a_function_answers_the_challenge() -> None:
    """It is asked before and after a 401, and the body goes out twice."""
    asks: list[Ask] = []

    def give(ask: Ask) -> str:
        asks.append(ask)
        return f"v{len(asks)}"

    server = Server(401, 200)
    server.client(Http("hoba", give))._call(POST, {}, "body")
    assert [got[0] for got in server.got] == ["hoba v1", "hoba v2"]
    assert {got[1:] for got in server.got} == {("k=key", b"body")}
    told = [(a.method, a.url, a.rejected, a.challenges, a.content) for a in asks]
    assert told == [
        ("POST", "https://a/x?k=key", None, (), b"body"),
        ("POST", "https://a/x?k=key", "v1", ("Hoba x=1", "Basic"), b"body"),
    ]
    assert "key" not in repr(asks)


def test_a_second_refusal_stands() -> None:
    """Nobody is asked a third time."""
    values = iter("abc")
    server = Server(401, 401)
    with pytest.raises(UnauthorizedError):
        server.client(Http("hoba", lambda _: next(values)))._call(POST, {}, "body")
    assert next(values) == "c"


@pytest.mark.parametrize("value", ["a\nb", "a\x00"])
def test_values_that_would_break_out(value: str) -> None:
    """What a function gives is checked like what is passed, and not repeated."""
    server = Server()
    with pytest.raises(ValueError, match=r"holds a forbidden character$"):
        server.client(Http("hoba", lambda _: value))._call(POST, {}, "body")
    with pytest.raises(ValueError, match=r"holds a forbidden character$"):
        Http("hoba", value)
    assert server.got == []


def test_nothing_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """A value may come from the environment, or not at all."""
    monkeypatch.setenv("V", "env")
    assert Http("hoba", value_env="V").reveal() == "hoba env"
    monkeypatch.setenv("V", "")
    assert not Http("hoba", value_env="V").ready
    with pytest.raises(MissingCredentialsError, match=r"\(h with k or b\)"):
        Server().client(Http("hoba"))._call(POST, {}, "body")


def test_a_body_that_can_be_read_only_once() -> None:
    """It is not sent again; what the server said stands."""
    server = Server(401)
    client = server.client(Http("hoba", lambda ask: str(ask.rejected)))
    http = client._settings.auth["h"]
    assert http is not None
    request = httpx2.Request("POST", "https://a/x", content=iter([b"body"]))
    auth = http.together([http], client._http, client._settings)
    assert isinstance(auth, httpx2.Auth)

    assert client._http.send(request, auth=auth).status_code == 401
    assert server.got == [("hoba None", "", b"body")]
