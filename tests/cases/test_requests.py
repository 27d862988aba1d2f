"""Requests, run: parameters in their styles, bodies in their media types."""

from __future__ import annotations

import asyncio
import io
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from support.cases import Case, build
from support.clients import findings

WIDE = (Path(__file__).parent / "requests.yaml").read_text("utf-8")


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The client of a description with all ways to write a request."""
    return build(WIDE, tmp_path_factory.mktemp("wide"), tests=False)


def sent(case: Case, name: str, **arguments: object) -> httpx2.Request:
    """Return what a call of the operation *name* sends."""
    client = case.client(status=204, base_url=None)
    getattr(client, name)(**arguments)
    return case.requests[-1]


PATHS = {"a": "x", "b": "json", "c": [1, 2], "d": {"k": "v"}, "e": "f/g h"}


def test_paths(wide: Case) -> None:
    """Several values share a segment; styles and reserved characters are as described."""
    request = sent(wide, "params", **PATHS)

    assert request.url.raw_path == b"/v1/p/x.json/;c=1;c=2/.k,v/f/g%20h"


@pytest.mark.parametrize("value", ["", ".", "..", "%2e%2E", "a/../b", "..\\x"])
def test_paths_stay_where_they_are(wide: Case, value: str) -> None:
    """No value leads to another path, reserved or not."""
    for argument in ("a", "e"):
        with pytest.raises(wide.package.RequestValidationError, match="segment"):
            sent(wide, "params", **{**PATHS, argument: value})


def test_queries(wide: Case) -> None:
    """Nested objects are in brackets, empty values empty, contents in their media type."""
    request = sent(
        wide,
        "params",
        **PATHS,
        f={"a": 1, "b": {"c": "x"}, "l": ["p", "q"]},
        g="",
        h=["a|b", "c"],
        i="a/b?c&d",
        j={"x": 1},
        k={"x": 2},
    )

    assert request.url.query.decode().split("&") == [
        "f%5Ba%5D=1",
        "f%5Bb%5D%5Bc%5D=x",
        "f%5Bl%5D%5B0%5D=p",
        "f%5Bl%5D%5B1%5D=q",
        "g=",
        "h=a%7Cb%7Cc",
        "i=a/b?c%26d",
        "j=%7B%22x%22%3A1%7D",
        "k=x%3D2",
    ]
    assert sent(wide, "params", **PATHS, g=7).url.query == b"g=7"
    with pytest.raises(wide.package.RequestValidationError):
        sent(wide, "params", **PATHS, g="x")


def test_headers_and_cookies(wide: Case) -> None:
    """A header is text as it is, a cookie encoded unless its style leaves that to others."""
    request = sent(wide, "params", **PATHS, x_l={"x": 1, "y": "b"}, m=["a;b", "c"])
    assert request.headers["x-l"] == "x=1,y=b"
    assert request.headers["cookie"] == "m=a%3Bb; m=c"
    request = sent(wide, "params", **PATHS, n="abc", o={"x": 1})
    assert request.headers["cookie"] == "n=abc; o=x,1"
    with pytest.raises(wide.package.RequestValidationError, match="header"):
        sent(wide, "params", **PATHS, x_l={"y": "a\r\nX: y"})


def test_the_whole_query(wide: Case) -> None:
    """A parameter may be all of the query, which is a form then; the method is QUERY."""
    request = sent(wide, "ask", q={"a": "x y", "b": [1, 2]}, body=["t"])

    assert (request.method, request.url.query) == ("QUERY", b"a=x+y&b=1&b=2")
    assert request.content == b'["t"]'


def test_further_methods(wide: Case) -> None:
    """Any method may be described, and any may have a body."""
    assert sent(wide, "copy_it").method == "COPY"
    request = sent(wide, "del_", a="x")
    assert (request.method, request.content) == ("DELETE", b'{"a":"x"}')


def test_forms(wide: Case) -> None:
    """A form repeats lists and writes objects as JSON, unless its encoding says else."""
    request = sent(
        wide,
        "form",
        a="x y",
        b=[1, 2],
        c=["p", "q"],
        d={"k": True},
        e={"k": "v", "l": ["w"]},
        r="a/b&c",
        j="text",
    )

    assert request.content.decode() == (
        "a=x+y&b=1&b=2&c=p,q&d=%7B%22k%22%3Atrue%7D"
        "&e%5Bk%5D=v&e%5Bl%5D%5B0%5D=w&r=a/b%26c&j=%22text%22"
    )
    assert sent(wide, "form").content == b""
    assert "content-type" not in sent(wide, "form").headers


def test_no_body_is_not_an_empty_one(wide: Case) -> None:
    """An optional body without any field is left out; an empty one can be sent."""
    assert "content-type" not in sent(wide, "opt").headers
    assert sent(wide, "opt").content == b""
    assert sent(wide, "opt", body={}).content == b"{}"
    assert sent(wide, "opt", a="x").content == b'{"a":"x"}'
    models = wide.models
    assert sent(wide, "opt", body=models.OptRequest()).content == b"{}"


def test_a_choice_of_media_types(wide: Case) -> None:
    """The caller chooses among the declared types; bodies of one type differ in coding."""
    assert sent(wide, "both", a="x").headers["content-type"] == "application/json"
    form = "application/x-www-form-urlencoded"
    request = sent(wide, "both", a="x", n=1, content_type=form)
    assert (request.headers["content-type"], request.content) == (form, b"a=x&n=1")
    request = sent(wide, "both", a="x", content_type="multipart/form-data")
    assert request.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b'name="a"\r\n\r\nx\r\n' in request.content
    request = sent(wide, "image", body=b"x", content_type="image/jpeg")
    assert (request.headers["content-type"], request.content) == ("image/jpeg", b"x")


def test_series(wide: Case) -> None:
    """A series of items is sent item by item, each of them checked."""

    def items() -> Iterator[object]:
        yield {"a": "x"}
        yield {"a": "y", "n": 1}

    request = sent(wide, "lines", body=items())
    assert request.read() == b'{"a":"x"}\n{"a":"y","n":1}\n'
    assert request.headers["transfer-encoding"] == "chunked"
    assert sent(wide, "seq", body=[1, 2]).content == b"\x1e1\n\x1e2\n"
    with pytest.raises(wide.package.RequestValidationError, match="body"):
        sent(wide, "lines", body=[{"n": "x"}])


def test_parts_by_place(wide: Case) -> None:
    """A multipart body may be a list, its parts written by their places."""
    request = sent(wide, "mixed", body=[{"n": 1}, "a,b"])
    kind, _, boundary = request.headers["content-type"].partition("; boundary=")

    assert kind == "multipart/mixed"
    assert request.content.decode().replace(boundary, "B").split("--B\r\n")[1:] == [
        'Content-Type: application/json\r\n\r\n{"n":1}\r\n',
        "Content-Type: text/csv\r\nX-Part: p\r\n\r\na,b\r\n--B--\r\n",
    ]


def test_files(wide: Case, tmp_path: Path) -> None:
    """Files are bytes, paths and open files, alone or in lists, beside other fields."""
    path = tmp_path / 'a "b".csv'
    path.write_bytes(b"1,2")
    request = sent(
        wide,
        "files",
        file=path,
        more=[b"x", io.BytesIO(b"y")],
        meta={"n": 1},
        note="# t",
        tags=["a", "b"],
    )
    boundary = request.headers["content-type"].partition("boundary=")[2]
    parts = request.content.decode().split(f"--{boundary}")

    assert [part.split("\r\n\r\n")[-1].strip() for part in parts[1:-1]] == [
        "1,2", "x", "y", '{"n":1}', "# t", "a,b",
    ]  # fmt: skip
    assert 'name="file"; filename="a %22b%22.csv"\r\nContent-Type: text/csv' in parts[1]
    assert "Content-Type: application/vnd.m+json" in parts[4]
    assert "Content-Type: text/markdown" in parts[5]
    with pytest.raises(wide.package.RequestValidationError, match="file"):
        sent(wide, "files", file="a path or a content?")
    with pytest.raises(wide.package.RequestValidationError, match="No such file"):
        sent(wide, "files", file=tmp_path / "none")


@pytest.mark.parametrize("name", ["store", "files"])
@pytest.mark.parametrize("kind", ["Client", "AsyncClient"])
def test_files_are_never_read_whole(
    wide: Case, tmp_path: Path, kind: str, name: str
) -> None:
    """A large file passes through in pieces, with its length told, and is closed."""
    path = tmp_path / "large"
    size = 32 * 2**20
    with path.open("wb") as made:
        made.truncate(size)
    got: list[int] = []

    def count(request: httpx2.Request) -> httpx2.Response:
        got.append(sum(len(p) for p in request.stream))  # type: ignore[union-attr]
        assert int(request.headers["content-length"]) == got[-1]
        return httpx2.Response(204)

    class Transport(httpx2.MockTransport):
        """One that does not read the request."""

        def handle_request(self, request: httpx2.Request) -> httpx2.Response:
            return count(request)

        async def handle_async_request(
            self, request: httpx2.Request
        ) -> httpx2.Response:
            return count(request)

    client = getattr(wide.package, kind)(transport=Transport(count))
    arguments = {"body": path} if name == "store" else {"file": path}
    tracemalloc.start()
    result = getattr(client, name)(**arguments)
    if kind == "AsyncClient":
        asyncio.run(result)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert got[0] >= size
    assert peak < 4 * 2**20


class Once:
    """An open file that can't be read again."""

    def __init__(self) -> None:
        self._rest = io.BytesIO(b"abc")

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        return self._rest.read(size)


@pytest.mark.parametrize(
    ("make", "tries"), [(lambda: io.BytesIO(b"abc"), 2), (Once, 1), (lambda: b"abc", 2)]
)
def test_bodies_are_sent_again_if_they_can_be(
    wide: Case, make: Any, tries: int
) -> None:
    """A call is repeated with the same bytes, or not at all."""
    got: list[bytes] = []

    def busy(request: httpx2.Request) -> httpx2.Response:
        got.append(request.content)
        return httpx2.Response(204 if len(got) > 1 else 503)

    policy = wide.package.RetryPolicy(sleep=lambda _: None)
    client = wide.package.Client(transport=httpx2.MockTransport(busy), retry=policy)
    if tries == 2:
        client.store(body=make())
    else:
        with pytest.raises(wide.package.ApiError):
            client.store(body=make())

    assert got == [b"abc"] * tries


def test_servers_of_operations(wide: Case) -> None:
    """Their variables are the client's where they are the same; a path is on its host."""
    client = wide.client(status=204, base_url=None, region="us", base="b2")
    client.up()
    client.rel()
    urls = [str(request.url) for request in wide.requests[-2:]]
    assert urls == ["https://us.up.test/b2/up", "https://us.a.test/v2/up"]
    with pytest.raises(ValueError, match="region must be one of"):
        wide.client(base_url=None, region="xx")


def test_a_server_for_one_call(wide: Case) -> None:
    """A call may go to another server; one that is none is refused."""
    request = sent(wide, "up", server_url="https://b.test/v9/")
    assert str(request.url) == "https://b.test/v9/up"
    with pytest.raises(wide.package.RequestValidationError, match="absolute http"):
        sent(wide, "up", server_url="b.test")


def test_urls_that_can_not_be_sent(wide: Case) -> None:
    """A URL that the HTTP library refuses is an error of ours, without secrets."""
    with pytest.raises(wide.package.RequestValidationError, match="too long") as caught:
        sent(wide, "params", **PATHS, i="x" * 70_000)
    assert not isinstance(caught.value, httpx2.InvalidURL)


def test_types(wide: Case) -> None:
    """The checkers and the formatter have nothing to say of the client."""
    for tool in ("mypy", "pyright", "black", "ruff"):
        assert findings(tool, wide.folder) == ""


def test_nothing_is_lost(wide: Case) -> None:
    """All of the description is honoured."""
    assert wide.reported == []
    fidelity = json.loads((wide.folder / "fidelity.json").read_text("utf-8"))
    assert fidelity["counts"]["dropped"] == fidelity["counts"]["approximated"] == 0
