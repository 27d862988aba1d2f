"""No scheme leaks: each kind of credential against each way in which one could get out.

A scheme is what makes its credential, of words that all have `SECRET` in them.
"""

from __future__ import annotations

import asyncio
import logging
import pickle
import traceback
from base64 import b64encode
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from __package_name__._runtime import (
    auth,
    authorization,
    certificate,
    chunks,
    client,
    device,
    digest,
    errors,
    failures,
    grants,
    live,
    missing,
    oauth,
    operation,
    places,
    retry,
    tokens,
    types,
)

SECRET = "s3cr3t"
HIDDEN = (SECRET, b64encode(f"user:{SECRET}".encode()).decode())
"""What nobody may read anywhere; basic authentication hides it in its own way."""

API = "https://api.example/v1"
IDS = "https://id.example"
ALL = places.Places(f"{IDS}/token", f"{IDS}/ask", f"{IDS}/token", f"{IDS}/device")
NEEDED: Any = operation.Operation(
    "needed", "GET", "/x", auth=(("s",),), responses=(operation.Response("200"),)
)
PUBLIC: Any = operation.Operation(
    "public", "GET", "/x", responses=(operation.Response("200"),)
)


class Browser:
    """A user who allows all."""

    uri = "http://127.0.0.1/"

    def __call__(self, url: str) -> str:
        """Return where the answer to the page *url* goes."""
        state = url.partition("state=")[2].partition("&")[0]
        return f"{self.uri}?code={SECRET}&state={state}"


def _oauth(grant: Any) -> auth.Credential:
    keys = "clientCredentials password authorizationCode deviceAuthorization".split()
    return oauth.OAuth2(grant, dict.fromkeys(keys, ALL))


SCHEMES: dict[str, Callable[[], auth.Credential]] = {
    "basic": lambda: auth.Basic("user", SECRET),
    "bearer": lambda: auth.Bearer(SECRET),
    "header": lambda: auth.ApiKey("X-App", "header", SECRET),
    "query": lambda: auth.ApiKey("odd name", "query", SECRET),
    "cookie": lambda: auth.ApiKey("sid", "cookie", SECRET),
    "digest": lambda: digest.Digest("user", SECRET, cnonce=lambda: SECRET),
    "http": lambda: live.Http("hoba", SECRET),
    "provider": lambda: live.Http("hoba", lambda _: SECRET),
    "certificate": lambda: certificate.MutualTls(
        certificate.ClientCertificate("c.pem", "k.pem", SECRET)
    ),
    "token": lambda: oauth.OAuth2(SECRET),
    "client": lambda: _oauth(grants.OAuth2ClientCredentials("id", SECRET)),
    "password": lambda: _oauth(grants.OAuth2Password("user", SECRET, "id", SECRET)),
    "refresh": lambda: _oauth(grants.OAuth2RefreshToken(SECRET, "id", SECRET)),
    "code": lambda: _oauth(
        authorization.OAuth2AuthorizationCode(Browser(), "id", SECRET)
    ),
    "device": lambda: _oauth(device.OAuth2DeviceCode(lambda _: None, "id", SECRET)),
}
REFUSED = {"client", "password", "refresh", "code", "device"}
"""Those whose authorization server can refuse them."""


class World:
    """An API and its authorization server, with the requests that each *got*."""

    def __init__(self, status: int = 200, where: str | None = None) -> None:
        self.got: list[httpx2.Request] = []
        self.asked: list[httpx2.Request] = []
        self.status = status
        self.where = where
        self.refuses = False
        self.fails = False

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request*."""
        if request.url.host == "id.example":
            self.asked.append(request)
            if self.refuses:
                said = {"error": "invalid_grant", "error_description": SECRET}
                return httpx2.Response(400, json=said)
            codes = dict.fromkeys(("device_code", "user_code", "verification_uri"))
            tokens = dict.fromkeys(("access_token", "refresh_token"), SECRET)
            told = dict.fromkeys(codes, SECRET) | tokens | {"interval": 0}
            return httpx2.Response(200, json=told)
        self.got.append(request)
        if self.fails:
            raise httpx2.ConnectError("refused")
        challenge = {"www-authenticate": 'Digest realm="r", nonce="n", qop="auth"'}
        headers = {"location": self.where} if self.where else challenge
        return httpx2.Response(self.status, headers=headers)

    def client(self, scheme: str, **more: Any) -> client.BaseClient:
        """Return a client of this world with *scheme*."""
        options: dict[str, Any] = {
            "base_url": API,
            "auth": {"s": SCHEMES[scheme]()},
            "transport": httpx2.MockTransport(self),
            "retry": retry.RetryPolicy(attempts=2, sleep=lambda _: None),
        }
        return client.BaseClient(**options | more)


@pytest.fixture(params=list(SCHEMES))
def scheme(request: pytest.FixtureRequest) -> str:
    """One scheme after another."""
    return str(request.param)


def hidden(text: str) -> bool:
    """Return whether nothing secret is in *text*."""
    return not any(word in text for word in HIDDEN)


def all_of(request: httpx2.Request) -> str:
    """Return all that *request* says."""
    return f"{request.url} {request.headers.raw} {request.read()!r}"


def test_it_is_sent(scheme: str) -> None:
    """The schemes of these tests do send something secret, where they send anything."""
    world = World(401 if scheme == "digest" else 200)
    made = world.client(scheme)
    try:
        made._call(NEEDED, {})
    except errors.UnauthorizedError:
        assert scheme == "digest"
    found = "".join(map(all_of, world.got))
    assert hidden(found) == (scheme == "certificate")


def test_operations_without_security(scheme: str) -> None:
    """``security: []`` sends nothing, not even after calls that did, and fetches nothing."""
    world = World()
    made = world.client(scheme)
    made._call(NEEDED, {})
    world.got.clear()
    world.asked.clear()
    made._call(PUBLIC, {})
    (request,) = world.got
    assert hidden(all_of(request))
    assert "authorization" not in request.headers
    assert "cookie" not in request.headers
    assert request.url == f"{API}/x"
    assert world.asked == []


@pytest.mark.parametrize(
    "where", ["https://evil.example/x", "/other", "//evil.example"]
)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("own", [False, True])
def test_redirects(scheme: str, where: str, status: int, *, own: bool) -> None:
    """No redirect is followed, not even by an HTTP client that would."""
    world = World(status, where)
    transport = httpx2.MockTransport(world)
    more: dict[str, Any] = {}
    if own:
        more["http_client"] = httpx2.Client(transport=transport, follow_redirects=True)
    with pytest.raises(errors.UnexpectedStatusError):
        world.client(scheme, **more)._call(NEEDED, {})
    assert [str(r.url).partition("?")[0] for r in world.got] == [f"{API}/x"]


def test_the_authorization_server_alone_is_asked(scheme: str) -> None:
    """What gets a token goes there with nothing of the call or of the client."""
    world = World()
    http = httpx2.Client(
        transport=httpx2.MockTransport(world),
        headers={"X-Own": "own"},
        cookies={"own": "own"},
        params={"own": "own"},
        auth=("own", "own"),
    )
    more = {"headers": {"X-More": "more"}}
    world.client(scheme, http_client=http, **more)._call(NEEDED, {})
    assert bool(world.asked) == (scheme in REFUSED)
    for request in world.asked:
        assert request.url.host == "id.example"
        assert "own" not in all_of(request)
        assert "more" not in all_of(request)
        assert b64encode(b"own:own").decode() not in all_of(request)
    assert not {"x-own", "x-more"} - {*world.got[0].headers}


def test_reprs(scheme: str) -> None:
    """Neither a client, nor its settings, credentials or messages show it."""
    world = World()
    made = world.client(scheme)
    made._call(NEEDED, {})
    (credential,) = made._settings.auth.values()
    source = getattr(credential, "_source", None)
    held = getattr(source, "_held", None)
    shown = [made, made._settings, credential, made._messages, vars(made), held]
    assert hidden(repr(shown + ([] if isinstance(source, str) else [source])))


FAULTS: dict[str, dict[str, Any]] = {
    "400": {"status": 400},
    "401": {"status": 401},
    "500": {"status": 500},
    "broken": {"fails": True},
    "refused": {"refuses": True},
}


PAIRS = [(s, f) for s in SCHEMES for f in FAULTS if f != "refused" or s in REFUSED]


@pytest.mark.parametrize(("scheme", "fault"), PAIRS)
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_errors_and_logs(
    scheme: str, fault: str, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    """What is raised, pickled, printed with its traceback or logged does not show it."""
    caplog.set_level(logging.DEBUG)
    world = World()
    vars(world).update(FAULTS[fault])
    with pytest.raises(failures.CallError) as caught:
        if kind == "sync":
            world.client(scheme)._call(NEEDED, {})
        else:
            asyncio.run(_called(world, scheme))
    error = caught.value
    texts = [str(error), repr(error), repr(pickle.dumps(error)), repr(vars(error))]
    texts += traceback.format_exception(error)
    texts += [repr(getattr(error, "request", None))]
    texts += [record.getMessage() for record in caplog.records]
    texts += [str(record.args) for record in caplog.records]

    assert [text for text in texts if not hidden(text)] == []
    assert isinstance(error, tokens.TokenError) == (fault == "refused")


async def _called(world: World, scheme: str) -> None:
    await _async_client(world, scheme)._call(NEEDED, {})


def _async_client(world: World, scheme: str) -> client.AsyncBaseClient:
    return client.AsyncBaseClient(
        base_url=API,
        auth={"s": SCHEMES[scheme]()},
        transport=httpx2.MockTransport(world),
        retry=retry.RetryPolicy(attempts=1),
    )


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_streams_are_authenticated(scheme: str, kind: str) -> None:
    """An answer that is read as it comes is asked for with the same credentials."""
    plain, streamed = World(), World()
    plain.client(scheme)._call(NEEDED, {})

    async def main() -> None:
        made = _async_client(streamed, scheme)
        exchange = made._exchange(NEEDED, {}, None, types.CallOptions())
        given = exchange.request, exchange.credentials
        message = made._messages.build(*given, missing.MISSING)
        await chunks.send_open_async(made._http, message)

    if kind == "async":
        asyncio.run(main())
    else:
        made = streamed.client(scheme)
        exchange = made._exchange(NEEDED, {}, None, types.CallOptions())
        given = exchange.request, exchange.credentials
        message = made._messages.build(*given, missing.MISSING)
        chunks.send_open(made._http, message)
    (one,), (other,) = plain.got, streamed.got
    names = ("authorization", "x-app", "cookie")
    assert one.url == other.url
    assert [one.headers.get(n) for n in names] == [other.headers.get(n) for n in names]
