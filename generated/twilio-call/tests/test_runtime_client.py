"""The run-time's clients on a mock transport: what is sent, repeated, read and closed."""

# These look inside the run time.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, TypeVar

import httpx2
import pytest
from pydantic import MISSING as THEIRS
from pydantic import StrictInt

from twilio_call._runtime.auth import ApiKey, Basic, Bearer
from twilio_call._runtime.client import AsyncBaseClient, BaseClient
from twilio_call._runtime.drift import DriftEvent
from twilio_call._runtime.errors import (
    ApiError,
    MissingCredentialsError,
    NotFoundError,
    RequestValidationError,
    ResponseValidationError,
    ServerError,
    TimeoutFailure,
    TransportFailure,
    UnexpectedStatusError,
)
from twilio_call._runtime.log import KeyFilter
from twilio_call._runtime.missing import MISSING
from twilio_call._runtime.operation import Body, Operation, Param, Response
from twilio_call._runtime.retry import RetryPolicy

T = TypeVar("T")
JSON = "application/json"
Answer = httpx2.Response | Exception

GET: Operation[int] = Operation(
    "get", "GET", "/get", responses=(Response("200", JSON, lambda: StrictInt),)
)
POST: Operation[object] = Operation("post", "POST", "/post", body=Body(JSON))
DELETE: Operation[None] = Operation("delete", "DELETE", "/x", body=Body("text/plain"))
PUT: Operation[object] = Operation("put", "PUT", "/")
PATCH: Operation[object] = Operation("patch", "PATCH", "/")
KEYS: Operation[object] = Operation(
    "keys",
    "GET",
    "/keys",
    params=(
        Param("q", "q", "query", "string"),
        Param("c", "c", "cookie", "string"),
        Param("b", "Authorization", "header", "string"),
    ),
    auth=(("head", "cook", "quer"),),
)


class Client(BaseClient):
    """A synchronous client."""

    def call(
        self,
        operation: Operation[T],
        arguments: dict[str, object],
        body: object = MISSING,
        **more: Any,
    ) -> T:
        """Call *operation*."""
        return self._call(operation, arguments, body, **more)


class AsyncClient(AsyncBaseClient):
    """An asynchronous client."""

    def call(
        self,
        operation: Operation[T],
        arguments: dict[str, object],
        body: object = MISSING,
        **more: Any,
    ) -> Awaitable[T]:
        """Call *operation*."""
        return self._call(operation, arguments, body, **more)


class Server:
    """Gives its *answers* in turn, the last one ever after; keeps the requests."""

    def __init__(self) -> None:
        self.answers: list[Answer] = [httpx2.Response(200, json=1)]
        self.requests: list[httpx2.Request] = []
        self.pauses: list[float] = []
        self.events: list[DriftEvent] = []
        self.time = 0.0

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request*."""
        self.requests.append(request)
        answer = self.answers[min(len(self.requests), len(self.answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        # A response is used up by its request: each gets its own.
        return httpx2.Response(
            answer.status_code, headers=answer.headers, content=answer.content
        )

    def sleep(self, pause: float) -> None:
        """Let time pass at once."""
        self.pauses.append(pause)
        self.time += pause

    async def sleep_async(self, pause: float) -> None:
        """Let time pass at once."""
        self.sleep(pause)

    @property
    def options(self) -> dict[str, Any]:
        """The options of a client of this server."""
        retry = RetryPolicy(
            jitter=0,
            sleep=self.sleep,
            sleep_async=self.sleep_async,
            clock=lambda: self.time,
        )
        return {
            "base_url": "https://api.test/v1",
            "auth": {},
            "transport": httpx2.MockTransport(self),
            "retry": retry,
            "on_drift": self.events.append,
        }


Call = Callable[..., Any]


@pytest.fixture
def server() -> Server:
    """A server without a socket."""
    return Server()


@pytest.fixture(params=[Client, AsyncClient])
def call(request: pytest.FixtureRequest, server: Server) -> Iterator[Call]:
    """A function that calls an operation through a new client with some options."""
    kind = request.param

    def run(operation: Operation[Any], *args: Any, **more: Any) -> Any:
        options: dict[str, Any] = server.options | more.pop("options", {})

        async def run_async() -> Any:
            async with AsyncClient(**options) as client:
                return await client.call(operation, *args, **more)

        if kind is AsyncClient:
            return asyncio.run(run_async())
        with Client(**options) as client:
            return client.call(operation, *args, **more)

    yield run


def test_calls(call: Call, server: Server) -> None:
    """A call sends one request and returns what came back."""
    assert call(GET, {}) == 1
    [request] = server.requests
    assert (request.method, str(request.url)) == ("GET", "https://api.test/v1/get")
    headers = dict(request.headers)
    assert headers.pop("user-agent").startswith(f"python-{httpx2.__name__}/")
    assert headers.pop("accept-encoding")
    assert headers == {
        "host": "api.test",
        "accept": JSON,
        "connection": "keep-alive",
    }
    assert request.content == b""
    assert request.extensions["timeout"] == {
        "connect": 5.0,
        "read": 30.0,
        "write": 30.0,
        "pool": 30.0,
    }
    assert (server.events, server.pauses) == ([], [])


@pytest.mark.parametrize(
    ("operation", "body", "length"),
    [
        (POST, {"a": "é"}, "10"),
        (POST, MISSING, "0"),
        (DELETE, "xyz", "3"),
        (DELETE, MISSING, None),
        (GET, MISSING, None),
        (PUT, MISSING, "0"),
        (PATCH, MISSING, "0"),
    ],
)
def test_lengths(
    call: Call,
    server: Server,
    operation: Operation[object],
    body: object,
    length: str | None,
) -> None:
    """A body has its length in bytes; methods that usually have one say if it's empty."""
    call(operation, {}, body)
    [request] = server.requests
    assert request.headers.get("content-length") == length
    assert len(request.content) == int(length or 0)


@pytest.mark.parametrize(
    ("client", "single", "connect", "read"),
    [
        (2, MISSING, 2, 2),
        (None, MISSING, None, None),
        (MISSING, 6, 5, 6),
        (2, 60.0, 5, 60),
        (2, None, None, None),
        (THEIRS, THEIRS, 5, 30),
    ],
)
def test_timeouts(
    call: Call,
    server: Server,
    client: float | None,
    single: float | None,
    connect: float | None,
    read: float | None,
) -> None:
    """A call's timeout wins over the client's; connecting gets 5 seconds at most."""
    call(GET, {}, timeout=single, options={"timeout": client})
    limits = server.requests[0].extensions["timeout"]
    assert limits == {"connect": connect, "read": read, "write": read, "pool": read}


def test_options_of_a_call(call: Call, server: Server) -> None:
    """Headers and query of a single call go out with it, and the client's headers."""
    call(
        GET,
        {},
        extra_headers={"X-A": "é", "User-Agent": "mine"},
        extra_query={"q": 1},
        options={"headers": {"X-B": "b", "X-A": "no"}},
    )
    [request] = server.requests
    assert str(request.url) == "https://api.test/v1/get?q=1"
    raw = dict(request.headers.raw)
    assert (raw[b"x-a"], raw[b"x-b"]) == ("é".encode(), b"b")
    assert request.headers.get_list("user-agent") == ["mine"]


AUTH = {
    "head": Bearer("bear"),
    "cook": ApiKey("sid", "cookie", "crumb"),
    "quer": ApiKey("app id", "query", "que/ry"),
    "more": Basic("u", "p"),
}


def test_credentials(call: Call, server: Server) -> None:
    """Each credential goes to its place, to the operations that need it."""
    call(KEYS, {}, options={"auth": AUTH})
    call(KEYS, {"q": "x", "c": "y"}, options={"auth": AUTH})
    assert all(name.islower() for name, _ in server.requests[1].headers.raw)
    call(GET, {}, options={"auth": AUTH})
    first, second, third = server.requests
    assert str(first.url) == "https://api.test/v1/keys?app%20id=que%2Fry"
    assert str(second.url) == "https://api.test/v1/keys?q=x&app%20id=que%2Fry"
    for request, cookie in ((first, "sid=crumb"), (second, "c=y; sid=crumb")):
        assert request.headers["authorization"] == "Bearer bear"
        assert request.headers["cookie"] == cookie
    assert {"authorization", "cookie"}.isdisjoint(third.headers)
    assert str(third.url) == "https://api.test/v1/get"


def test_given_header_wins(call: Call, server: Server) -> None:
    """A header that the caller gave is not replaced by a credential."""
    call(KEYS, {"b": "mine"}, options={"auth": AUTH})
    assert server.requests[0].headers.get_list("authorization") == ["mine"]


def test_missing_credentials(call: Call, server: Server) -> None:
    """Nothing is sent without the credentials that an operation needs."""
    with pytest.raises(MissingCredentialsError, match=r"^keys needs credentials"):
        call(KEYS, {})
    assert server.requests == []


def test_refused_arguments(call: Call, server: Server) -> None:
    """Nothing is sent with arguments that break rules, unless nothing is checked."""
    with pytest.raises(RequestValidationError):
        call(KEYS, {"q": 1}, options={"auth": AUTH})
    assert server.requests == []
    call(KEYS, {"q": 1}, options={"auth": AUTH, "validate": False})
    assert server.requests[0].url.params["q"] == "1"


def test_retries(call: Call, server: Server) -> None:
    """An idempotent call is repeated with the same request until it succeeds."""
    server.answers = [
        httpx2.ConnectError("refused"),
        httpx2.Response(503, headers={"retry-after": "7"}),
        httpx2.Response(200, json=2),
    ]
    assert call(GET, {}) == 2
    assert server.pauses == [0.5, 7.0]
    assert len({str(request.url) for request in server.requests}) == 1


def test_retried_bodies(call: Call, server: Server) -> None:
    """A body is sent again whole, where an idempotency key allows it."""
    server.answers = [httpx2.Response(500), httpx2.Response(200)]
    call(POST, {}, {"a": 1}, extra_headers={"Idempotency-Key": "k"})
    assert [request.content for request in server.requests] == [b'{"a":1}'] * 2
    assert server.pauses == [0.5]


@pytest.mark.parametrize(
    "answer", [httpx2.Response(503), httpx2.Response(429), httpx2.ReadError("broken")]
)
def test_posts_are_not_repeated(call: Call, server: Server, answer: Answer) -> None:
    """A POST is sent once: its first try may have worked."""
    server.answers = [answer]
    with pytest.raises((ApiError, TransportFailure)):
        call(POST, {}, {})
    assert (len(server.requests), server.pauses) == (1, [])


def test_giving_up(call: Call, server: Server) -> None:
    """After the last try the error tells how many there were."""
    server.answers = [httpx2.Response(500, text="no")]
    with pytest.raises(ServerError) as caught:
        call(GET, {})
    assert caught.value.retries == 2
    assert str(caught.value) == (
        "GET https://api.test/v1/get -> 500 (after 3 tries): no"
    )
    assert server.pauses == [0.5, 1.0]


def test_time_runs_out(call: Call, server: Server) -> None:
    """The budget counts from the first try."""
    server.answers = [httpx2.Response(429, headers={"retry-after": "40"})]
    server.time = 100.0
    with pytest.raises(ApiError):
        call(GET, {})
    assert server.pauses == [40.0]


@pytest.mark.parametrize(
    ("cause", "kind"),
    [
        (httpx2.ReadTimeout("slow"), TimeoutFailure),
        (httpx2.ConnectError("down"), TransportFailure),
        (httpx2.DecodingError("odd"), TransportFailure),
    ],
)
def test_failures(
    call: Call, server: Server, cause: Exception, kind: type[Exception]
) -> None:
    """What the HTTP library raises is ours, with its cause and a redacted request."""
    server.answers = [cause]
    with pytest.raises(TransportFailure) as caught:
        call(POST, {}, {}, extra_headers={"X-Token": "sesame"})
    assert type(caught.value) is kind
    assert caught.value.__cause__ is cause
    assert caught.value.request.headers["x-token"] == "***"
    assert caught.value.reason == f"{type(cause).__name__}: {cause}"
    assert caught.value.retries == 0
    with pytest.raises(kind):
        call(GET, {})
    assert server.pauses == [0.5, 1.0]


def test_retries_of_failures(call: Call, server: Server) -> None:
    """A failure tells how often it happened."""
    server.answers = [httpx2.ConnectError("down")]
    with pytest.raises(TransportFailure) as caught:
        call(GET, {})
    assert caught.value.retries == 2


def test_errors(call: Call, server: Server) -> None:
    """An error holds its response and its decoded body; its request has no secrets."""
    server.answers = [httpx2.Response(404, json={"a": 1})]
    with pytest.raises(NotFoundError) as caught:
        call(GET, {}, extra_query={"token": "sesame"})
    error = caught.value
    assert (error.status, error.body, error.retries) == (404, {"a": 1}, 0)
    assert error.response.headers["content-type"] == JSON
    assert error.request.url == "https://api.test/v1/get?token=***"
    assert server.events == []


def test_redirects_are_not_followed(call: Call, server: Server) -> None:
    """A redirect is an error where it isn't documented, and a result where it is."""
    away = {"location": "https://elsewhere.test/"}
    server.answers = [httpx2.Response(302, headers=away)]
    with pytest.raises(UnexpectedStatusError):
        call(GET, {})
    documented: Operation[object] = Operation(
        "go", "GET", "/go", responses=(Response("302"),)
    )
    assert call(documented, {}) is None
    assert {request.url.host for request in server.requests} == {"api.test"}


def test_drift(call: Call, server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """What doesn't fit is reported, returned all the same, and an error if strict."""
    server.answers = [httpx2.Response(200, json="x")]
    event = DriftEvent("get", 200, "", "a valid integer", "x")
    assert call(GET, {}) == "x"
    assert server.events == [event]
    assert caplog.records == []
    assert call(GET, {}, options={"on_drift": None}) == "x"
    message = "get -> 200: the response: expected a valid integer, got 'x'"
    assert caplog.records[-1].msg == "%s"  # for those who group records by it
    [record] = [r for r in caplog.records if r.name == "twilio_call"]
    assert (record.levelname, record.getMessage()) == ("WARNING", message)
    with pytest.raises(ResponseValidationError) as caught:
        call(GET, {}, options={"strict": True})
    assert (caught.value.operation, caught.value.events) == ("get", (event,))
    assert (caught.value.body, caught.value.response.status_code) == ("x", 200)
    assert server.events == [event, event]
    server.answers = [httpx2.Response(200, json=1)]
    assert call(GET, {}, options={"strict": True}) == 1


def test_drift_of_errors(call: Call, server: Server) -> None:
    """A surprising error is still that error, even if strict."""
    server.answers = [httpx2.Response(404, json=[1])]
    known: Operation[object] = Operation(
        "op", "GET", "/", responses=(Response("404", JSON, lambda: StrictInt),)
    )
    with pytest.raises(NotFoundError) as caught:
        call(known, {}, options={"strict": True})
    assert caught.value.body == [1]
    assert [event.status for event in server.events] == [404]


def test_logs(call: Call, server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """Each try is logged for debugging; no log holds a credential."""
    server.answers = [httpx2.ConnectError("down"), httpx2.Response(200)]
    for known in logging.getLogger(httpx2.__name__).filters:
        assert (
            type(known).__name__ == KeyFilter.__name__
        )  # of any client in the process
        getattr(known, "names", set[str]()).clear()  # that an earlier client has set
    logging.getLogger(httpx2.__name__).filters.clear()
    with caplog.at_level(logging.DEBUG):
        call(KEYS, {"q": "x"}, options={"auth": AUTH})
    ours = [r.getMessage() for r in caplog.records if r.name == "twilio_call"]
    request = "GET https://api.test/v1/keys?q=x"
    assert ours == [f"{request} -> down (try 1)", f"{request} -> 200 (try 2)"]
    for secret in ("bear", "crumb", "que", "ry"):
        assert f"={secret}" not in caplog.text
        assert f" {secret}" not in caplog.text
    [library] = [r.getMessage() for r in caplog.records if r.name == httpx2.__name__]
    assert "/keys?q=x&app%20id=*** " in library


def test_own_http_client(server: Server) -> None:
    """A client that was passed in adds its own headers, cookies, limits and parameters."""
    http = httpx2.Client(
        transport=httpx2.MockTransport(server),
        headers={"X-Http": "1", "Accept": "no"},
        cookies={"jar": "2"},
        params={"p": "3"},
        timeout=9,
        follow_redirects=True,
    )
    server.answers = [httpx2.Response(200, json=1)]
    options: dict[str, Any] = server.options | {
        "auth": AUTH,
        "transport": None,
        "http_client": http,
    }
    with Client(**options) as client:
        client.call(KEYS, {"q": "x y", "c": "z"})
        client.call(POST, {}, {"a": 1}, timeout=2)
        server.answers = [httpx2.Response(302, headers={"location": "https://b"})]
        with pytest.raises(UnexpectedStatusError):
            client.call(GET, {})
    assert not http.is_closed
    first, second, third = server.requests
    assert first.url.raw_path == b"/v1/keys?q=x%20y&app%20id=que%2Fry&p=3"
    assert third.url.raw_path == b"/v1/get?p=3"
    assert sorted(first.headers["cookie"].split("; ")) == ["c=z", "jar=2", "sid=crumb"]
    assert first.headers["x-http"] == "1"
    assert first.headers["accept"] == "*/*"
    assert first.headers["authorization"] == "Bearer bear"
    assert first.extensions["timeout"]["connect"] == 9
    assert second.extensions["timeout"]["connect"] == 2
    assert (second.content, second.headers["content-length"]) == (b'{"a":1}', "7")
    assert second.headers["cookie"] == "jar=2"


def test_own_async_http_client(server: Server) -> None:
    """The same holds for asynchronous clients."""
    transport = httpx2.MockTransport(server)

    async def run() -> bool:
        http = httpx2.AsyncClient(
            transport=transport, headers={"X-Http": "1"}, follow_redirects=True
        )
        options: dict[str, Any] = server.options | {
            "transport": None,
            "http_client": http,
        }
        async with AsyncClient(**options) as client:
            with pytest.raises(UnexpectedStatusError):
                await client.call(GET, {})
        return http.is_closed

    server.answers = [httpx2.Response(302, headers={"location": "https://b"})]
    assert asyncio.run(run()) is False
    [request] = server.requests
    assert (request.headers["x-http"], request.headers["accept"]) == ("1", JSON)
    assert request.extensions["timeout"]["connect"] == 5.0


def test_no_cookies_of_servers(server: Server) -> None:
    """A client of our own remembers nothing between its calls."""
    server.answers = [httpx2.Response(200, json=1, headers={"set-cookie": "a=b"})]
    with Client(**server.options) as client:
        client.call(GET, {})
        client.call(GET, {})

    async def run() -> None:
        async with AsyncClient(**server.options) as client:
            await client.call(GET, {})
            await client.call(GET, {})

    asyncio.run(run())
    assert ["cookie" in request.headers for request in server.requests] == [False] * 4


def test_closing(server: Server) -> None:
    """A client closes the connections that it made itself."""
    client = Client(**server.options)
    assert client.__enter__() is client
    client.close()
    with pytest.raises(RuntimeError, match="closed"):
        client.call(GET, {})

    async def run() -> None:
        client = AsyncClient(**server.options)
        assert await client.__aenter__() is client
        await client.aclose()
        with pytest.raises(RuntimeError, match="closed"):
            await client.call(GET, {})

    asyncio.run(run())
    assert server.requests == []


def test_capture(server: Server) -> None:
    """Inside ``capture`` the raw responses of this client's calls are kept."""
    server.answers = [httpx2.Response(500), httpx2.Response(200, json=1)]
    client, other = Client(**server.options), Client(**server.options)
    with client.capture() as outer:
        with pytest.raises(LookupError, match=r"^no response was captured$"):
            outer.response  # noqa: B018 - the property is what is tested
        client.call(GET, {})
        with client.capture() as inner:
            client.call(GET, {})
            other.call(GET, {})
    client.call(GET, {})
    statuses = [[r.status_code for r in c.responses] for c in (outer, inner)]
    assert statuses == [[500, 200, 200], [200]]
    assert outer.response is outer.responses[-1] is inner.response


def test_capture_in_tasks(server: Server) -> None:
    """Tasks begun inside are seen, others are not."""

    async def run() -> list[int]:
        async with AsyncClient(**server.options) as client:

            async def outside() -> None:
                await asyncio.sleep(0.01)
                await client.call(GET, {})

            task = asyncio.create_task(outside())
            with client.capture() as captured:
                await asyncio.gather(client.call(GET, {}), client.call(GET, {}))
                await task
            return [response.status_code for response in captured.responses]

    assert asyncio.run(run()) == [200, 200]
    assert len(server.requests) == 3


def test_defaults() -> None:
    """A client needs no more than a base URL and credentials; its repr shows no more."""
    client = Client(base_url="https://api.test/", auth={"a": Basic("u", "sesame")})
    assert repr(client) == "<Client https://api.test>"
    client.close()
    bare = AsyncClient(base_url="https://api.test", auth={})
    assert repr(bare) == "<AsyncClient https://api.test>"
    with pytest.raises(ValueError, match="base_url must not hold credentials"):
        Client(base_url="https://u:p@api.test", auth={})
