"""Digest authentication (RFC 7616): its hashes, its nonces, and who is told them."""

# These look inside the run time.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import asyncio
import hashlib
from typing import Any

import httpx2
import pytest

from __package_name__._runtime.challenges import Challenge, digests, parameters
from __package_name__._runtime.client import AsyncBaseClient, BaseClient
from __package_name__._runtime.digest import Digest
from __package_name__._runtime.errors import UnauthorizedError
from __package_name__._runtime.operation import Body, Operation, Response

GET: Operation[object] = Operation(
    "g", "GET", "/dir/index.html", auth=(("d",),), responses=(Response("200"),)
)
PUT: Operation[object] = Operation(
    "p",
    "PUT",
    "/x",
    auth=(("d",),),
    body=Body("text/plain"),
    responses=(Response("200"),),
)
AWAY: Operation[object] = Operation(
    "a",
    "GET",
    "/x",
    auth=(("d",),),
    responses=(Response("200"),),
    server="http://away.example",
)
RFC = (
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={}, '
    'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", '
    'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
)
CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
MUFASA = "Mufasa:http-auth@example.org:Circle of Life"


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        (
            "SHA-256",
            "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
        ),
    ],
)
def test_the_examples_of_the_rfc(algorithm: str, response: str) -> None:
    """The responses are those of RFC 7616, 3.9.1."""
    (challenge,) = digests([RFC.format(algorithm)])
    found = challenge.response(
        MUFASA, "GET", "/dir/index.html", b"", count="00000001", cnonce=CNONCE
    )
    assert found == response


def test_the_example_of_the_old_rfc() -> None:
    """The response is that of RFC 2617, 3.5, where no algorithm is named; without a
    qop it is that of RFC 2069."""
    told = {
        "realm": "testrealm@host.com",
        "nonce": "dcd98b7102dd2f0e8b11d0f600bfb0c093",
    }
    secret, place = "Mufasa:testrealm@host.com:Circle Of Life", "/dir/index.html"
    more: Any = {"count": "00000001", "cnonce": "0a4f113b"}
    new = Challenge(told | {"qop": "auth"}).response(secret, "GET", place, b"", **more)
    old = Challenge(told).response(secret, "GET", place, b"", **more)
    assert new == "6629fae49393a05397450978507c4ef1"
    assert old == "670fd8c2df070c60b045671b8b24ff02"


def test_sessions_and_bodies() -> None:
    """The key of a session has its nonces in it; auth-int covers the body."""
    told = {"realm": "r", "nonce": "n", "algorithm": "SHA-256-sess", "qop": "auth-int"}

    def h(text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()

    key = h(f"{h('u:r:p')}:n:c")
    proof = h(f"PUT:/x:{h('body')}")
    expected = h(f"{key}:n:00000002:c:auth-int:{proof}")
    found = Challenge(told).response(
        "u:r:p", "PUT", "/x", b"body", count="00000002", cnonce="c"
    )
    assert found == expected


@pytest.mark.parametrize(
    ("headers", "nonces"),
    [
        (['Digest nonce="a"'], ["a"]),
        (["digest Nonce=a, stale=TRUE"], ["a"]),
        (
            ['Basic realm="x, Digest nonce=no", Digest nonce="a", realm="\\"q\\", r"'],
            "a",
        ),
        (['Negotiate, Digest nonce="a", algorithm=MD5', 'Digest nonce="b"'], "ab"),
        (['Digest nonce="a", algorithm=SHA-1, Digest nonce="b", algorithm=md5'], "b"),
        (['Digest nonce="a", qop="other"', "Digest", 'Bearer nonce="a"', ""], ""),
    ],
)
def test_challenges(headers: list[str], nonces: str) -> None:
    """All challenges that can be answered are found, in order, among those of others."""
    assert [c.nonce for c in digests(headers)] == [*nonces]


class Server:
    """Wants digests: it keeps the headers that it *got*, and changes its *nonces*."""

    def __init__(self, *nonces: str, more: str = ', qop="auth"') -> None:
        self.got: list[dict[str, str] | None] = []
        self.nonces = list(nonces)
        self.more = more
        self.fine = True
        self.info: str | None = None

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request*, or challenge it."""
        value = request.headers.get("authorization")
        told = None if value is None else parameters(value.removeprefix("Digest "))
        self.got.append(told)
        if told is not None and told["nonce"] == self.nonces[0] and self.fine:
            info = {"authentication-info": self.info} if self.info else {}
            return httpx2.Response(200, headers=info)
        if told is not None and len(self.nonces) > 1:
            self.nonces.pop(0)
        challenge = f'Digest realm="r", nonce="{self.nonces[0]}"{self.more}'
        return httpx2.Response(401, headers={"www-authenticate": challenge})


def client(server: Server, user: str = "u") -> BaseClient:
    """Return a client of *server* for *user*."""
    return BaseClient(
        base_url="http://www.example.org",
        own_servers={},
        auth={"d": Digest(user, "p", cnonce=lambda: "c")},
        transport=httpx2.MockTransport(server),
    )


def test_nonces_are_used_again() -> None:
    """The first request gets the challenge, further ones answer it at once."""
    server = Server("a")
    made = client(server)
    for _ in range(3):
        made._call(GET, {})

    assert server.got[0] is None
    answers = [told or {} for told in server.got[1:]]
    assert [told["nc"] for told in answers] == ["00000001", "00000002", "00000003"]
    assert {told["nonce"] for told in answers} == {"a"}
    assert len({told["response"] for told in answers}) == 3
    fixed = {"username": "u", "realm": "r", "uri": "/dir/index.html", "qop": "auth"}
    assert fixed.items() <= answers[0].items()
    assert answers[0]["response"] == Challenge(
        {"realm": "r", "nonce": "a", "qop": "auth"}
    ).response("u:r:p", "GET", "/dir/index.html", b"", count="00000001", cnonce="c")


def test_in_a_loop() -> None:
    """A client that is awaited answers challenges, too."""
    server = Server("a")

    async def main() -> None:
        made = AsyncBaseClient(
            base_url="http://www.example.org",
            auth={"d": Digest("u", "p")},
            transport=httpx2.MockTransport(server),
        )
        await made._call(PUT, {}, "body")

    asyncio.run(main())
    assert [told and told["uri"] for told in server.got] == [None, "/x"]


@pytest.mark.parametrize("more", ["", ", stale=true", ', qop="auth", stale=false'])
def test_a_spent_nonce_is_replaced(more: str) -> None:
    """Where the server wants another nonce the request goes out once more, even if it
    does not say that the old one is stale."""
    server = Server("a", more=more)
    made = client(server)
    made._call(GET, {})
    server.nonces = ["b"]
    made._call(GET, {})
    assert [told and told["nonce"] for told in server.got] == [None, "a", "a", "b"]


def test_a_nonce_that_is_stale_at_once() -> None:
    """A nonce may be stale before it was ever used; two in a row are enough."""
    server = Server("a", "b", more=", stale=true")
    server.fine = False
    with pytest.raises(UnauthorizedError):
        client(server)._call(GET, {})
    assert [told and told["nonce"] for told in server.got] == [None, "a", "b"]


def test_wrong_credentials_are_not_tried_again() -> None:
    """A fresh nonce does not make a wrong password right."""
    server = Server("a", "b", "c", "d")
    server.fine = False
    with pytest.raises(UnauthorizedError):
        client(server)._call(GET, {})
    assert [told and told["nonce"] for told in server.got] == [None, "a"]


def test_the_next_nonce() -> None:
    """The server may say which nonce it wants next."""
    server = Server("a", more="")
    server.info = 'nextnonce="b"'
    made = client(server)
    made._call(GET, {})
    server.nonces = ["b"]
    made._call(GET, {})
    assert [told and told["nonce"] for told in server.got] == [None, "a", "b"]


def test_another_server_is_told_nothing() -> None:
    """The answer to one server's challenge is not sent to another."""
    server = Server("a")
    made = client(server)
    made._call(GET, {})
    made._call(AWAY, {})
    assert [told and told["nc"] for told in server.got] == [
        None,
        "00000001",
        None,
        "00000001",
    ]


@pytest.mark.parametrize(
    ("user", "more", "name", "value"),
    [
        ("ü", "", "username*", "UTF-8''%C3%BC"),
        ("ü", ", charset=UTF-8", "username", "ü"),
        ('a"b', ", charset=UTF-8", "username*", "UTF-8''a%22b"),
        ("u", ", userhash=true", "username", hashlib.md5(b"u:r").hexdigest()),
    ],
)
def test_usernames(user: str, more: str, name: str, value: str) -> None:
    """A name is sent as the challenge allows: plain, encoded, or as its hash."""
    server = Server("a", more=more)
    client(server, user)._call(GET, {})
    told = server.got[-1] or {}
    assert told[name] == value
    assert ("userhash" in told) == ("userhash" in more)


def test_without_a_password() -> None:
    """Half of the credentials are none; neither half is shown."""
    assert not Digest("u").ready
    assert not Digest(password="p").ready
    assert not Digest("", "p").live
    assert Digest("secret", "secret").ready
    assert "secret" not in repr(Digest("secret", "secret"))
