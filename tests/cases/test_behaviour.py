"""What happens around calls: options, hooks, spans, keys, pauses, many calls at once."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import httpx2
import pytest
from support.cases import Case, build

DESCRIPTION = """
openapi: 3.1.0
info: {title: Things, version: "1"}
servers: [{url: "https://api.example.com"}]
security: [{key: []}]
paths:
  /things/{id}:
    get:
      operationId: get_thing
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        "200":
          description: One.
          content:
            application/json:
              schema: {type: object, properties: {id: {type: integer}}}
    post:
      operationId: change_thing
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {"204": {description: None.}}
components:
  securitySchemes: {key: {type: apiKey, in: query, name: token}}
"""
JSON = {"content-type": "application/json"}
Answer = Callable[[httpx2.Request], httpx2.Response]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The client of a small description."""
    folder = tmp_path_factory.mktemp("behaviour")
    return build(DESCRIPTION, folder, tests=False, format=False)


def echo(request: httpx2.Request) -> httpx2.Response:
    """Answer a request with the number that is its path's end."""
    if request.method == "POST":
        return httpx2.Response(204)
    return httpx2.Response(200, json={"id": int(request.url.path.rpartition("/")[2])})


class Server:
    """Gives *answers* in turn and then echoes; keeps requests, pauses and keys."""

    def __init__(self, *answers: httpx2.Response) -> None:
        self.answers = list(answers)
        self.requests: list[httpx2.Request] = []
        self.pauses: list[float] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request*."""
        self.requests.append(request)
        return self.answers.pop(0) if self.answers else echo(request)


def connect(case: Case, server: Answer, **options: Any) -> Any:
    """Return a client of *server*."""
    transport = httpx2.MockTransport(server)
    return case.package.Client(api_key="sesame", transport=transport, **options)


def retrying(case: Case, server: Server, **more: Any) -> Any:
    """Return a policy that does not sleep."""
    return case.package.RetryPolicy(sleep=server.pauses.append, jitter=0, **more)


def test_a_client_with_other_options(case: Case) -> None:
    """It has the same connections and credentials; the first one stays as it was."""
    server = Server()
    client = connect(case, server, headers={"X-A": "1", "X-B": "1"})
    other = client.with_options(headers={"x-b": "2"}, timeout=7, strict=True)

    assert type(other) is case.package.Client
    with other:
        other.get_thing(id=1)
    client.get_thing(id=2)

    first, second = server.requests
    assert (first.headers["x-a"], first.headers["x-b"]) == ("1", "2")
    assert second.headers["x-b"] == "1"
    assert first.url.params["token"] == "sesame"
    assert first.extensions["timeout"]["read"] == 7
    assert second.extensions["timeout"]["read"] == 30


def test_options_of_other_clients_are_checked(case: Case) -> None:
    """A header that can't be sent is refused when the client is made."""
    with pytest.raises(ValueError, match="control characters"):
        connect(case, echo).with_options(headers={"X-A": "a\nb"})


def test_hooks(case: Case) -> None:
    """One sees each request once, and may add headers; the other sees each answer."""
    server = Server(httpx2.Response(503))
    seen: list[str] = []

    def before(request: Any) -> None:
        assert "sesame" not in f"{request!r}{request.url}{request.headers}"
        request.headers["x-signed"] = f"{request.method} {len(seen)}"
        seen.append("before")

    def after(request: Any, response: httpx2.Response) -> None:
        seen.append(f"{request.method} {response.status_code}")

    client = connect(
        case,
        server,
        retry=retrying(case, server),
        on_request=before,
        on_response=after,
    )
    client.get_thing(id=1)

    assert seen == ["before", "GET 503", "GET 200"]
    assert [r.headers["x-signed"] for r in server.requests] == ["GET 0"] * 2


class Tracer:
    """Keeps the spans that it made, as OpenTelemetry's tracers would."""

    def __init__(self) -> None:
        self.spans: list[tuple[str, dict[str, Any]]] = []

    @contextmanager
    def start_as_current_span(
        self, name: str, *, attributes: dict[str, Any]
    ) -> Iterator[Any]:
        """Begin a span."""
        told = dict(attributes)
        self.spans.append((name, told))

        class Span:
            """Takes what it is told."""

            def set_attribute(self, key: str, value: object) -> None:
                """Keep *value*."""
                told[key] = value

        yield Span()


def test_spans(case: Case) -> None:
    """A call is one span, whatever is tried; it has no credentials."""
    server, tracer = Server(httpx2.Response(503)), Tracer()
    client = connect(case, server, retry=retrying(case, server), tracer=tracer)
    client.get_thing(id=5, extra_query={"api_key": "secret"})

    ((name, told),) = tracer.spans
    assert name == "GET /things/{id}"
    assert told["http.response.status_code"] == 200
    assert told["http.request.resend_count"] == 1
    assert told["url.full"].startswith("https://api.example.com/things/5")
    assert (told["server.address"], told["server.port"]) == ("api.example.com", 443)
    assert "sesame" not in str(told)
    assert "secret" not in str(told)


def test_spans_of_failures(case: Case) -> None:
    """An error is named in the span, and raised."""
    server, tracer = Server(httpx2.Response(404)), Tracer()
    client = connect(case, server, tracer=tracer)
    with pytest.raises(case.package.ApiError):
        client.get_thing(id=5)

    ((_, told),) = tracer.spans
    assert told["error.type"] == "NotFoundError"
    assert told["http.response.status_code"] == 404


def test_spans_while_waiting(case: Case) -> None:
    """Calls that are awaited have spans, too."""
    tracer = Tracer()

    async def run() -> object:
        transport = httpx2.MockTransport(echo)
        client = case.package.AsyncClient(
            api_key="sesame", transport=transport, tracer=tracer
        )
        async with client.with_options(headers={"X-A": "1"}) as other:
            return (await other.get_thing(id=5)).id

    assert asyncio.run(run()) == 5
    assert [name for name, _ in tracer.spans] == ["GET /things/{id}"]


@pytest.mark.parametrize(
    ("headers", "pause"),
    [
        ({"retry-after-ms": "1500"}, 1.5),
        ({"retry-after-ms": "1500", "retry-after": "9"}, 1.5),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9.0),
        ({"retry-after-ms": "-1"}, 0.5),
    ],
)
def test_pauses_in_milliseconds(
    case: Case, headers: dict[str, str], pause: float
) -> None:
    """A pause may be asked for in milliseconds; what is no number does not count."""
    server = Server(httpx2.Response(429, headers=headers))
    connect(case, server, retry=retrying(case, server)).get_thing(id=1)

    assert server.pauses == [pause]


def test_keys_of_idempotency(case: Case) -> None:
    """With keys any request is tried again, and the key stays; each call has its own."""
    keys = iter("abc")
    server = Server(httpx2.Response(503))
    policy = retrying(case, server, new_key=lambda: next(keys))
    client = connect(case, server, retry=policy)
    client.change_thing(id=1)
    client.change_thing(id=1)
    client.get_thing(id=1)

    sent = [r.headers.get("idempotency-key") for r in server.requests]
    assert sent == ["a", "a", "b", None]


def test_a_key_of_the_caller_stays(case: Case) -> None:
    """A key that is given is the one that is sent."""
    server = Server()
    policy = retrying(case, server, new_key=lambda: "made")
    client = connect(case, server, retry=policy)
    client.change_thing(id=1, extra_headers={"Idempotency-Key": "given"})

    assert server.requests[0].headers["idempotency-key"] == "given"


def test_many_threads(case: Case) -> None:
    """One client serves 32 threads: every call gets its own answer."""
    client = connect(case, echo)
    with ThreadPoolExecutor(32) as pool:
        found = list(pool.map(lambda n: client.get_thing(id=n).id, range(1000)))

    assert found == list(range(1000))


def test_many_tasks(case: Case) -> None:
    """One client serves 1,000 tasks: every call gets its own answer, in any order."""

    async def answer(request: httpx2.Request) -> httpx2.Response:
        number = int(request.url.path.rpartition("/")[2])
        for _ in range(number % 7):
            await asyncio.sleep(0)
        return httpx2.Response(200, text=json.dumps({"id": number}), headers=JSON)

    async def run() -> list[int]:
        transport = httpx2.MockTransport(answer)
        async with case.package.AsyncClient(api_key="s", transport=transport) as client:
            things = (client.get_thing(id=n) for n in range(1000))
            return [thing.id for thing in await asyncio.gather(*things)]

    assert asyncio.run(run()) == list(range(1000))
