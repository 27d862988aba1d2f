"""Access tokens: how they are asked for, kept, renewed and sent."""

# These look inside the run time.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import asyncio
import pickle
from base64 import b64decode
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import httpx2
import pytest

from __package_name__._runtime.client import AsyncBaseClient, BaseClient
from __package_name__._runtime.errors import TransportFailure, UnauthorizedError
from __package_name__._runtime.grant import Grant
from __package_name__._runtime.grants import (
    OAuth2ClientCredentials,
    OAuth2Password,
    OAuth2RefreshToken,
)
from __package_name__._runtime.live import Ask
from __package_name__._runtime.oauth import OAuth2
from __package_name__._runtime.operation import Operation, Response
from __package_name__._runtime.places import Places
from __package_name__._runtime.retry import RetryPolicy
from __package_name__._runtime.tokens import Token, TokenError

TOKENS = "https://id.example/token"
FLOWS = {
    "clientCredentials": Places(token=TOKENS),
    "password": Places(token="/login", refresh="https://id.example/again"),
}
NEEDS: dict[str, Operation[object]] = {
    scope: Operation(
        scope,
        "GET",
        "/x",
        auth=((("o", *scope.split()),),),
        responses=(Response("200"),),
    )
    for scope in ("", "a", "b", "a b")
}


class Server:
    """An API and its authorization server: the credentials *sent* to one,
    and what the other was *asked*.

    *more* is what each token comes with; *good* says which tokens the API takes.
    """

    def __init__(self, **more: object) -> None:
        self.sent: list[str] = []
        self.asked: list[httpx2.Request] = []
        self.more: dict[str, object] = more
        self.reply: tuple[int, object] | Exception | None = None
        self.replies: Callable[[], tuple[int, object]] | None = None
        self.good: Callable[[str], bool] = lambda _: True

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request*."""
        if request.url.path == "/v1/x":
            value = request.headers.get("authorization", "")
            self.sent.append(value)
            return httpx2.Response(200 if self.good(value) else 401)
        self.asked.append(request)
        if isinstance(self.reply, Exception):
            raise self.reply
        token = {"access_token": f"T{len(self.asked)}", "token_type": "bearer"}
        reply = self.replies() if self.replies else self.reply
        status, body = reply or (200, token | self.more)
        return httpx2.Response(status, json=body)

    def fields(self, number: int = -1) -> dict[str, str]:
        """Return what the token endpoint was shown, by default the last time."""
        pairs = parse_qs(self.asked[number].content.decode(), strict_parsing=True)
        return {name: value for name, (value,) in pairs.items()}


Call = Callable[..., None]


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest) -> Call:
    """A function that calls operations, by their scopes, with *token*."""

    def called(server: Server, token: Any, *scopes: str, **more: Any) -> None:
        options: dict[str, Any] = {
            "base_url": "https://api.example/v1",
            "auth": {"o": OAuth2(token, FLOWS, **more)},
            "transport": httpx2.MockTransport(server),
            "retry": RetryPolicy(sleep=lambda _: None, attempts=1),
        }
        if request.param == "sync":
            client = BaseClient(**options)
            for scope in scopes or ("",):
                client._call(NEEDS[scope], {})
            return

        async def main() -> None:
            client = AsyncBaseClient(**options)
            for scope in scopes or ("",):
                await client._call(NEEDS[scope], {})

        asyncio.run(main())

    return called


def test_a_token_that_is_given(call: Call) -> None:
    """A plain token is sent as it is, and nobody is asked for one."""
    server = Server()
    call(server, "given", "a")
    assert (server.sent, server.asked) == (["Bearer given"], [])


def test_client_credentials(call: Call) -> None:
    """The client's id and secret get a token, which is kept for further calls."""
    server = Server(expires_in=3600)
    call(server, OAuth2ClientCredentials("i:d", "s é", extra={"audience": "x"}), "", "")

    assert server.sent == ["Bearer T1", "Bearer T1"]
    (asked,) = server.asked
    kind, _, pair = asked.headers["authorization"].partition(" ")
    assert (str(asked.url), asked.method, kind) == (TOKENS, "POST", "Basic")
    assert b64decode(pair) == b"i%3Ad:s+%C3%A9"
    assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
    assert asked.headers["accept"] == "application/json"
    assert server.fields() == {"grant_type": "client_credentials", "audience": "x"}


def test_in_the_body(call: Call) -> None:
    """A client may say who it is in the body; one without a secret always does."""
    server = Server()
    call(server, OAuth2ClientCredentials("id", "s", client_auth="post"))
    expected = {"grant_type": "client_credentials", "client_id": "id"}
    assert server.fields() == expected | {"client_secret": "s"}
    assert "authorization" not in server.asked[0].headers

    call(server, OAuth2ClientCredentials("id"))
    assert server.fields() == expected
    assert "authorization" not in server.asked[1].headers


@pytest.mark.parametrize(
    ("scopes", "called", "asked"),
    [
        (None, ["a", "a", "b", "a b"], ["a", "a b"]),
        (None, ["", "b", ""], [None, "b"]),
        (["z"], ["a", "b"], ["z"]),
        ([], ["a", "b"], [None]),
    ],
)
def test_scopes(
    call: Call, scopes: list[str] | None, called: list[str], asked: list[str | None]
) -> None:
    """Without scopes of its own, a token has those that the operations need so far."""
    server = Server()
    call(server, OAuth2ClientCredentials("id", "s", scopes=scopes), *called)
    assert [server.fields(n).get("scope") for n in range(len(server.asked))] == asked


def test_a_spent_token_is_replaced(call: Call) -> None:
    """A token is renewed a little before its end, by its refresh token if it has one."""
    now = [1000.0]
    server = Server(expires_in="100", refresh_token="R")
    kept: list[Token] = []
    grant = OAuth2Password(
        "u", "p", "id", scopes=["a"], clock=lambda: now[0], on_token=kept.append
    )
    for now[0] in (1000.0, 1069.0, 1070.0):
        call(server, grant)

    assert server.sent == ["Bearer T1", "Bearer T1", "Bearer T2"]
    assert [str(r.url) for r in server.asked] == [
        "https://api.example/login",
        "https://id.example/again",
    ]
    assert server.fields(0) == {
        "grant_type": "password",
        "username": "u",
        "password": "p",
        "client_id": "id",
        "scope": "a",
    }
    assert server.fields(1) == {
        "grant_type": "refresh_token",
        "refresh_token": "R",
        "client_id": "id",
    }
    assert [(t.access, t.refresh, t.expires, t.scopes) for t in kept] == [
        ("T1", "R", 1070.0, ("a",)),
        ("T2", "R", 1140.0, ("a",)),
    ]


def test_a_refresh_token_that_is_refused(call: Call) -> None:
    """Where the refresh token works no more, the grant itself gets a token; any other
    refusal stands."""
    server = Server(refresh_token="R", expires_in=0)
    grant = OAuth2ClientCredentials("id", "s")
    call(server, grant)
    replies = iter([(400, {"error": "invalid_grant"}), (200, {"access_token": "N"})])
    server.replies = lambda: next(replies)
    call(server, grant)
    kinds = [server.fields(n)["grant_type"] for n in range(len(server.asked))]
    assert kinds == ["client_credentials", "refresh_token", "client_credentials"]
    assert server.sent == ["Bearer T1", "Bearer N"]

    server = Server(refresh_token="R", expires_in=0)
    grant = OAuth2ClientCredentials("id", "s")
    call(server, grant)
    server.reply = 400, {"error": "invalid_client"}
    with pytest.raises(TokenError, match="invalid_client"):
        call(server, grant)
    assert server.fields()["grant_type"] == "refresh_token"


def test_a_refresh_token_of_fewer_scopes(call: Call) -> None:
    """A refresh token gets no more scopes than it had: for others the grant is asked."""
    server = Server(refresh_token="R", expires_in=0)
    call(server, OAuth2ClientCredentials("id", "s"), "a", "a", "b")
    kinds = [server.fields(n)["grant_type"] for n in range(3)]
    assert kinds == ["client_credentials", "refresh_token", "client_credentials"]
    assert server.fields(2)["scope"] == "a b"


def test_short_lives(call: Call) -> None:
    """A token that does not last long is used for half of its time at least."""
    now = [0.0]
    server = Server(expires_in=10)
    grant = OAuth2ClientCredentials("id", "s", clock=lambda: now[0])
    for now[0] in (0.0, 4.9, 5.0):
        call(server, grant)
    assert server.sent == ["Bearer T1", "Bearer T1", "Bearer T2"]


def test_a_refresh_token_that_was_kept(call: Call) -> None:
    """It gets the first token, is replaced by the server's, and works no second time."""
    server = Server(refresh_token="R2", expires_in=0)
    grant = OAuth2RefreshToken("R1", "id", "s", token_url="https://id.example/mine")
    call(server, grant, "a", "b")
    fields = [server.fields(n)["refresh_token"] for n in (0, 1)]
    assert fields == ["R1", "R2"]
    assert {str(r.url) for r in server.asked} == {"https://id.example/mine"}
    server.reply = 400, {"error": "invalid_grant"}
    with pytest.raises(TokenError, match="does not work any more"):
        call(server, grant)


def test_a_rejected_token_is_renewed_once(call: Call) -> None:
    """A 401 gets another token and one more try; if that fails too, it stands."""
    server = Server()
    server.good = "Bearer T2".__eq__
    call(server, OAuth2ClientCredentials("id", "s"))
    assert server.sent == ["Bearer T1", "Bearer T2"]

    server = Server()
    server.good = "none".__eq__
    with pytest.raises(UnauthorizedError):
        call(server, OAuth2ClientCredentials("id", "s"))
    assert server.sent == ["Bearer T1", "Bearer T2"]


def test_a_given_token_is_not_renewed(call: Call) -> None:
    """Nobody can renew a plain token, or what a function gives once more."""
    server = Server()
    server.good = "none".__eq__

    def give(_: object) -> str:
        return "given"

    for token in ("given", give):
        with pytest.raises(UnauthorizedError):
            call(server, token)
    assert server.sent == ["Bearer given", "Bearer given"]


def test_functions_as_providers(call: Call) -> None:
    """A function gives the token for each request, and learns what was rejected."""
    asks: list[Ask] = []

    def give(ask: Ask) -> str:
        asks.append(ask)
        return f"F{len(asks)}"

    server = Server()
    server.good = "Bearer F2".__eq__
    call(server, give, "a")
    assert server.sent == ["Bearer F1", "Bearer F2"]
    assert [(a.method, a.url, a.scopes, a.rejected) for a in asks] == [
        ("GET", "https://api.example/v1/x", ("a",), None),
        ("GET", "https://api.example/v1/x", ("a",), "F1"),
    ]
    assert "F1" not in repr(asks[1])


def test_coroutine_functions_as_providers() -> None:
    """Clients that are awaited await their provider, too."""

    async def give(_: Ask) -> str:
        await asyncio.sleep(0)
        return "later"

    server = Server()

    async def main() -> None:
        client = AsyncBaseClient(
            base_url="https://api.example/v1",
            auth={"o": OAuth2(give)},
            transport=httpx2.MockTransport(server),
        )
        await client._call(NEEDS[""], {})

    asyncio.run(main())
    assert server.sent == ["Bearer later"]


@pytest.mark.parametrize("given", [None, "", 3])
def test_providers_that_give_nothing(call: Call, given: object) -> None:
    """A provider that gives no text is at fault; nothing is sent."""
    server = Server()

    def give(_: object) -> object:
        return given

    with pytest.raises(TypeError, match="the token provider gave no text"):
        call(server, give)
    assert server.sent == []


NO_TOKEN: list[tuple[tuple[int, object], str]] = [
    (
        (401, {"error": "invalid_client", "error_description": "no\nsecret"}),
        "-> 401: invalid_client (no ***)",
    ),
    ((200, {"error": "bad_verb"}), "-> 200: bad_verb"),
    ((400, {"error": "x" * 201}), f"-> 400: {'x' * 200}..."),
    ((500, "oh"), "-> 500: no token in the answer"),
    ((200, ["T"]), "-> 200: no token in the answer"),
    ((302, {}), "-> 302: no token in the answer"),
    ((200, {"access_token": ""}), "-> 200: no token in the answer"),
    (
        (200, {"access_token": "T", "token_type": "mac"}),
        "-> 200: the token is none for bearers",
    ),
]
"""What token endpoints answer that holds no token, and what is told of it."""


@pytest.mark.parametrize(("reply", "message"), NO_TOKEN)
def test_no_token(call: Call, reply: tuple[int, object], message: str) -> None:
    """Why there is no token is told, without the secrets that the server repeats."""
    server = Server()
    server.reply = reply
    with pytest.raises(TokenError) as caught:
        call(server, OAuth2ClientCredentials("id", "secret"))
    assert str(caught.value) == f"no access token from {TOKENS} {message}"
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    assert server.sent == []


def test_an_unreachable_endpoint(call: Call) -> None:
    """A failure of the connection is told as such, with the endpoint's address."""
    server = Server()
    server.reply = httpx2.ConnectError("refused")
    with pytest.raises(TransportFailure, match=f"ConnectError: {TOKENS}: refused"):
        call(server, OAuth2ClientCredentials("id", "s"))


@pytest.mark.parametrize(
    ("url", "allow", "fine"),
    [
        ("http://id.example/token", False, False),
        ("http://id.example/token", True, True),
        ("http://localhost:1/token", False, True),
        ("http://127.0.0.1/token", False, True),
        ("http://[::1]/token", False, True),
        ("http://127.0.0.1.example/token", False, False),
        ("ftp://localhost/token", True, False),
    ],
)
def test_https_only(call: Call, url: str, *, allow: bool, fine: bool) -> None:
    """Secrets go to https, or stay on this machine, unless the caller says otherwise."""
    server = Server()
    grant = OAuth2ClientCredentials("id", "s", token_url=url, allow_http=allow)
    if fine:
        call(server, grant)
        assert str(server.asked[0].url) == url
    else:
        with pytest.raises(TokenError, match="is not https"):
            call(server, grant)
        assert (server.asked, server.sent) == ([], [])


def test_no_endpoint() -> None:
    """Where nobody said it, the address of the token endpoint is asked for."""
    client = BaseClient(
        base_url="https://api.example",
        auth={"o": OAuth2(OAuth2ClientCredentials("id", "s"))},
        transport=httpx2.MockTransport(Server()),
    )
    with pytest.raises(TokenError, match="the token endpoint is not known; pass it"):
        client._call(NEEDS[""], {})


def test_from_the_environment(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token comes first, then the client's id and secret, where both are there."""
    envs = {"token_env": "T", "client_id_env": "I", "client_secret_env": "S"}
    monkeypatch.setenv("I", "id")
    monkeypatch.delenv("T", raising=False)
    made = OAuth2(None, token_env="T", client_id_env="I", client_secret_env="S")
    assert not made.ready
    assert made.sources == ("T", "I", "S")
    monkeypatch.setenv("S", "s")
    server = Server()
    call(server, None, **envs)
    monkeypatch.setenv("T", "set")
    call(server, None, **envs)
    call(server, "given", **envs)
    assert server.sent == ["Bearer T1", "Bearer set", "Bearer given"]


def test_a_header_of_the_caller_wins() -> None:
    """Where a call has an Authorization header of its own, no token is fetched."""
    server = Server()
    client = BaseClient(
        base_url="https://api.example/v1",
        auth={"o": OAuth2(OAuth2ClientCredentials("id", "s"), FLOWS)},
        transport=httpx2.MockTransport(server),
        headers={"Authorization": "mine"},
    )
    client._call(NEEDS[""], {})
    assert (server.sent, server.asked) == (["mine"], [])


def test_nothing_is_shown() -> None:
    """The repr of a token, a grant or a credential shows nothing secret."""
    grant: Grant = OAuth2Password("user", "secret", "id", "secret")
    shown = [grant, Token("secret", "secret"), OAuth2(grant), OAuth2("secret")]
    assert "secret" not in repr(shown)
    assert not OAuth2().ready
