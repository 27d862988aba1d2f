"""An API documented as pages and as OpenAPI is one API, but for what pages can't say."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.rendering import rendered
from support.sayable import sayable, told

from specpress.config import Config
from specpress.diagnostics import Report, Severity
from specpress.ir.compare import differences
from specpress.ir.nodes import Api
from specpress.pipeline import lower_document, read_document
from specpress.store import DictStore

CONFIG = Config(package="p", output="o", sources=())
Schema = dict[str, Any]

names = st.sampled_from(("id", "Name", "start<", "a-b", "größe", "from", "x.y", "Tag"))
texts = st.sampled_from(
    (
        "Plain words.",
        "Is a < b & c?",
        "<p>With <code>markup</code>.</p>",
        "Ä \u2014 \U0001f600",
        "`code` and *stress*",
    )
)
scalars: st.SearchStrategy[Schema] = st.one_of(
    st.fixed_dictionaries(
        {"type": st.just("string")},
        optional={
            "minLength": st.integers(0, 3),
            "maxLength": st.integers(3, 9),
            "format": st.sampled_from(("date", "uuid", "uri", "byte", "odd")),
            "pattern": st.sampled_from(("^a", "[0-9]+$")),
            "description": texts,
            "nullable": st.booleans(),
            "default": st.just("aaa"),
        },
    ),
    st.fixed_dictionaries(
        {"type": st.sampled_from(("integer", "number"))},
        optional={
            "minimum": st.integers(-2, 0),
            "maximum": st.integers(1, 9),
            "exclusiveMinimum": st.booleans(),
            "multipleOf": st.integers(1, 3),
            "nullable": st.booleans(),
        },
    ),
    st.fixed_dictionaries(
        {
            "type": st.just("string"),
            "enum": st.lists(st.sampled_from("abc"), min_size=1, unique=True),
        },
        optional={"description": texts, "title": names},
    ),
    st.just({"type": "boolean"}),
    st.just({}),
)
REFS = ("Alpha", "Beta", "Gamma")
references = st.sampled_from(REFS).map(lambda n: {"$ref": f"#/components/schemas/{n}"})


def _composed(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    """Return arrays and objects of *inner*, and what is put together of it."""
    fields = st.dictionaries(names, inner, min_size=1, max_size=3)
    objects = fields.flatmap(
        lambda properties: st.fixed_dictionaries(
            {"type": st.just("object"), "properties": st.just(properties)},
            optional={
                "required": st.lists(
                    st.sampled_from(sorted(properties)), min_size=1, unique=True
                ),
                "additionalProperties": st.one_of(st.booleans(), inner),
                "description": texts,
                "title": names,
            },
        )
    )
    return st.one_of(
        objects,
        st.fixed_dictionaries(
            {"type": st.just("array"), "items": inner},
            optional={"minItems": st.integers(0, 2), "uniqueItems": st.booleans()},
        ),
        st.lists(objects, min_size=1, max_size=2).map(lambda all_: {"allOf": all_}),
        st.lists(inner, min_size=2, max_size=2, unique_by=repr).map(
            lambda any_: {"anyOf": any_}
        ),
    )


schemas = st.recursive(scalars | references, _composed, max_leaves=5)
components = st.fixed_dictionaries(
    {name: st.recursive(scalars, _composed, max_leaves=4) for name in REFS}
)


@st.composite
def operations(draw: st.DrawFn, name: str, path_names: list[str]) -> dict[str, Any]:
    """Draw an operation whose path has *path_names*."""
    parameters = [
        {"name": each, "in": "path", "required": True, "schema": draw(scalars)}
        for each in path_names
    ]
    seen: set[tuple[str, str]] = set()
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.sampled_from(("query", "header", "cookie")))
        called = draw(names) if place == "query" else draw(st.sampled_from(("A", "B")))
        if (called, place) in seen:
            continue
        seen.add((called, place))
        schema = draw(
            scalars | scalars.map(lambda item: {"type": "array", "items": item})
        )
        parameter: dict[str, Any] = {"name": called, "in": place, "schema": schema}
        if draw(st.booleans()):
            parameter["description"] = draw(texts)
        if draw(st.booleans()):
            parameter["required"] = True
        if place == "query" and draw(st.booleans()):
            parameter["explode"] = draw(st.booleans())
        parameters.append(parameter)
    operation: dict[str, Any] = {
        "operationId": name,
        "parameters": parameters,
        "tags": ["t"],
        "responses": {
            status: {
                "description": draw(texts.filter(lambda text: "<" not in text)),
                **draw(
                    st.sampled_from(
                        (
                            {},
                            {"content": {"application/json": {"schema": {}}}},
                            {"content": {"text/plain": {}, "text/csv": {}}},
                        )
                    )
                ),
            }
            for status in draw(
                st.lists(
                    st.sampled_from(("200", "404", "4XX", "default")),
                    min_size=1,
                    unique=True,
                )
            )
        },
    }
    if draw(st.booleans()):
        operation["summary"] = "Do it"
    if draw(st.booleans()):
        operation["description"] = draw(texts)
    if draw(st.booleans()):
        media = draw(
            st.sampled_from(("application/json", "application/x-www-form-urlencoded"))
        )
        operation["requestBody"] = {"content": {media: {"schema": draw(schemas)}}}
    return operation


@st.composite
def descriptions(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a small description in OpenAPI 3.0."""
    return {
        "openapi": "3.0.3",
        "info": {"title": "T", "version": "1", "description": draw(texts)},
        "servers": [{"url": "https://api.example/base"}],
        "security": [],
        "paths": {
            "/things": {
                "get": draw(operations("listThings", [])),
                "post": draw(operations("makeThing", [])),
            },
            "/things/{id}": {
                "put": draw(operations("putThing", ["id"])),
                "description": draw(texts),
            },
        },
        "components": {"schemas": draw(components)},
    }


def _read(files: dict[str, bytes]) -> tuple[Api, Report]:
    store, report = DictStore(files), Report()
    document = read_document(store, store.names(), report)
    assert document is not None, [each.message for each in report]
    return lower_document(document, CONFIG, report), report


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(descriptions())
def test_pages_and_description_are_one_api(description: dict[str, Any]) -> None:
    """What is lifted from the pages of a description is the description's API."""
    plain = told(description)
    lifted, report = _read(rendered(description))
    stated, _ = _read({"api.json": json.dumps(plain).encode()})

    assert differences(sayable(lifted), sayable(stated)) == ()
    assert not [each for each in report if each.code.severity is Severity.ERROR]
