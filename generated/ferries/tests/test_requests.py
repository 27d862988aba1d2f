"""What goes over the wire: the request line, the headers and the body."""

from __future__ import annotations

import functools
import json
from typing import Any
from urllib.parse import parse_qs

import httpx2
import pytest

Case = dict[str, Any]

LIBRARY = {"accept-encoding", "connection", "content-length", "user-agent"}
"""Headers that the HTTP library adds of itself."""


def test_request_is_exact(connect: Any, operation: Case, sent: Case) -> None:
    """A call sends just the request line, the headers and the bytes that it should."""
    session = connect()
    session.call(operation, sent["arguments"])
    (request,) = session.requests
    due = sent["headers"]
    headers = [
        (name, value)
        for name, value in request.headers.multi_items()
        if name in due or name not in LIBRARY
    ]

    assert request.method == operation["method"]
    assert request.url.scheme == sent["scheme"]
    assert request.url.raw_path.decode() == sent["target"]
    assert sorted(headers) == sorted(due.items())
    assert request.content.decode() == (sent["body"] or "")


def test_body_keeps_to_the_schema(connect: Any, operation: Case, checked: Case) -> None:
    """What is sent, decoded, satisfies the schema in the API's description."""
    session = connect()
    session.call(operation, checked["arguments"])
    (request,) = session.requests

    validator(json.dumps(operation["schema"])).validate(decoded(operation, request))


def test_missing_is_not_sent(connect: Any, operation: Case) -> None:
    """An optional argument that is MISSING is as good as one not given."""
    pydantic = pytest.importorskip("pydantic")
    package = pytest.importorskip("skerry_ferries")
    optional = [s["argument"] for s in operation["slots"] if not s["required"]]
    session = connect()
    arguments = next(s["arguments"] for s in operation["requests"])
    session.call(operation, arguments)
    for missing in (package.MISSING, pydantic.MISSING):
        session.call(operation, {**dict.fromkeys(optional, missing), **arguments})

    first, *others = [(r.url, r.headers, r.content) for r in session.requests]
    assert others == [first, first]


def test_call_options(connect: Any, operation: Case) -> None:
    """A call takes further headers, further query values and a timeout of its own."""
    session = connect()
    session.call(
        operation,
        extra_headers={"X-Extra": "1", "Accept": "text/x-odd"},
        extra_query={"extra <": ["a b", True]},
        timeout=7.5,
    )
    (request,) = session.requests

    assert request.headers.get_list("x-extra") == ["1"]
    assert request.headers.get_list("accept") == ["text/x-odd"]
    assert b"extra%20%3C=a%20b&extra%20%3C=true" in request.url.query
    assert request.extensions["timeout"]["read"] == 7.5


@functools.cache
def validator(schema: str) -> Any:
    """Return what checks values against *schema*, the same one each time."""
    jsonschema = pytest.importorskip("jsonschema")
    return jsonschema.Draft202012Validator(json.loads(schema))


def decoded(operation: Case, request: httpx2.Request) -> Any:
    """Return the body as JSON data; in a form the schema tells text from numbers."""
    if operation["coding"] == "json":
        return json.loads(request.content)
    if operation["coding"] != "form":
        return request.content.decode()
    fields = parse_qs(
        request.content.decode(), keep_blank_values=True, strict_parsing=True
    )
    known = operation["schema"].get("properties", {})
    return {name: field(texts, known.get(name)) for name, texts in fields.items()}


def field(texts: list[str], schema: Case | None) -> Any:
    """Return the value that *texts*, all those of one name in a form, stand for."""
    kinds: str | list[str] = (schema or {}).get("type", "string")
    kind = kinds if isinstance(kinds, str) else kinds[0]
    if schema and kind == "array":
        return [field([text], schema.get("items")) for text in texts]
    (text,) = texts
    return text if kind == "string" else json.loads(text)
