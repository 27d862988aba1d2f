"""Any files that refer to each other become one document."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specpress.diagnostics import Report
from specpress.diagnostics.codes.bundle import NO_FILE
from specpress.document.bundle import bundle
from specpress.document.bundle_files import Unresolved
from specpress.tree import Node

FILES = ("main.yaml", "a.yaml", "b/a.yaml", "b/c.yaml")
POINTERS = (
    *("", "#", "#/", "#/X", "#/Y", "#/X/properties/p", "#/X/allOf/0", "#anchor"),
    *("#/components/schemas/X", "#/components/responses/X", "#/paths/~1x", "#/paths"),
    *("#/components/schemas", "#/components/schemas/Y/properties/p", "#/definitions/X"),
)
TARGETS = (
    "",
    "a.yaml",
    "../a.yaml",
    "b/a.yaml",
    "c.yaml",
    "main.yaml",
    "gone.yaml",
    "X",
)
REFS = st.builds(
    lambda target, pointer: {"$ref": target + pointer},
    st.sampled_from(TARGETS),
    st.sampled_from(POINTERS),
)
NAMING = st.sampled_from(
    [
        {},
        {"$anchor": "anchor"},
        {"$id": "x.json"},
        {"$id": "https://h.test/x"},
        {"$dynamicAnchor": "node"},
        {"$dynamicRef": "#node"},
        {"$recursiveRef": "#"},
    ]
)


def _schema(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(
        lambda p, a, d, naming: {
            "properties": {"p": p},
            "allOf": a,
            "$defs": d,
            "discriminator": {"propertyName": "p", "mapping": {"x": "a.yaml#/X"}},
            **naming,
        },
        inner,
        st.lists(inner, max_size=2),
        st.dictionaries(st.sampled_from(["X", "Y"]), inner, max_size=2),
        NAMING,
    )


SCHEMAS = st.recursive(REFS | st.just({"type": "string"}), _schema, max_leaves=5)
ITEMS = st.builds(
    lambda ref, schema, both: {
        **(ref if both else {}),
        "get": {
            "responses": {
                "200": {"description": "", "content": {"a/b": {"schema": schema}}},
                "201": ref,
            },
            "callbacks": {"c": {"{$url}": ref}},
            "parameters": [ref],
            "requestBody": ref,
        },
    },
    REFS,
    SCHEMAS,
    st.booleans(),
)
WHOLE = st.builds(
    lambda version, item, paths, x, y, response: {
        version[0]: version[1],
        "info": {"title": "", "version": ""},
        "paths": {"/x": item, **paths},
        "components": {"schemas": {"X": x, "Y": y}, "responses": {"X": response}},
    },
    st.sampled_from([("openapi", "3.0.0"), ("openapi", "3.1.0"), ("swagger", "2.0")]),
    ITEMS | REFS,
    REFS | st.just({}),
    SCHEMAS,
    SCHEMAS,
    REFS | st.just({"description": ""}),
)
PARTS = st.builds(lambda x, y: {"X": x, "Y": y}, SCHEMAS | ITEMS | REFS, SCHEMAS) | REFS


def _open(files: dict[str, Node], name: str) -> Node:
    if name not in files:
        raise Unresolved(NO_FILE, uri=name, reason="not there")
    return files[name]


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(WHOLE, st.tuples(*[WHOLE | PARTS | SCHEMAS] * 3))
def test_any_files_become_one_document(entry: Any, others: tuple[Any, ...]) -> None:
    """Whatever refers to whatever: a document comes back, and again unchanged, in which
    no reference leads out."""
    data = dict(zip(FILES, (entry, *others), strict=True))
    files = {name: Node.of(value) for name, value in data.items()}

    document = bundle(
        files["main.yaml"], "main.yaml", lambda n: _open(files, n), Report()
    )
    report = Report()
    again = bundle(document, "main.yaml", lambda n: _open({}, n), report)

    assert again.plain() == document.plain()
    assert not [
        d.message for d in report if d.code.id in ("DOC111", "DOC112", "DOC113")
    ]
    assert {name: node.plain() for name, node in files.items()} == data
