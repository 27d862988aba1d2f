"""Methods that wait: what they ask, when, and how they end."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any, Unpack

import httpx2
import pytest

from __package_name__._runtime.client import AsyncBaseClient, BaseClient
from __package_name__._runtime.operation import Operation, Param, Response
from __package_name__._runtime.polling import (
    Polling,
    WaitError,
    WaitFailedError,
    WaitTimeoutError,
)
from __package_name__._runtime.retry import RetryPolicy
from __package_name__._runtime.types import Options
from __package_name__._runtime.waiting import AsyncWaitMethod, WaitMethod

Answer = tuple[dict[str, object], dict[str, str]]
JSON = Response("2XX", "application/json")
_BEGIN: Operation[Any] = Operation(
    "begin",
    "POST",
    "/jobs/{group}",
    params=(Param("group", "group", "path", "string"),),
    responses=(JSON,),
)
_ASK: Operation[Any] = Operation(
    "ask",
    "GET",
    "/jobs/{group}/{id}",
    params=(
        Param("group", "group", "path", "string"),
        Param("id", "id", "path", "string"),
    ),
    responses=(JSON,),
)
_BODY = Polling(
    ("job", "state"),
    ("done",),
    ("failed",),
    arguments={"group": ("given", "group"), "id": ("body", "job", "id")},
)
_HEADER = _BODY._replace(
    arguments={"group": ("given", "group"), "id": ("header", "location", "id")},
    path="/jobs/{group}/{id}",
)
_SAME = Polling(("job", "state"), ("done",))


class Jobs(BaseClient):
    """A client of jobs."""

    def begin(self, *, group: str, **options: Unpack[Options]) -> Any:
        """Begin one."""
        return self._call(_BEGIN, {"group": group}, **options)

    def ask(self, *, group: str, id: str, **options: Unpack[Options]) -> Any:
        """Ask for one."""
        return self._call(_ASK, {"group": group, "id": id}, **options)

    begin_wait = WaitMethod(begin, _BODY, ask)
    begin_wait_header = WaitMethod(begin, _HEADER, ask)
    ask_wait = WaitMethod(ask, _SAME, ask)


class AsyncJobs(AsyncBaseClient):
    """The same, for ``async`` code."""

    begin_wait = AsyncWaitMethod(Jobs.begin, _BODY, Jobs.ask)
    begin_wait_header = AsyncWaitMethod(Jobs.begin, _HEADER, Jobs.ask)
    ask_wait = AsyncWaitMethod(Jobs.ask, _SAME, Jobs.ask)


class Server:
    """Gives *answers* in turn; a clock that only its pauses move."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []
        self.pauses: list[float] = []

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request*."""
        self.asked.append(f"{request.method} {request.url.path}")
        value, headers = self.answers.pop(0)
        headers = {"content-type": "application/json", **headers}
        return httpx2.Response(200, headers=headers, content=json.dumps(value))

    def retry(self) -> RetryPolicy:
        """Return the policy whose pauses are kept."""

        async def sleep_async(pause: float) -> None:
            self.pauses.append(pause)

        return RetryPolicy(
            sleep=self.pauses.append,
            sleep_async=sleep_async,
            clock=lambda: sum(self.pauses),
            now=lambda: 0.0,
        )


Wait = Callable[..., Any]


@pytest.fixture(params=["sync", "async"])
def wait(request: pytest.FixtureRequest) -> Wait:
    """A function that calls a method that waits, of a client of a server."""

    def call(server: Server, name: str, within: Any = None, **given: Any) -> Any:
        options: dict[str, Any] = {
            "auth": {},
            "base_url": "https://a.example/v1",
            "transport": httpx2.MockTransport(server.answer),
            "retry": server.retry(),
        }
        kind = Jobs if request.param == "sync" else AsyncJobs
        method: Any = getattr(kind(**options), name)
        if within is not None:
            method = method.within(*within[:1], every=within[1])
        if request.param == "sync":
            return method(**given)
        return asyncio.run(method(**given))

    return call


def job(state: str, **headers: str) -> Answer:
    """Return the answer that a job is in *state*."""
    sent = {name.replace("_", "-"): text for name, text in headers.items()}
    return {"job": {"id": "j/1", "state": state}}, sent


def test_until_the_end(wait: Wait) -> None:
    """It asks with the id of what began, in longer and longer pauses, until the end."""
    states = ("new", "running", "other", "done")
    server = Server(*map(job, states))

    assert wait(server, "begin_wait", group="g")["job"]["state"] == "done"
    assert server.asked == ["POST /v1/jobs/g", *["GET /v1/jobs/g/j/1"] * 3]
    assert server.pauses == [1.0, 1.5, 2.25]


def test_pauses_that_the_server_asks_for(wait: Wait) -> None:
    """A ``Retry-After`` comes first, then what the caller said."""
    asked = (job("new", retry_after="7"), job("new"), job("done"))
    server = Server(*asked)
    wait(server, "begin_wait", (60, 2.0), group="g")

    assert server.pauses == [7.0, 2.0]


def test_a_header_that_leads_there(wait: Wait) -> None:
    """The id may stand in a URL, of which only that is used."""
    led = job("new", location="https://b.example/x/jobs/other/j%2F2/?a=b")
    server = Server(led, job("done"))
    wait(server, "begin_wait_header", group="g")

    assert server.asked[1] == "GET /v1/jobs/g/j/2"


def test_what_has_begun_before(wait: Wait) -> None:
    """What tells how far it is waits by itself, and not at all where it has ended."""
    server = Server(job("running"), job("done"))
    wait(server, "ask_wait", group="g", id="a")
    assert server.asked == ["GET /v1/jobs/g/a"] * 2
    server = Server(job("done"))
    wait(server, "ask_wait", group="g", id="a")
    assert server.pauses == []


def test_bad_ends(wait: Wait) -> None:
    """A failure, and time that is up, are errors with the last answer."""
    with pytest.raises(WaitFailedError, match="'failed'") as failed:
        wait(Server(job("new"), job("failed")), "begin_wait", group="g")
    assert failed.value.result == {"job": {"id": "j/1", "state": "failed"}}
    server = Server(job("new"), job("running"), job("running"))
    with pytest.raises(WaitTimeoutError, match="'running'") as late:
        wait(server, "begin_wait", (5, 2.0), group="g")
    assert isinstance(late.value, TimeoutError)
    assert (late.value.status, server.pauses) == ("running", [2.0, 2.0])


def test_answers_that_lead_nowhere(wait: Wait) -> None:
    """Nothing is asked where nothing says what for."""
    for name in ("begin_wait", "begin_wait_header"):
        with pytest.raises(WaitError, match="what id is"):
            wait(Server(({"job": "x"}, {})), name, group="g")
