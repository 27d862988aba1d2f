"""Lists in pages: iterators that ask for one page after the other."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from support.cases import Case, build, generated

THING = {"$ref": "#/components/schemas/Thing"}
LIST = {"type": "array", "items": THING}
TEXT, FLAG = {"type": "string"}, {"type": "boolean"}
MAYBE = {"type": ["string", "null"]}
Server = Callable[[httpx2.Request], httpx2.Response]


def _object(**members: object) -> dict[str, object]:
    return {"type": "object", "properties": members}


def _query(name: str, type_: str, **more: object) -> dict[str, object]:
    required = bool(more.pop("required", False))
    schema = {"type": type_, **more}
    return {"name": name, "in": "query", "required": required, "schema": schema}


def _operation(
    id_: str, schema: object, *parameters: object, **headers: object
) -> dict[str, object]:
    content = {"application/json": {"schema": schema}}
    answer: dict[str, object] = {"description": "A page.", "content": content}
    if headers:
        answer["headers"] = {k: {"schema": v} for k, v in headers.items()}
    responses = {"200": answer}
    operation = {"operationId": id_, "parameters": parameters, "responses": responses}
    return {"get": operation}


PATHS = {
    "/cursor": _operation(
        "cursor",
        _object(data=LIST, meta=_object(next_cursor=MAYBE, has_more=FLAG)),
        _query("cursor", "string"),
        _query("kind", "string"),
    ),
    "/offset": _operation(
        "offset",
        LIST,
        _query("offset", "integer"),
        _query("limit", "integer"),
    ),
    "/page": _operation("page", _object(rows=LIST), _query("page", "integer")),
    "/link": _operation(
        "link",
        _object(results=LIST, next_url=MAYBE),
        _query("page", "integer"),
        _query("kind", "string", required=True),
    ),
    "/header": _operation(
        "header", LIST, _query("page", "integer"), _query("kind", "string"), Link=TEXT
    ),
    "/plain": _operation("plain", LIST, _query("q", "string")),
}
DESCRIPTION: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pages", "version": "1"},
    "servers": [{"url": "https://api.example.com/v1"}],
    "paths": PATHS,
    "components": {"schemas": {"Thing": _object(id={"type": "integer"})}},
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The client of a description with lists in pages of all styles."""
    folder = tmp_path_factory.mktemp("pages")
    return build(json.dumps(DESCRIPTION), folder, tests=False, format=False)


class Book:
    """A server of seven things, three a page; *queries* are what it was asked."""

    def __init__(self, *, stuck: bool = False, elsewhere: bool = False) -> None:
        self.queries: list[dict[str, str]] = []
        self.stuck = stuck
        self.elsewhere = elsewhere

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request*."""
        query = dict(request.url.params)
        self.queries.append(query)
        name = request.url.path.rpartition("/")[2]
        return getattr(self, name)(query)

    def part(self, start: int, size: int = 3) -> list[dict[str, int]]:
        """Return some of the things."""
        return [{"id": n} for n in range(start, min(start + size, 7))]

    def cursor(self, query: dict[str, str]) -> httpx2.Response:
        """Answer with the cursor of the next page, if there is one."""
        start = int(query.get("cursor", "0"))
        more = start + 3 < 7
        following = "3" if self.stuck else str(start + 3) if more else None
        meta = {"next_cursor": following}
        return httpx2.Response(200, json={"data": self.part(start), "meta": meta})

    def offset(self, query: dict[str, str]) -> httpx2.Response:
        """Answer what comes from the offset on."""
        size = int(query.get("limit", "3"))
        return httpx2.Response(200, json=self.part(int(query.get("offset", "0")), size))

    def page(self, query: dict[str, str]) -> httpx2.Response:
        """Answer a page by its number."""
        part = self.part(3 * (int(query.get("page", "1")) - 1))
        return httpx2.Response(200, json={"rows": part})

    def link(self, query: dict[str, str]) -> httpx2.Response:
        """Answer with the URL of the next page, relative to this one."""
        number = int(query.get("page", "1"))
        url = f"/v1/link?page={number + 1}&kind={query['kind']}&token=a%20b"
        url = url.replace("link", "other") if self.elsewhere else url
        following = url if number < 3 else None
        part = self.part(3 * (number - 1))
        return httpx2.Response(200, json={"results": part, "next_url": following})

    def header(self, query: dict[str, str]) -> httpx2.Response:
        """Answer with a header that links to the next page."""
        number = int(query.get("page", "1"))
        target = f"https://elsewhere.example/v1/header?page={number + 1}"
        headers = {"link": f'<{target}>; rel="next"'} if number < 3 else {}
        return httpx2.Response(200, json=self.part(3 * (number - 1)), headers=headers)


def connect(case: Case, server: Server) -> Any:
    """Return a client of *server*."""
    return case.package.Client(transport=httpx2.MockTransport(server))


CALLS: dict[str, tuple[dict[str, Any], list[dict[str, str]]]] = {
    "cursor": (
        {"kind": "a"},
        [{"kind": "a"}, {"kind": "a", "cursor": "3"}, {"kind": "a", "cursor": "6"}],
    ),
    "offset": (
        {"limit": 3},
        [
            {"limit": "3"},
            {"limit": "3", "offset": "3"},
            {"limit": "3", "offset": "6"},
        ],
    ),
    "page": ({}, [{}, {"page": "2"}, {"page": "3"}, {"page": "4"}]),
    "link": (
        {"kind": "a"},
        [
            {"kind": "a"},
            {"kind": "a", "page": "2", "token": "a b"},
            {"kind": "a", "page": "3", "token": "a b"},
        ],
    ),
    "header": ({"kind": "a"}, [{"kind": "a"}, {"page": "2"}, {"page": "3"}]),
}


@pytest.mark.parametrize("name", CALLS)
def test_all_items_of_all_pages(case: Case, name: str) -> None:
    """Every item comes once, and each page is asked for with what tells of it."""
    server = Book()
    arguments, queries = CALLS[name]
    items = getattr(connect(case, server), f"{name}_iter")(**arguments)

    assert [item.id for item in items] == list(range(7))
    assert server.queries == queries
    assert [item.id for item in items] == list(range(7))  # from the first page again


@pytest.mark.parametrize("name", CALLS)
def test_while_waiting(case: Case, name: str) -> None:
    """An asynchronous client has the same iterators."""
    server = Book()
    arguments, queries = CALLS[name]

    async def run() -> list[int]:
        transport = httpx2.MockTransport(server)
        async with case.package.AsyncClient(transport=transport) as client:
            items = getattr(client, f"{name}_iter")(**arguments)
            return [item.id async for item in items]

    assert asyncio.run(run()) == list(range(7))
    assert server.queries == queries


def test_pages_are_asked_for_when_needed(case: Case) -> None:
    """Who takes two items asks for one page; pages can be had themselves."""
    server = Book()
    items = connect(case, server).cursor_iter()
    few = iter(items)

    assert [next(few).id, next(few).id] == [0, 1]
    assert len(server.queries) == 1
    assert [len(page.data) for page in items.pages()] == [3, 3, 1]


def test_a_cursor_that_stays_ends_the_list(case: Case) -> None:
    """A server that gives the same cursor again is not asked for ever."""
    server = Book(stuck=True)

    assert len(list(connect(case, server).cursor_iter())) == 7 - 1
    assert len(server.queries) == 2


def test_a_link_to_another_path_is_refused(case: Case) -> None:
    """Nothing is asked of a path that is not that of the operation."""
    server = Book(elsewhere=True)
    with pytest.raises(ValueError, match="another path"):
        list(connect(case, server).link_iter(kind="a"))

    assert len(server.queries) == 1


def test_what_has_no_pages_has_no_iterator(case: Case) -> None:
    """An operation without a sign of pages is as it was."""
    assert hasattr(case.package.Client, "plain")
    assert not hasattr(case.package.Client, "plain_iter")


def test_settings_decide(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Pages can be turned off, and told where no name tells of them."""
    folder = tmp_path_factory.mktemp("settings")
    operations = {
        "page": {"pages": False},
        "plain": {"pages": {"style": "offset", "parameter": "q"}},
    }
    made = build(
        json.dumps(DESCRIPTION),
        folder,
        tests=False,
        format=False,
        operations=settings(operations),
    )

    assert not hasattr(made.package.Client, "page_iter")
    assert hasattr(made.package.Client, "plain_iter")


TOLD = {
    "PAG001": {"style": "page", "parameter": "no"},
    "PAG002": {"style": "page", "parameter": "q", "items": "$..things"},
    "PAG003": {"style": "page", "parameter": "q", "items": "$.things"},
}


@pytest.mark.parametrize("code", TOLD)
def test_what_can_not_be_done_is_told(code: str) -> None:
    """Pages that are told of and can't be asked for are a warning."""
    operations = settings({"plain": {"pages": TOLD[code]}})
    result = generated(json.dumps(DESCRIPTION), operations=operations, tests=False)

    found = [d.code.id for d in result.diagnostics if d.code.id.startswith("PAG")]
    assert found == [code]
    assert result.files


def settings(operations: dict[str, Any]) -> Any:
    """Return *operations* as the configuration has them."""
    import msgspec

    from specpress.config.model import OperationConfig

    return msgspec.convert(operations, dict[str, OperationConfig])
