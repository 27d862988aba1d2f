"""Pages, and descriptions in them, beside them and given with them."""

from __future__ import annotations

import json

import pytest

from specpress.config import Config
from specpress.diagnostics import Report, Severity
from specpress.lift.sources import Rank, read_sources
from specpress.pipeline import generate
from specpress.store import DictStore


def _description(kind: str, **more: object) -> dict[str, object]:
    limit = {"name": "limit", "in": "query", "schema": {"type": kind}}
    get = {
        "operationId": "list",
        "parameters": [limit],
        "responses": {"200": {"description": "ok"}},
    }
    return {
        "openapi": "3.0.3",
        "info": {"title": kind, "version": "1"},
        "paths": {"/pets": {"get": get}},
        **more,
    }


def _page(description: object) -> bytes:
    text = json.dumps(description)
    return f'<script type="application/json">{text}</script>'.encode()


@pytest.mark.parametrize(
    ("precedence", "kind"),
    [
        (("openapi", "html"), "integer"),
        (("html", "openapi"), "string"),
        (("html",), "string"),
        ((), "integer"),
    ],
)
def test_precedence_decides(precedence: tuple[Rank, ...], kind: str) -> None:
    """The kind of source that comes first wins, and both places are told."""
    files = {
        "a.html": _page(_description("string")),
        "b.json": json.dumps(_description("integer")).encode(),
    }
    report = Report()
    read = read_sources(DictStore(files), list(files), report, precedence)

    assert read is not None
    operation = read.document.map["paths"].map["/pets"].map["get"]
    (limit,) = operation.map["parameters"].list
    assert limit.map["schema"].get_text("type") == kind
    assert read.document.map["info"].get_text("title") == kind
    (told,) = [d for d in report if d.code.severity is not Severity.NOTE]
    other = "b.json" if kind == "string" else "a.html"
    used = "a.html" if kind == "string" else "b.json"
    assert (told.code.id, told.span.file) == ("CRW010", other)
    assert f"at {used}:1:" in told.message


def test_a_description_that_is_given_and_named_counts_once() -> None:
    """A file that a page names and that is given too is read as the file it is."""
    files = {
        "index.html": b'<redoc spec-url="api/v1.json"></redoc>',
        "api/v1.json": json.dumps(_description("integer")).encode(),
    }
    report = Report()
    read = read_sources(DictStore(files), list(files), report)

    assert read is not None and read.stated
    assert read.document.plain() == _description("integer")
    assert list(report) == []


def test_components_that_only_the_other_side_uses_are_gone() -> None:
    """What only a description that lost refers to is no part of the document."""

    def described(kind: str) -> dict[str, object]:
        whole = json.loads(json.dumps(_description("integer")))
        content = {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}
        whole["paths"]["/pets"]["get"]["responses"]["200"]["content"] = content
        whole["components"] = {"schemas": {"Pet": {"type": kind}}}
        return whole

    files = {"a.html": _page(described("string")), "b.html": _page(described("object"))}
    report = Report()
    read = read_sources(DictStore(files), list(files), report)

    assert read is not None
    schemas = read.document.map["components"].map["schemas"]
    assert [each.get_text("type") for each in schemas.map.values()] == ["string"]
    assert "CRW010" in [each.code.id for each in report]


def test_the_client_of_a_page_knows_where_its_parts_stand() -> None:
    """The ledger names lines of the page for a description in it, pointers for one
    beside it."""
    more = {"x-a": 1}
    files = {
        "a.html": _page(_description("string", **more)),
        "b.html": b'<redoc spec-url="b.json"></redoc>',
        "b.json": json.dumps(_description("string", **more)).encode(),
    }
    config = Config(package="demo", output="out", sources=("x",), format=False)
    found: dict[str, list[str]] = {}
    for page in ("a.html", "b.html"):
        result = generate(DictStore(files), [page], config)
        assert result.fidelity is not None
        for file in result.fidelity.files:
            found[file.file] = [entry.at for entry in file.entries]

    assert found["b.html"] == [""]
    assert "/x-a" in found["b.json"]
    assert any(at.startswith("1:") for at in found["a.html"])
