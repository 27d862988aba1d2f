"""Waiting for what takes long, run: recognised, configured, and turned off."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx2
import pytest
from support.cases import Case, build

from specpress.config.model import OperationConfig, Poll

JOBS = """
openapi: 3.1.0
info: {title: Jobs, version: "1"}
servers: [{url: "https://jobs.example"}]
paths:
  /teams/{team}/jobs:
    parameters: [{name: team, in: path, required: true, schema: {type: integer}}]
    post:
      operationId: create_job
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, required: [text], properties: {text: {type: string}}}
      responses: &job
        "202":
          description: A job.
          content: {application/json: {schema: {$ref: "#/components/schemas/Job"}}}
  /teams/{teamId}/jobs/{job-id}:
    get:
      operationId: get_job
      parameters:
        - {name: teamId, in: path, required: true, schema: {type: integer}}
        - {name: job-id, in: path, required: true, schema: {type: string}}
      responses: *job
  /exports:
    post:
      operationId: export
      responses:
        "202": {description: Begun., headers: {Location: {schema: {type: string}}}}
  /exports/{export-id}:
    get:
      operationId: get_export
      parameters:
        - {name: export-id, in: path, required: true, schema: {type: string}}
      responses: *job
components:
  schemas:
    Job:
      type: object
      required: [id, status]
      properties: {id: {type: string}, status: {enum: [queued, running, done, failed]}}
"""


class Server:
    """Begins a job, which goes through *states*; its clock is moved by pauses only."""

    def __init__(self, *states: str) -> None:
        self.states = list(states)
        self.asked: list[str] = []
        self.pauses: list[float] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request*."""
        self.asked.append(f"{request.method} {request.url.path}")
        headers = {"content-type": "application/json", "retry-after": "3"}
        headers["location"] = "https://jobs.example/exports/e%201"
        if request.url.path == "/exports":
            return httpx2.Response(202, headers={"location": headers["location"]})
        answer = {"id": "j", "status": self.states.pop(0)}
        return httpx2.Response(202, headers=headers, content=json.dumps(answer))

    def call(self, case: Case, name: str, *, to_await: bool, **given: Any) -> Any:
        """Return what the method *name* of the client of *case* returns."""

        async def pause(seconds: float) -> None:
            self.pauses.append(seconds)

        retry = case.package.RetryPolicy(
            sleep=self.pauses.append,
            sleep_async=pause,
            clock=lambda: sum(self.pauses),
        )
        kind = case.package.AsyncClient if to_await else case.package.Client
        client = kind(transport=httpx2.MockTransport(self), retry=retry)
        result = getattr(client, name)(**given)
        return asyncio.run(result) if to_await else result


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The client of a server of jobs."""
    return build(JOBS, tmp_path_factory.mktemp("jobs"), tests=False, format=False)


@pytest.mark.parametrize("to_await", [False, True])
def test_the_typed_end(case: Case, to_await: bool) -> None:
    """A wait returns the last answer as its type, and keeps to ``Retry-After``."""
    server = Server("queued", "running", "new to us", "done")
    job = server.call(case, "create_job_wait", to_await=to_await, team=7, text="a")

    assert (type(job).__name__, job.status) == ("Job", "done")
    assert server.asked == ["POST /teams/7/jobs", *["GET /teams/7/jobs/j"] * 3]
    assert server.pauses == [3.0] * 3


@pytest.mark.parametrize("to_await", [False, True])
def test_a_header_that_leads_there(case: Case, to_await: bool) -> None:
    """Where there is no answer, the header that was described leads on."""
    server = Server("running", "done")
    server.call(case, "export_wait", to_await=to_await)

    assert server.asked == ["POST /exports", *["GET /exports/e 1"] * 2]
    assert server.pauses == [1.0, 3.0]


def test_bad_ends(case: Case) -> None:
    """A failure raises, and so does time that is up, with the last answer."""
    package = case.package
    given = {"team_id": 1, "job_id": "j"}

    with pytest.raises(package.WaitFailedError) as failed:
        Server("failed").call(case, "get_job_wait", to_await=False, **given)
    assert failed.value.result.status == "failed"
    with pytest.raises(package.WaitTimeoutError):
        server = Server(*["running"] * 300)
        server.call(case, "get_job_wait", to_await=False, **given)
    assert sum(server.pauses) <= 600


def test_a_method_that_waits_has_the_docs(case: Case) -> None:
    """What waits is documented as what it is made of."""
    client = case.package.Client

    assert client.create_job_wait.__doc__ == client.create_job.__doc__


def test_the_configuration_wins(tmp_path: Path) -> None:
    """What the configuration tells of waits counts, or turns them off."""
    told = Poll(
        reader="get_export",
        arguments={"export-id": "$response.header.Location"},
        done=("done", "running"),
    )
    settings = {
        "export": OperationConfig(poll=told),
        "create_job": OperationConfig(poll=False),
    }
    case = build(JOBS, tmp_path, operations=settings, tests=False, format=False)
    client = case.package.Client

    assert not hasattr(client, "create_job_wait")
    server = Server("queued", "running")
    server.call(case, "export_wait", to_await=False)
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (Poll(reader="get_job", done=("x",)), "nothing says what 'teamId' is"),
        (
            Poll(reader="get_export", arguments={"id": "$request.body"}, done=("x",)),
            "'get_export' has no parameter 'id'",
        ),
        (
            Poll(reader="get_export", arguments={"export-id": "$url"}, done=("x",)),
            "'$url' leads nowhere",
        ),
        (Poll(status="$..a", done=("x",)), "'$..a' is more than names of members"),
    ],
)
def test_what_can_not_be_done(tmp_path: Path, told: Poll, why: str) -> None:
    """What the configuration tells and can't be done is reported; nothing waits."""
    settings = {"export": OperationConfig(poll=told)}
    case = build(JOBS, tmp_path, operations=settings, tests=False, format=False)

    line = f"POL002: operation 'export' can't wait: {why}; no method for that is made"
    assert line in case.reported
    assert not hasattr(case.package.Client, "export_wait")
