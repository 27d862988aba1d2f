"""What the tests share: the cases, and clients whose server is made of canned answers."""

from __future__ import annotations

import asyncio
import base64
import contextvars
import importlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import httpx as httpx2
import pytest
from pydantic import TypeAdapter
from pydantic_core import to_jsonable_python

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

Case = dict[str, Any]
Answer = tuple[int, str | None, str] | Exception
"""A status, a media type and a body; or what happens instead."""


def whole(path: Path) -> Case:
    """Return the data of an operation: its broken answers are good ones but for a field,
    and the text of an answer is its value as JSON where it does not say another."""
    data: Case = json.loads(path.read_text("utf-8"))
    good = {answer["label"]: answer for answer in data["successes"]}
    for drift in data["drifts"]:
        value = good[drift["of"]]["value"] | drift["put"]
        if drift["rule"] == "required":
            del value[drift["path"]]
        drift |= good[drift["of"]] | drift | {"value": value}
    for answer in [*data["successes"], *data["drifts"], *data["errors"]]:
        text = json.dumps(answer["value"], separators=(",", ":"), ensure_ascii=False)
        answer.setdefault("text", text)
    return data


CLIENT: Case = json.loads((HERE / "data/client.json").read_text("utf-8"))
OPERATIONS = [whole(path) for path in sorted((HERE / "data/operations").glob("*.json"))]
CASES = {
    "sent": ("requests", None),
    "checked": ("requests", "checked"),
    "success": ("successes", None),
    "extensible": ("successes", "open"),
    "drift": ("drifts", None),
    "failure": ("errors", None),
    "stream": ("streams", None),
}
"""Arguments of tests: the list in an operation's data that they come from, and which."""

MARKS: dict[str, Callable[[Any], object]] = {
    "$date-time": datetime.fromisoformat,
    "$date": date.fromisoformat,
    "$time": time.fromisoformat,
    "$duration": TypeAdapter(timedelta).validate_python,
    "$uuid": UUID,
    "$decimal": Decimal,
    "$base64": base64.b64decode,
    "$base64url": base64.urlsafe_b64decode,
    "$bytes": str.encode,
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test once for each operation, or for each of its cases."""
    given = [m.args[0] for m in metafunc.definition.iter_markers("parametrize")]
    own = [a.replace(",", " ").split() if isinstance(a, str) else a for a in given]
    names = set(metafunc.fixturenames).difference(*own)
    for name in names & CASES.keys():
        key, only = CASES[name]
        cases = [
            pytest.param(op, case, id=f"{op['id']}-{case['label']}")
            for op in OPERATIONS
            for case in op.get(key, ())
            if only is None or case.get(only)
        ]
        none = pytest.mark.skip(f"no operation has any case among its {key}")
        metafunc.parametrize(
            ("operation", name), cases or [pytest.param({}, {}, marks=none)]
        )
        return
    if "operation" in names:
        ids = [operation["id"] for operation in OPERATIONS]
        metafunc.parametrize("operation", OPERATIONS, ids=ids)


def thaw(value: Any) -> Any:
    """Return JSON data with all that is marked as values of Python's own types."""
    if isinstance(value, list):
        return [thaw(item) for item in cast("Iterable[Any]", value)]
    if not isinstance(value, dict):
        return value
    members = cast(Case, value)
    for mark in MARKS.keys() & members.keys():
        return MARKS[mark](members[mark])
    return {key: thaw(item) for key, item in members.items()}


def freeze(value: Any, *, inside: bool = False) -> Any:
    """Return *value* as JSON data: what models and Python's own types stand for.

    Bytes are those of a body, or with *inside* what base64 stands for.
    """
    if hasattr(value, "model_dump"):
        value = value.model_dump(mode="json", warnings=False)
    if isinstance(value, list):
        return [freeze(item, inside=True) for item in cast("Iterable[Any]", value)]
    if isinstance(value, bytes):
        text = base64.b64encode(value).decode()
        return text if inside else {"$bytes": value.decode()}
    if isinstance(value, date | time | timedelta | UUID):
        return to_jsonable_python(value)
    if isinstance(value, Decimal):
        return str(value)
    if not isinstance(value, dict):
        return value
    members = cast(Case, value)
    return {key: freeze(item, inside=True) for key, item in members.items()}


class Session:
    """A client, and its server: the *requests* it got and the *answers* it gives."""

    def __init__(
        self, runner: asyncio.Runner | None, *answers: Answer, **more: Any
    ) -> None:
        self.runner = runner
        self.answers = answers or ((200, None, ""),)
        self.requests: list[httpx2.Request] = []
        package = importlib.import_module("tide_tables")
        make = package.AsyncClient if runner else package.Client
        options: Case = {"transport": httpx2.MockTransport(self.answer)}
        options |= CLIENT["credentials"]
        if CLIENT["base_url_required"]:
            options["base_url"] = CLIENT["base_url"]
        self.client: Any = make(**options | more)

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        """Give the answers in turn, and the last one ever after."""
        self.requests.append(bounded(request))
        if LIVE and "::test_request_is_exact" in os.environ["PYTEST_CURRENT_TEST"]:
            send_to(LIVE, self.requests[-1])
        answer = self.answers[min(len(self.requests), len(self.answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        status, media_type, text = answer
        headers = {"content-type": media_type} if media_type else {}
        return httpx2.Response(status, headers=headers, content=text.encode())

    def call(
        self, operation: Case, arguments: Case | None = None, **options: Any
    ) -> Any:
        """Call *operation* with *arguments*, by default with those that it needs."""
        method = self.client
        for name in operation["call"]:
            method = getattr(method, name)
        given: Case = thaw(operation["base"] if arguments is None else arguments)
        for name, value in options.items():
            given[operation["options"].get(name, name)] = value
        result = method(**given)
        if self.runner is None:
            return result
        return self.runner.run(awaited(result), context=contextvars.copy_context())


async def awaited(result: Any) -> Any:
    """Return what comes of *result*, a coroutine or a stream that is not open yet."""
    return await result


def bounded(request: httpx2.Request) -> httpx2.Request:
    """Return *request* with a known text between its parts, if it has any: each request
    has one of its own."""
    own = request.headers.get("content-type", "").partition("boundary=")[2]
    if not own:
        return request
    content = request.content.replace(own.encode(), b"BOUNDARY")
    headers = [(n, v.replace(own, "BOUNDARY")) for n, v in request.headers.items()]
    return httpx2.Request(
        request.method,
        request.url,
        headers=headers,
        content=content,
        extensions=request.extensions,
    )


LIVE = os.environ.get("SPECPRESS_LIVE")
"""The URL of a server that all sample requests go to as well, if it is set."""


def send_to(server: str, request: httpx2.Request) -> None:
    """Send *request* to *server*, which has no base path, too; it must be accepted."""
    base = httpx2.URL(CLIENT["base_url"]).raw_path.rstrip(b"/")
    url = httpx2.URL(server).copy_with(raw_path=request.url.raw_path.removeprefix(base))
    left_out = {"host", "content-length", "transfer-encoding"}
    headers = [h for h in request.headers.multi_items() if h[0] not in left_out]
    with httpx2.Client(trust_env=False) as client:
        content = request.content or None
        answer = client.request(request.method, url, headers=headers, content=content)
    told = json.loads(answer.headers.get("sl-violations", "[]"))
    wrong = [v for v in told if v["severity"] == "Error"]
    assert "request" not in {v["location"][0] for v in wrong}, f"{request}: {wrong}"
    assert answer.status_code not in (415, 422), f"{request}: {answer.text}"


Connect = Callable[..., Session]


@pytest.fixture(scope="session")
def runner() -> Iterator[asyncio.Runner]:
    """The event loop of all async tests."""
    with asyncio.Runner() as made:
        yield made


@pytest.fixture(params=["sync", "async"])
def connect(request: pytest.FixtureRequest, runner: asyncio.Runner) -> Connect:
    """A function that makes a session, from the answers and the client's options."""

    def made(*answers: Answer, **options: Any) -> Session:
        return Session(
            runner if request.param == "async" else None, *answers, **options
        )

    return made


@pytest.fixture
def frozen() -> Callable[[Any], Any]:
    """The function that turns what a call returns into JSON data."""
    return freeze


@pytest.fixture(scope="session")
def facts() -> Case:
    """What the data say of the client as a whole."""
    return CLIENT
