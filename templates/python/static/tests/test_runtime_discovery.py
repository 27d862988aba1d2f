"""The metadata of an authorization server: found once, and checked."""

# These look inside the run time.
# pyright: reportPrivateUsage=false

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from __package_name__._runtime.client import BaseClient
from __package_name__._runtime.grants import OAuth2ClientCredentials
from __package_name__._runtime.oauth import OAuth2
from __package_name__._runtime.operation import Operation, Response
from __package_name__._runtime.places import Places
from __package_name__._runtime.tokens import TokenError

GET: Operation[object] = Operation(
    "g", "GET", "/x", auth=(("o",),), responses=(Response("200"),)
)
OPENID = "https://id.example/t/.well-known/openid-configuration"
DOCUMENT = {"issuer": "https://id.example/t", "token_endpoint": "https://id.example/k"}


def called(
    document: object, url: str = OPENID, status: int = 200, **more: Any
) -> list[httpx2.Request]:
    """Return the requests of two calls with tokens that do not last."""
    got: list[httpx2.Request] = []

    def server(request: httpx2.Request) -> httpx2.Response:
        got.append(request)
        if "well-known" in request.url.path:
            return httpx2.Response(status, json=document)
        return httpx2.Response(200, json={"access_token": "T", "expires_in": 0})

    grant = OAuth2ClientCredentials("id", "s", **more)
    client = BaseClient(
        base_url="https://api.example/v1",
        auth={"o": OAuth2(grant, metadata=url)},
        transport=httpx2.MockTransport(server),
    )
    for _ in range(2):
        client._call(GET, {})
    return got


@pytest.mark.parametrize(
    ("url", "issuer"),
    [
        (OPENID, "https://id.example/t"),
        (OPENID, "https://id.example/t/"),
        (OPENID, None),
        (
            "https://id.example/.well-known/openid-configuration/t",
            "https://id.example/t",
        ),
        (
            "https://id.example/.well-known/oauth-authorization-server",
            "https://id.example",
        ),
        (
            "https://id.example/.well-known/oauth-authorization-server/t",
            "https://id.example/t",
        ),
        ("/well-known.json", "https://any.example"),
    ],
)
def test_the_document_is_fetched_once(url: str, issuer: str | None) -> None:
    """It tells where tokens are, and is kept; it may be below the API's server."""
    got = called(DOCUMENT | {"issuer": issuer}, url)
    whole = url if "//" in url else "https://api.example/well-known.json"
    assert [str(r.url) for r in got[:2]] == [whole, "https://id.example/k"]
    assert (got[0].method, got[0].content) == ("GET", b"")
    assert "authorization" not in got[0].headers
    assert [r.url.path for r in got[2:]] == ["/v1/x", "/k", "/v1/x"]


@pytest.mark.parametrize(
    ("methods", "basic"),
    [
        (["client_secret_post"], False),
        (["client_secret_post", "client_secret_basic"], True),
        (["private_key_jwt"], True),
        ("client_secret_post", True),
    ],
)
def test_how_the_client_says_who_it_is(methods: object, *, basic: bool) -> None:
    """By basic, unless the issuer takes secrets in the body only."""
    document = DOCUMENT | {"token_endpoint_auth_methods_supported": methods}
    asked = called(document)[1]
    assert ("authorization" in asked.headers) == basic
    assert (b"client_secret=s" in asked.content) != basic


@pytest.mark.parametrize(
    ("document", "status", "message"),
    [
        (DOCUMENT | {"issuer": "https://evil.example"}, 200, "that of another issuer"),
        (DOCUMENT, 404, "-> 404: no discovery document"),
        ([], 200, "-> 200: no discovery document"),
        ({"token_endpoint": "http://id.example/k"}, 200, "is not https"),
        ({"token_endpoint": 3, "issuer": ""}, 200, "token endpoint is not known"),
    ],
)
def test_documents_of_no_use(document: object, status: int, message: str) -> None:
    """A document that is none, or not this issuer's, gets no token."""
    with pytest.raises(TokenError, match=message):
        called(document, status=status)


def test_https_only() -> None:
    """The document itself is secret from nobody, but has to be what the issuer said."""
    with pytest.raises(TokenError, match="the discovery document is not https"):
        called(DOCUMENT, OPENID.replace("https", "http"))


def test_what_is_known_is_not_looked_up() -> None:
    """An address that was passed, or that the description has, needs no document."""
    got = called(None, token_url="https://id.example/mine")
    assert [r.url.path for r in got] == ["/mine", "/v1/x"] * 2


def test_places() -> None:
    """Places fill each other's gaps, and those that are relative are the server's."""
    mine = Places(token="/t", device="d").at("https://a/v1")
    assert mine == Places(token="https://a/t", device="https://a/v1/d")
    other = Places("x", "y", "z", "d", "i", ("m",))
    assert mine.over(other) == Places(
        "https://a/t", "y", "z", "https://a/v1/d", "i", ("m",)
    )
