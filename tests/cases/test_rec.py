"""References: recursion of every kind, loops without an end, chains and depth."""

from __future__ import annotations

import json
import socket
import time
from pathlib import Path
from typing import Any

import pytest
from support.cases import SHARED, build, generated
from support.clients import findings

PLAIN: dict[str, Any] = {"format": False, "tests": False}
HEAD = """\
openapi: 3.1.0
info: {title: Cases, version: "1"}
paths:
"""


def _operation(name: str, ref: str) -> str:
    """Return the path ``/NAME``, whose POST takes and gives what *ref* refers to."""
    media = f"{{application/json: {{schema: {{$ref: '{ref}'}}}}}}"
    return (
        f"  /{name}:\n    post:\n      operationId: {name}\n"
        f"      requestBody: {{required: true, content: {media}}}\n"
        f"      responses: {{'200': {{description: ok, content: {media}}}}}\n"
    )


RECURSIVE = (
    HEAD
    + _operation("node", "#/components/schemas/Node")
    + _operation("json", "#/components/schemas/Anything")
    + _operation("tree", "#/components/schemas/Tree")
    + """\
components:
  schemas:
    Node:
      type: object
      properties:
        next: {$ref: '#/components/schemas/Node'}
        kids: {type: array, items: {$ref: '#/components/schemas/Node'}}
        by: {type: object, additionalProperties: {$ref: '#/components/schemas/Node'}}
        other: {$ref: '#/components/schemas/Peer'}
    Peer: {type: object, properties: {n: {$ref: '#/components/schemas/Node'}}}
    Anything:
      anyOf:
        - {type: string}
        - {type: number}
        - {type: boolean}
        - {type: 'null'}
        - {type: array, items: {$ref: '#/components/schemas/Anything'}}
        - {type: object, additionalProperties: {$ref: '#/components/schemas/Anything'}}
    Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}
"""
)


def _nested(key: str, depth: int) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for _ in range(depth):
        value = {key: value}
    return value


def test_rec_01_recursive_types_are_called(tmp_path: Path) -> None:
    """A type that holds itself goes out and comes back, 200 levels deep."""
    built = build(RECURSIVE, tmp_path, **PLAIN)
    deep = _nested("next", 200)

    with built.client(deep, strict=True) as client:
        node = client.node(next=deep["next"])

    assert built.sent() == deep
    for _ in range(200):
        assert type(node) is built.models.Node
        node = node.next


def test_rec_01_deeper_than_is_checked(tmp_path: Path) -> None:
    """What nests more deeply than pydantic goes is refused in a request; a response is
    read as it came, and the drift tells why."""
    built = build(RECURSIVE, tmp_path, **PLAIN)
    deep = _nested("next", 500)

    with built.client(deep) as client:
        answer = client.node()
        with pytest.raises(built.package.RequestValidationError, match="depth"):
            client.node(next=deep["next"])

    assert answer == deep
    assert len(built.drifts) == 1


def test_rec_01_other_ways_to_recurse(tmp_path: Path) -> None:
    """Lists, maps and a second type lead back to the first one."""
    built = build(RECURSIVE, tmp_path, **PLAIN)
    value = {"kids": [{"by": {"a": {"other": {"n": {"kids": []}}}}}]}

    with built.client(value, strict=True) as client:
        node = client.node(**value)

    assert built.sent() == value
    inner = node.kids[0].by["a"].other.n
    assert (type(inner), type(node.kids[0].by["a"].other)) == (
        built.models.Node,
        built.models.Peer,
    )


@pytest.mark.parametrize(
    ("operation", "value"),
    [
        ("json", {"a": [1, 2.5, True, None, "x", {"b": []}]}),
        ("json", "text"),
        ("json", None),
        ("tree", [[], [[], [[]]]]),
    ],
)
def test_rec_01_recursive_aliases(
    tmp_path: Path, operation: str, value: object
) -> None:
    """A union or list that holds itself is an alias, and takes plain values."""
    built = build(RECURSIVE, tmp_path, **PLAIN)

    with built.client(value, strict=True) as client:
        answer = getattr(client, operation)(body=value)

    assert answer == value
    assert built.sent() == value


@pytest.mark.parametrize("tool", ["mypy", "pyright"])
def test_rec_01_checkers_accept(tmp_path: Path, tool: str) -> None:
    """The recursive types are ones that type checkers understand."""
    built = build(RECURSIVE, tmp_path, **PLAIN)

    assert findings(tool, built.folder) == ""


LOOPS = HEAD + _operation("all", "#/components/schemas/All") + """\
  /x/{id}:
    get:
      operationId: inline
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: {type: object, properties: {z: {type: string}}}
components:
  schemas:
    All:
      type: object
      properties:
        a: {$ref: '#/components/schemas/A'}
        c: {$ref: '#/components/schemas/C'}
        d: {$ref: '#/components/schemas/D'}
        e: {$ref: '#/components/schemas/E'}
        again: {$ref: '#/components/schemas/E'}
    A: {$ref: '#/components/schemas/B'}
    B: {$ref: '#/components/schemas/A'}
    C: {allOf: [{$ref: '#/components/schemas/C'}]}
    D: {$ref: '#/components/schemas/Nope'}
    E:
      type: object
      properties:
        x: {$ref: '#/components/schemas/F/properties/in'}
        x2: {$ref: '#/components/schemas/F/properties/in'}
        y: {$ref: '#/paths/~1x~1%7Bid%7D/get/responses/200/content/application~1json/schema'}
    F:
      type: object
      properties: {in: {type: object, properties: {q: {type: string}}}}
"""


def test_rec_02_loops_and_references_to_nothing(tmp_path: Path) -> None:
    """Each is told once, with what is done instead, and the rest is there."""
    built = build(LOOPS, tmp_path, keep_going=True, **PLAIN)
    value = {"a": 1, "c": "any", "d": [], "e": {"x": {"q": "1"}, "y": {"z": "2"}}}

    with built.client(value, strict=True) as client:
        answer = client.all(**value)

    assert built.sent() == value
    assert (answer.a, answer.c, answer.d) == (1, "any", [])
    told = [m for m in built.reported if "any value is allowed" in m]
    for name in ("B", "A", "C", "Nope"):
        assert any(f"/{name}'" in message for message in told), name


def test_rec_02_a_place_is_one_class(tmp_path: Path) -> None:
    """What several references point at, wherever it stands, is one class."""
    built = build(LOOPS, tmp_path, keep_going=True, **PLAIN)
    e = {"x": {"q": "1"}, "x2": {"q": "2"}, "y": {"z": "3"}}

    with built.client({"e": e, "again": e}, strict=True) as client:
        answer = client.all()
    with built.client({"z": "4"}, strict=True) as client:
        inline = client.inline(id="1")

    assert type(answer.e) is type(answer.again) is built.models.E
    assert type(answer.e.x) is type(answer.e.x2)
    assert type(answer.e.y) is type(inline)


FILES = {
    "models/node.yaml": "type: object\n"
    "properties: {peer: {$ref: 'peer.yaml#/Peer'}, same: {$ref: '#'}}\n",
    "models/peer.yaml": "Peer:\n  type: object\n"
    "  properties: {node: {$ref: '../models/node.yaml'}}\n",
}


def test_recursion_over_files(tmp_path: Path) -> None:
    """Types of files that refer to each other are the same from wherever they are
    referred to."""
    spec = HEAD + _operation("node", "models/node.yaml")
    built = build(
        spec + _operation("peer", "models/peer.yaml#/Peer"), tmp_path, FILES, **PLAIN
    )

    with built.client({"peer": {"node": {"same": {}}}}, strict=True) as client:
        node = client.node()

    assert type(node) is type(node.peer.node) is type(node.peer.node.same)
    assert type(node.peer) is built.models.Peer


def test_rec_04_depth_is_an_error() -> None:
    """A schema 2,000 levels deep is refused with its place, and fast."""
    schema: Any = {"type": "string"}
    text = json.dumps(schema)
    for _ in range(2000):
        text = f'{{"type": "object", "properties": {{"a": {text}}}}}'
    spec = _document(f'{{"Deep": {text}}}', "Deep")
    begun = time.process_time()

    result = generated(spec)

    assert time.process_time() - begun < 5
    assert [d.code.id for d in result.diagnostics] == ["YML010"]
    assert result.diagnostics.diagnostics[0].span.start > 0


def test_rec_04_a_long_chain(tmp_path: Path) -> None:
    """An ``allOf`` chain of 1,000 references becomes one class with all properties."""
    schemas = {
        f"L{n}": {
            "allOf": [{"$ref": f"#/components/schemas/L{n + 1}"}],
            "properties": {f"p{n}": {"type": "integer"}},
        }
        for n in range(1000)
    }
    last = {"L1000": {"type": "object", "properties": {"end": {"type": "string"}}}}
    begun = time.process_time()

    built = build(_document(json.dumps({**schemas, **last}), "L0"), tmp_path, **PLAIN)
    with built.client({"p0": 1, "p999": 2, "end": "x"}, strict=True) as client:
        answer = client.get()

    assert (answer.p0, answer.p999, answer.end) == (1, 2, "x")
    assert time.process_time() - begun < 15


def _wide(count: int) -> str:
    """Return a description of a union of *count* members."""
    members = {
        f"M{n}": {
            "type": "object",
            "required": [f"k{n}"],
            "properties": {f"k{n}": {"type": "integer"}},
        }
        for n in range(count)
    }
    union = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in members]}
    return _document(json.dumps({**members, "Any": union}), "Any")


def test_rec_04_a_wide_union_is_fast() -> None:
    """A union of 2,000 members is generated in seconds."""
    begun = time.process_time()

    result = generated(_wide(2000), **PLAIN)

    assert result.files
    assert time.process_time() - begun < 15


def test_rec_04_a_wide_union_finds_its_member(tmp_path: Path) -> None:
    """Of 200 members the right one is found."""
    built = build(_wide(200), tmp_path, **PLAIN)

    with built.client({"k123": 5}, strict=True) as client:
        answer = client.get()

    assert type(answer) is built.models.M123


def _document(schemas: str, name: str) -> str:
    """Return a description whose one operation gives the schema *name*."""
    ref = {"$ref": f"#/components/schemas/{name}"}
    responses = {
        "200": {"description": "", "content": {"application/json": {"schema": ref}}}
    }
    paths = json.dumps({"/a": {"get": {"operationId": "get", "responses": responses}}})
    return (
        '{"openapi": "3.1.0", "info": {"title": "Deep", "version": "1"}, "paths": '
        f'{paths}, "components": {{"schemas": {schemas}}}}}'
    )


def test_sec_11_nothing_is_read_from_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """References to hosts and out of the folder open no connection, and each is an error
    at its place."""

    def refuse(*_: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    if not SHARED.is_dir():
        pytest.skip("no shared cases")
    text = (SHARED / "sec-11.yaml").read_text("utf-8")

    result = generated(text)

    assert not result.files
    errors = [d for d in result.diagnostics if d.code.severity == "error"]
    assert sorted(text[d.span.start : d.span.end].strip("'") for d in errors) == [
        "../.scratch/canary.json",
        "file:///nonexistent/canary.json",
        "http://127.0.0.1:18999/canary.json",
        "http://[::ffff:127.0.0.1]:18999/canary.json",
    ]
