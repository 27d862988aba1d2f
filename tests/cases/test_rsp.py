"""Responses, run: what comes of a status, a media type and a body, and of streams."""

from __future__ import annotations

import asyncio
import http.server
import itertools
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from support.cases import Case, build

EMPTY = """
openapi: 3.1.0
info: {title: Empty, version: '1'}
paths:
  /x:
    delete:
      operationId: drop
      responses:
        '204': {description: Gone.}
        '200': {description: Gone., content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
    head: {operationId: probe, responses: {'200': {description: There., content: {application/json: {schema: {type: string}}}}}}
    post: {operationId: make, responses: {'201': {description: Made.}}}
components:
  schemas:
    A: {type: object, properties: {a: {type: string}}}
"""
MEDIA = """
openapi: 3.1.0
info: {title: Media, version: '1'}
paths:
  /x:
    get:
      operationId: go
      responses:
        '200':
          description: One of many.
          headers:
            X-Total: {schema: {type: integer}}
            Link: {schema: {type: string}}
          content:
            application/vnd.x.v2+json: {schema: {type: object, properties: {a: {type: string}}}}
            text/csv: {schema: {type: string}}
            application/pdf: {schema: {type: string, format: binary}}
            'APPLICATION/JSON;charset=UTF-8': {schema: {type: object, properties: {b: {type: string}}}}
        '202': {description: Later., content: {'*/*': {schema: {$ref: '#/components/schemas/Later'}}}}
        '403':
          description: No.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Fault'}}
            text/plain: {schema: {type: string}}
        '410': {description: Gone.}
        4XX: {description: Wrong., content: {application/problem+json: {schema: {$ref: '#/components/schemas/Fault'}}}}
components:
  schemas:
    Later: {type: object, required: [at], properties: {at: {type: string}}}
    Fault: {type: object, properties: {why: {type: string}}}
"""
STREAMS = """
openapi: 3.2.0
info: {title: Streams, version: '1'}
paths:
  /watch:
    get:
      operationId: watch
      responses:
        '200': {description: Tides., content: {text/event-stream: {itemSchema: {$ref: '#/components/schemas/Event'}}}}
        '404': {description: None., content: {application/json: {schema: {type: object, title: Fault, properties: {why: {type: string}}}}}}
  /ask:
    post:
      operationId: ask
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Question'}}}}
      responses:
        '200':
          description: At once, or word by word.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Tide'}}
            text/event-stream: {schema: {$ref: '#/components/schemas/Tide'}}
  /lines: {get: {operationId: lines, responses: {'200': {description: Lines., content: {application/x-ndjson: {schema: {$ref: '#/components/schemas/Tide'}}}}}}}
  /records: {get: {operationId: records, responses: {'200': {description: Records., content: {application/json-seq: {itemSchema: {$ref: '#/components/schemas/Tide'}}}}}}}
  /text: {get: {operationId: text, responses: {'200': {description: Text., content: {text/x-log: {itemSchema: {type: string}}}}}}}
  /file: {get: {operationId: file, responses: {'200': {description: A file., content: {application/octet-stream: {schema: {type: string, format: binary}}}}}}}
  /sheet:
    get: {operationId: sheet, responses: {'200': {description: A file., content: {application/json: {schema: {type: string, format: binary}}}}}}
    put:
      operationId: put_sheet
      requestBody: {required: true, content: {application/json: {schema: {type: string, format: binary}}}}
      responses: {'204': {description: Done.}}
components:
  schemas:
    Tide: {type: object, required: [height], properties: {height: {type: number}}}
    Question: {type: object, required: [text], properties: {text: {type: string}, stream: {type: boolean}}}
    Event:
      type: object
      required: [event]
      properties: {event: {type: string}, data: {type: string}, id: {type: string}, retry: {type: integer}}
      oneOf:
      - {title: Note, properties: {event: {const: note}}}
      - {title: Tidal, properties: {event: {const: tide}, data: {contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Tide'}}}}
"""


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A client whose answers may have no body."""
    return build(EMPTY, tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A client whose answers come in several media types."""
    return build(MEDIA, tmp_path_factory.mktemp("media"))


@pytest.fixture(scope="module")
def streams(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A client whose answers come bit by bit."""
    return build(STREAMS, tmp_path_factory.mktemp("streams"))


def answering(
    case: Case, status: int, content: bytes = b"", media_type: str = "", **more: Any
) -> Any:
    """Return a client that gets one answer; its drifts are in *case*."""
    headers = {**({"content-type": media_type} if media_type else {}), **more}
    case.drifts.clear()

    def respond(request: httpx2.Request) -> httpx2.Response:
        case.requests.append(request)
        return httpx2.Response(status, headers=headers, content=content)

    return case.package.Client(
        base_url="https://a.test",
        transport=httpx2.MockTransport(respond),
        on_drift=case.drifts.append,
        retry=case.package.RetryPolicy(attempts=1),
    )


@pytest.mark.parametrize("content", [b"", b" \r\n"])
def test_a_body_that_is_not_there(empty: Case, content: bytes) -> None:
    """No content is None; where a body belongs that is told, and no error."""
    assert answering(empty, 204).drop() is None
    assert not empty.drifts
    assert answering(empty, 201, content).make() is None
    assert answering(empty, 200, content, "application/json").drop() is None
    assert [event.expected for event in empty.drifts] == ["a body"]


def test_the_answer_to_head_has_no_body(empty: Case) -> None:
    """Nothing is read of it, whatever its headers say."""
    headers = {"content-length": "9"}
    assert answering(empty, 200, b"", "application/json", **headers).probe() is None
    assert empty.package.Client.probe.__annotations__["return"] == "None"
    assert not empty.drifts


def test_the_media_type_that_came_decides(media: Case) -> None:
    """Of all that may come, the one that did is read, whatever its case and parameters."""
    client = answering(media, 200, b'{"a": "1"}', "Application/VND.x.v2+json; q=1")
    assert client.go().a == "1"
    accept = media.requests[-1].headers["accept"]
    kinds = ("application/vnd.x.v2+json", "text/csv", "application/pdf")
    assert all(kind in accept for kind in (*kinds, "APPLICATION/JSON"))
    assert answering(media, 200, b'{"b": "2"}', "application/json").go().b == "2"
    assert (
        answering(media, 200, "ü".encode("latin-1"), "text/csv; charset=latin-1").go()
        == "ü"
    )
    assert answering(media, 200, b"\xff\x00", "application/pdf").go() == b"\xff\x00"
    assert not media.drifts


def test_ranges_take_what_comes(media: Case) -> None:
    """A range says the type of JSON that comes under it."""
    assert (
        answering(media, 202, b'{"at": "noon"}', "application/json").go().at == "noon"
    )
    assert not media.drifts


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (b'\xef\xbb\xbf{"b": "\xc3\xbc"}', ""),
        ('{"b": "ü"}'.encode("latin-1"), "; charset=iso-8859-1"),
        ('{"b": "ü"}'.encode("utf-16"), ""),
    ],
)
def test_json_in_any_charset(media: Case, content: bytes, charset: str) -> None:
    """A mark is no part of JSON, and a charset that is named is used."""
    assert answering(media, 200, content, f"application/json{charset}").go().b == "ü"
    assert not media.drifts


def test_what_is_not_declared_is_kept_and_told(media: Case) -> None:
    """A media type or a status that nobody spoke of is given as it came."""
    assert answering(media, 200, b"<p>", "text/html").go() == "<p>"
    assert [event.got for event in media.drifts] == ["text/html"]
    assert answering(media, 206, b'{"c": 1}', "application/json").go() == {"c": 1}
    assert [event.got for event in media.drifts] == [206]


def test_errors_have_typed_bodies(media: Case) -> None:
    """An error is one of its status and of its body, and is never given back."""
    errors = media.package.errors
    with pytest.raises(errors.ForbiddenError) as caught:
        answering(media, 403, b'{"why": "no"}', "application/json").go()
    assert isinstance(caught.value, errors.FaultError)
    assert isinstance(caught.value.body, media.models.Fault)
    with pytest.raises(errors.ForbiddenError) as caught:
        answering(media, 403, b"no", "text/plain").go()
    assert not isinstance(caught.value, errors.FaultError)
    assert caught.value.body == "no"
    with pytest.raises(errors.FaultError) as caught:
        answering(media, 418, b'{"why": "pot"}', "application/problem+json").go()
    assert isinstance(caught.value, errors.ClientError)
    with pytest.raises(errors.GoneError):
        answering(media, 410).go()
    with pytest.raises(errors.ServerError) as caught:
        answering(media, 502, b"<h1>Bad</h1>", "text/html").go()
    assert (caught.value.status, caught.value.body) == (502, "<h1>Bad</h1>")


def test_headers_are_typed(media: Case) -> None:
    """What an answer is told beside its body is read as its type."""
    more = {"x-total": "12", "link": "<b>"}
    client = answering(media, 200, b"a", "text/csv", **more)
    with client.capture() as captured:
        client.go()
    headers = media.package.Headers(captured)

    assert (headers.x_total, headers.link) == (12, "<b>")
    assert headers.response.headers["content-type"] == "text/csv"


Sent = Iterable[bytes]


class Server:
    """Sends the chunks of *bodies* in turn, one when it may, and hears who has left."""

    def __init__(self, media_type: str, *bodies: Sent) -> None:
        self.seen: list[dict[str, str]] = []
        self.more = threading.Semaphore(0)
        self.left = threading.Event()
        server, left = self, self.left
        turns = iter(bodies)

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.seen.append({k.lower(): v for k, v in self.headers.items()})
                body = next(turns, None)
                self.send_response(200 if body is not None else 204)
                self.send_header("content-type", media_type)
                self.send_header("connection", "close")
                self.end_headers()
                try:
                    for chunk in body or ():
                        assert server.more.acquire(timeout=20)
                        self.wfile.write(chunk)
                        self.wfile.flush()
                except OSError:
                    left.set()

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.http.serve_forever, daemon=True)
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.http.server_port}"

    def allow(self, chunks: int) -> None:
        """Let as many *chunks* go."""
        for _ in range(chunks):
            self.more.release()


Start = Callable[..., Server]


@pytest.fixture
def serve() -> Iterator[Start]:
    """A function that starts a server, which ends with the test."""
    servers: list[Server] = []

    def start(media_type: str, *bodies: Sent) -> Server:
        servers.append(Server(media_type, *bodies))
        return servers[-1]

    yield start
    for server in servers:
        server.allow(100)
        server.http.shutdown()
        server.http.server_close()
        server.thread.join(10)


TIDES = [
    b'event: tide\nid: 1\ndata: {"height"',
    b": 4.5}\n\nevent: note\ndata: slack\n\n",
]


def test_items_come_before_the_end(streams: Case, serve: Start) -> None:
    """An item is given as soon as it is there, of its type, from a real server."""
    server = serve("text/event-stream", [*TIDES, b": never sent\n\n"])
    client = streams.package.Client(base_url=server.url)
    server.allow(2)
    with client.watch() as events:
        tide, note = itertools.islice(events, 2)
        assert events.event.id == "1"

    assert (tide.event, tide.data.height, note.data) == ("tide", 4.5, "slack")


def test_who_leaves_early_lets_go(streams: Case, serve: Start) -> None:
    """The connection of a stream that is left is closed: by a block, by a break, by an
    error, and by a task that is cancelled."""
    package = streams.package
    endless = (itertools.chain(TIDES, itertools.repeat(b":\n" * 9999)) for _ in "abcd")
    server = serve("text/event-stream", *endless)
    server.allow(20_000)
    client = package.Client(base_url=server.url)
    for leave in ("block", "break", "error"):
        server.left.clear()
        if leave == "block":
            with client.watch() as events:
                next(events)
        elif leave == "break":
            for _ in client.watch():
                break
        else:
            with pytest.raises(KeyError), client.watch() as events:
                for _ in events:
                    raise KeyError
        assert server.left.wait(20), leave
    server.left.clear()

    async def cancelled() -> None:
        async with package.AsyncClient(base_url=server.url) as client:

            async def read() -> None:
                async for _ in client.watch():
                    pass

            task = asyncio.create_task(read())
            await asyncio.sleep(0.3)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(cancelled())
    assert server.left.wait(20)


def test_reconnection(streams: Case, serve: Start) -> None:
    """Where that is asked for, a stream goes on after the last event that came."""
    one, other = (
        b"id: 7\nevent: note\ndata: a\n\nretry: 20\n\n",
        b"event: note\ndata: b\n\n",
    )
    server = serve("text/event-stream", [one], [other])
    server.allow(9)
    waited: list[float] = []
    retry = streams.package.RetryPolicy(sleep=waited.append)
    client = streams.package.Client(base_url=server.url, retry=retry)

    assert [e.data for e in client.watch().reconnecting()] == ["a", "b"]
    assert [seen.get("last-event-id") for seen in server.seen] == [None, "7", "7"]
    assert waited == [0.02, 0.02]


def test_reconnection_of_tasks(streams: Case, serve: Start) -> None:
    """So it is in asynchronous code; without being asked nothing is sent again."""
    server = serve(
        "text/event-stream",
        [b"event: note\ndata: a\n\n"],
        [b"event: note\ndata: b\n\n"],
        [],
    )
    server.allow(9)

    async def sleep(pause: float) -> None:
        assert pause == 3.0

    async def read() -> list[list[str]]:
        retry = streams.package.RetryPolicy(sleep_async=sleep)
        async with streams.package.AsyncClient(base_url=server.url, retry=retry) as c:
            once = [e.data async for e in c.watch()]
            return [once, [e.data async for e in c.watch().reconnecting()]]

    assert asyncio.run(read()) == [["a"], ["b"]]


def test_errors_of_streams(streams: Case) -> None:
    """An error is raised as ever, before there is any item."""
    errors = streams.package.errors
    with pytest.raises(errors.NotFoundError) as caught:
        answering(streams, 404, b'{"why": "dry"}', "application/json").watch()

    assert caught.value.body.why == "dry"


def test_a_stream_beside_an_answer(streams: Case) -> None:
    """The method answers at once, its twin bit by bit: it sets what asks for that."""
    client = answering(streams, 200, b'{"height": 1.5}', "application/json")
    assert client.ask(text="?").height == 1.5
    assert streams.sent() == {"text": "?"}
    assert streams.requests[-1].headers["accept"] == "application/json"
    body = b'data: {"height": 1.5}\n\ndata: {"height": 2.5}\n\ndata: [DONE]\n\n'
    client = answering(streams, 200, body, "text/event-stream;charset=utf-8")
    assert [tide.height for tide in client.ask_stream(text="?")] == [1.5, 2.5]
    assert streams.sent() == {"text": "?", "stream": True}
    assert streams.requests[-1].headers["accept"] == "text/event-stream"
    assert not streams.drifts


def test_lines_records_and_text(streams: Case) -> None:
    """Lines, records and lines of text are items; a bad one is kept, and told."""
    client = answering(
        streams, 200, b'{"height": 1.5}\n{"height": "x"}\n{oops', "application/x-ndjson"
    )
    first, second, third = client.lines()
    assert (first.height, second.height, third) == (1.5, "x", "{oops")
    assert [event.path for event in streams.drifts] == ["[1].height", "[2]"]
    client = answering(
        streams, 200, b'\x1e{"height": 1.5}\n\x1e{"hei', "application/json-seq"
    )
    assert [getattr(item, "height", item) for item in client.records()] == [
        1.5,
        '{"hei',
    ]
    client = answering(streams, 200, "ü\n\nb".encode(), "text/x-log")
    assert list(client.text()) == ["ü", "b"]


def test_files_are_saved_as_they_come(
    streams: Case, serve: Start, tmp_path: Path
) -> None:
    """A file goes to its place in chunks, of which a callback hears."""
    server = serve("application/octet-stream", [b"ab", b"\x00c"])
    server.allow(2)
    told: list[int] = []
    client = streams.package.Client(base_url=server.url)
    target = tmp_path / "a.bin"
    with client.save_to(
        target, progress=lambda done, total: told.append(done)
    ) as saved:
        assert client.file() == b""

    assert target.read_bytes() == b"ab\x00c"
    assert (told[-1], saved.size) == (4, 4)


def test_files_that_happen_to_be_json(streams: Case) -> None:
    """A binary body is a file, sent and returned as it is, though it is called JSON."""
    text = b'{"a" : 1}\n'
    client = answering(streams, 200, text, "application/json")
    assert client.sheet() == text
    assert streams.drifts == []

    answering(streams, 204).put_sheet(body=text)
    assert streams.requests[-1].content == text
    assert streams.requests[-1].headers["content-type"] == "application/json"
