"""A user's consent: the page, the answer, and the code that gets a token."""

# These look inside the run time.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import asyncio
from threading import get_ident
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import httpx2
import pytest

from __package_name__._runtime.authorization import (
    OAuth2AuthorizationCode,
    challenge,
    code_in,
)
from __package_name__._runtime.client import AsyncBaseClient, BaseClient
from __package_name__._runtime.oauth import OAuth2
from __package_name__._runtime.operation import Operation, Response
from __package_name__._runtime.places import Places
from __package_name__._runtime.tokens import TokenError

GET: Operation[object] = Operation(
    "g", "GET", "/x", auth=((("o", "read"),),), responses=(Response("200"),)
)
FLOWS = {
    "authorizationCode": Places(
        token="https://id.example/token", authorization="https://id.example/ask?x=1"
    )
}


class Browser:
    """A user who allows all: it keeps the *pages* that it was sent to, and the
    *threads* that waited for it."""

    uri = "https://app.example/back"

    def __init__(self) -> None:
        self.pages: list[str] = []
        self.threads: list[int] = []

    def __call__(self, url: str) -> str:
        """Return where the user is sent to after the page *url*."""
        self.pages.append(url)
        self.threads.append(get_ident())
        (state,) = parse_qs(urlsplit(url).query)["state"]
        return f"{self.uri}?code=C%26D&state={state}"


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_the_code_gets_a_token(kind: str) -> None:
    """The page is shown the challenge of the verifier that the code comes with."""
    got: list[httpx2.Request] = []

    def server(request: httpx2.Request) -> httpx2.Response:
        got.append(request)
        return httpx2.Response(200, json={"access_token": "T"})

    browser = Browser()
    grant = OAuth2AuthorizationCode(browser, "id", scopes=["read", "write"])
    options: dict[str, Any] = {
        "base_url": "https://api.example",
        "auth": {"o": OAuth2(grant, FLOWS)},
        "transport": httpx2.MockTransport(server),
    }

    async def main() -> None:
        client = AsyncBaseClient(**options)
        for _ in range(2):
            await client._call(GET, {})

    if kind == "async":
        asyncio.run(main())
        assert browser.threads != [get_ident()]
    else:
        client = BaseClient(**options)
        for _ in range(2):
            client._call(GET, {})

    (page,) = browser.pages
    asked = dict(parse_qsl(urlsplit(page).query))
    sent = dict(parse_qsl(got[0].content.decode()))
    verifier = sent.pop("code_verifier")
    assert page.startswith("https://id.example/ask?x=1&")
    assert len(verifier) >= 43
    assert len(asked.pop("state")) >= 20
    assert asked == {
        "x": "1",
        "response_type": "code",
        "client_id": "id",
        "redirect_uri": "https://app.example/back",
        "scope": "read write",
        "code_challenge": challenge(verifier),
        "code_challenge_method": "S256",
    }
    assert str(got[0].url) == "https://id.example/token"
    assert sent == {
        "grant_type": "authorization_code",
        "code": "C&D",
        "redirect_uri": "https://app.example/back",
        "client_id": "id",
    }
    assert [r.headers.get("authorization") for r in got] == [None, *["Bearer T"] * 2]


def test_the_example_of_the_rfc() -> None:
    """The challenge is that of RFC 7636, appendix B."""
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert challenge(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("code=secret&state=other", "the answer is to another request"),
        ("code=secret", "the answer is to another request"),
        ("code=secret&state=s&iss=https://evil", "the answer is of another issuer"),
        ("error=access_denied&state=s", "access_denied"),
        ("error=no&error_description=never&state=s", r"no \(never\)"),
        ("state=s", "no code in the answer"),
    ],
)
def test_answers_that_get_no_token(query: str, message: str) -> None:
    """Only the answer to this request, of this issuer, is taken; no code is shown."""
    with pytest.raises(TokenError, match=f"{message}$") as caught:
        code_in(f"https://app.example/?{query}", "s", "https://id.example")
    assert "secret" not in repr(caught.value)


def test_the_code() -> None:
    """The code is taken where the issuer is right, or nobody says it."""
    issuer = "https://id.example"
    assert code_in("/?code=c&state=s&iss=https%3A%2F%2Fid.example", "s", issuer) == "c"
    assert code_in("/?code=c&state=s", "s", issuer) == "c"
    assert code_in("/?code=c&state=s&iss=x", "s", None) == "c"


def test_places_of_its_own() -> None:
    """Both addresses may be passed; without the page's there is no way."""
    browser = Browser()
    grant = OAuth2AuthorizationCode(
        browser, "id", authorization_url="https://a/ask", token_url="https://a/token"
    )
    assert grant.places == Places("https://a/token", "https://a/ask")
    assert not grant.missing(grant.places)
    assert grant.missing(Places(token="https://a/token"))
    assert grant.missing(Places(authorization="https://a/ask"))
