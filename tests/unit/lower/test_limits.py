"""Documents that are long or deep are lowered without running out of anything."""

from __future__ import annotations

import pytest

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.ir.nodes import Api
from specpress.ir.types import List, Object
from specpress.ir.verify import verify
from specpress.ir.walk import parts
from specpress.lower import lower
from specpress.passes import run_passes
from specpress.tree import Node

CONFIG = Config(package="p", output="o", sources=())
LINKS = 1000


def _ref(number: int) -> dict[str, object]:
    return {"$ref": f"#/components/schemas/S{number}"}


def _chain(link: object, number: int) -> object:
    """Return *link* with each "next" in it a reference to the schema *number*."""
    match link:
        case "next":
            return _ref(number)
        case "name":
            return f"p{number}"
        case dict():
            return {_chain(k, number): _chain(v, number) for k, v in link.items()}
        case list():
            return [_chain(each, number) for each in link]
        case _:
            return link


def _lowered(schemas: dict[str, object], root: object, report: Report) -> Api:
    media = {"content": {"application/json": {"schema": root}}}
    operation = {"operationId": "go", "requestBody": media}
    document = {
        "paths": {"/a": {"post": operation}},
        "components": {"schemas": schemas},
    }
    return run_passes(lower(Node.of(document), CONFIG, report), report)


CHAINS = {
    "alias": "next",
    "property": {"properties": {"a": "next"}},
    "default": {"properties": {"a": {"allOf": ["next"], "default": {}}}},
    "anyOf": {"anyOf": ["next", {"type": "string", "maxLength": 3}]},
    "items": {"items": "next"},
    "narrowed": {"allOf": ["next"], "minProperties": 1},
}


@pytest.mark.parametrize("kind", CHAINS)
def test_a_chain_of_a_thousand_references_is_followed(kind: str) -> None:
    """However schemas refer to each other, their number is no limit."""
    schemas = {f"S{i}": _chain(CHAINS[kind], i + 1) for i in range(LINKS)}
    schemas[f"S{LINKS}"] = {"type": "object", "properties": {"last": {}}}
    report = Report()

    api = _lowered(schemas, _ref(0), report)

    assert verify(api, final=True) == ()
    assert not list(report)


def test_nothing_of_a_long_all_of_is_lost() -> None:
    """A chain of a thousand `allOf` has the properties of each link."""
    link = {"allOf": ["next", {"properties": {"name": {"type": "string"}}}]}
    schemas = {f"S{i}": _chain(link, i + 1) for i in range(LINKS)}

    (decl,) = _lowered(
        schemas | {f"S{LINKS}": {"type": "object"}}, _ref(0), Report()
    ).types

    assert isinstance(decl.type, Object)
    assert len(decl.type.fields) == LINKS


def test_a_union_of_thousands_keeps_all_its_members() -> None:
    """Two thousand alternatives are one union of two thousand."""
    schemas = {f"S{i}": {"properties": {f"p{i}": {}}} for i in range(2 * LINKS)}

    api = _lowered(schemas, {"oneOf": [_ref(i) for i in range(2 * LINKS)]}, Report())

    assert len(parts(api.types[0].type)) == 2 * LINKS


@pytest.mark.parametrize("levels", [39, 41, 100])
def test_inline_schemas_are_lowered_to_a_depth(levels: int) -> None:
    """Below forty levels any value is allowed, with a warning and no overflow."""
    schema: dict[str, object] = {"type": "string"}
    for _ in range(levels):
        schema = {"type": "array", "items": schema}
    report = Report()

    api = _lowered({}, schema, report)

    body = api.operations[0].body
    assert body is not None
    assert isinstance(body.contents[0].type, List)
    assert [d.code.id for d in report] == ["LOW010"] * (levels > 40)


def test_what_would_be_looked_at_too_deeply_is_given_up() -> None:
    """A constraint whose kind hangs on a thousand choices is left out, with a warning."""
    link = {"anyOf": ["next", {"type": "null"}], "maxLength": 3}
    schemas = {f"S{i}": _chain(link, i + 1) for i in range(LINKS)}
    report = Report()

    api = _lowered(schemas | {f"S{LINKS}": {"type": "string"}}, _ref(0), report)

    assert verify(api, final=True) == ()
    assert "LOW010" in {d.code.id for d in report}
