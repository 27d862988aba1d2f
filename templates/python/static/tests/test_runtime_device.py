"""Consent on another machine: what the user is told, and how long is waited."""

# These look inside the run time.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import parse_qsl

import httpx2
import pytest

from __package_name__._runtime.client import AsyncBaseClient, BaseClient
from __package_name__._runtime.device import DevicePrompt, OAuth2DeviceCode
from __package_name__._runtime.oauth import OAuth2
from __package_name__._runtime.operation import Operation, Response
from __package_name__._runtime.places import Places
from __package_name__._runtime.retry import RetryPolicy
from __package_name__._runtime.tokens import TokenError

GET: Operation[object] = Operation(
    "g", "GET", "/x", auth=(("o",),), responses=(Response("200"),)
)
CODES = {
    "device_code": "D",
    "user_code": "U-1",
    "verification_uri": "https://id.example/go",
    "verification_uri_complete": "https://id.example/go?U-1",
    "expires_in": 100,
    "interval": 2,
}
SLOW = ["slow_down", "authorization_pending", "authorization_pending"]


class World:
    """A server that says *errors* before it gives a token, and the time."""

    def __init__(self, *errors: str, **codes: object) -> None:
        self.errors = list(errors)
        self.codes = CODES | codes
        self.now = 0.0
        self.pauses: list[float] = []
        self.prompts: list[DevicePrompt] = []
        self.asked: list[tuple[str, dict[str, str]]] = []

    def sleep(self, seconds: float) -> None:
        """Let *seconds* pass."""
        self.pauses.append(seconds)
        self.now += seconds

    async def sleep_async(self, seconds: float) -> None:
        """Let *seconds* pass."""
        self.sleep(seconds)

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request*."""
        path = request.url.path
        if path == "/x":
            return httpx2.Response(200)
        self.asked.append((path, dict(parse_qsl(request.content.decode()))))
        if path == "/device":
            return httpx2.Response(200 if self.codes else 400, json=self.codes)
        if self.errors:
            return httpx2.Response(400, json={"error": self.errors.pop(0)})
        return httpx2.Response(200, json={"access_token": "T"})

    def call(self, kind: str = "sync") -> None:
        """Call an operation that needs a token."""
        grant = OAuth2DeviceCode(
            self.prompts.append, "id", scopes=["a"], clock=lambda: self.now
        )
        places = Places(token="https://i/token", device="https://i/device")
        options: dict[str, Any] = {
            "base_url": "https://api.example",
            "auth": {"o": OAuth2(grant, {"deviceAuthorization": places})},
            "transport": httpx2.MockTransport(self),
            "retry": RetryPolicy(sleep=self.sleep, sleep_async=self.sleep_async),
        }
        if kind == "sync":
            made = BaseClient(**options)
            for _ in range(2):
                made._call(GET, {})
            return

        async def main() -> None:
            made = AsyncBaseClient(**options)
            for _ in range(2):
                await made._call(GET, {})

        asyncio.run(main())


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_the_user_is_waited_for(kind: str) -> None:
    """The token is asked for as often as the server wants, until the user is done."""
    world = World(*SLOW)
    world.call(kind)

    uris = ("https://id.example/go", "https://id.example/go?U-1")
    assert world.prompts == [DevicePrompt("U-1", *uris, 100)]
    assert world.pauses == [2, 7, 7, 7]
    assert world.asked[0] == ("/device", {"client_id": "id", "scope": "a"})
    assert world.asked[1:] == 4 * [
        (
            "/token",
            {
                "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
                "device_code": "D",
                "client_id": "id",
            },
        )
    ]


def test_the_user_says_no() -> None:
    """A refusal ends it at once."""
    world = World("authorization_pending", "access_denied")
    with pytest.raises(TokenError, match="access_denied"):
        world.call()
    assert world.pauses == [2, 2]


@pytest.mark.parametrize(("lasts", "pauses"), [(11, 2), ("x", 359)])
def test_the_user_does_nothing(lasts: object, pauses: int) -> None:
    """Nobody is asked when the code has expired; half an hour where nobody said."""
    world = World(*400 * ["authorization_pending"], expires_in=lasts, interval=True)
    with pytest.raises(TokenError, match="expired_token"):
        world.call()
    assert world.pauses == [5] * pauses


@pytest.mark.parametrize("lost", ["device_code", "user_code", "verification_uri"])
def test_no_code(lost: str) -> None:
    """Without all of its parts there is nothing to tell the user."""
    world = World(**{lost: ""})
    with pytest.raises(TokenError, match="from https://i/device -> 200: no token"):
        world.call()
    assert world.prompts == []


def test_no_page_with_the_code() -> None:
    """The page that has the code in it may be missing."""
    world = World(verification_uri_complete=None)
    world.call()
    assert world.prompts[0].complete_uri is None


def test_places_of_its_own() -> None:
    """Both addresses may be passed; without one there is no way."""
    grant = OAuth2DeviceCode(print, "id", device_url="https://a/d")
    assert grant.places == Places(device="https://a/d")
    assert grant.missing(grant.places)
    assert not grant.missing(Places(token="https://a/t", device="https://a/d"))
