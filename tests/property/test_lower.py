"""What holds of every document, however wrong: lowering reports and goes on."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.document.upgrade import upgrade
from specpress.ir.verify import verify
from specpress.lower import lower
from specpress.lower.keywords import KINDS, KNOWN
from specpress.passes import run_passes
from specpress.tree import Node

CONFIG = Config(package="p", output="o", sources=())
REFS = st.sampled_from(("#/components/schemas/A", "#/components/schemas/B", "#/x", 5))
values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 5),
    st.floats(allow_nan=False),
    st.sampled_from((*KINDS, "a", "(", "^a$", "byte", "http-method")),
)


def _right(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Return objects whose keywords are of the right kind, mostly."""
    right = {
        "type": st.sampled_from(KINDS) | st.lists(st.sampled_from(KINDS), max_size=3),
        "properties": st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
        "required": st.lists(st.sampled_from("abd"), max_size=2),
        "items": inner,
        "allOf": st.lists(inner, max_size=3),
        "anyOf": st.lists(inner, max_size=3),
        "oneOf": st.lists(inner, max_size=3),
        "enum": st.lists(values, max_size=3),
        "$ref": REFS,
        "additionalProperties": inner,
    }
    some = st.lists(st.sampled_from(sorted(right)), max_size=4, unique=True)
    return some.flatmap(lambda keys: st.fixed_dictionaries({k: right[k] for k in keys}))


def _wrong(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Return objects in which anything stands anywhere."""
    keyword = st.sampled_from((*sorted(KNOWN), "$ref", "x-y", "unknown"))
    return st.dictionaries(keyword, inner | st.lists(inner), max_size=3)


right_schemas = st.recursive(values, _right, max_leaves=8)
schemas = st.recursive(
    values, lambda inner: _right(inner) | _wrong(inner), max_leaves=8
)


@given(schemas, schemas, schemas, st.sampled_from(("3.0.3", "3.2.0")))
def test_any_schema_becomes_a_sound_type(
    schema: object, a: object, b: object, version: str
) -> None:
    """Whatever stands for a schema, the API is sound and its schemas are JSON."""
    media = {"content": {"application/json": {"schema": schema}}}
    operation = {"operationId": "go", "requestBody": media}
    document = Node.of(
        {
            "openapi": version,
            "paths": {"/a": {"post": operation}},
            "components": {"schemas": {"A": a, "B": b}},
        }
    )
    report = Report()

    api = lower(upgrade(document, report), CONFIG, report)

    assert verify(api) == ()
    assert verify(run_passes(api, report), final=True) == ()


parts = st.recursive(
    values,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from("""
                paths /a/{id} get post parameters name in schema content requestBody
                responses 200 default operationId security tags servers url example
                examples application/json components securitySchemes info title $ref
                """.split()),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(parts)
def test_any_document_becomes_a_sound_api(document: object) -> None:
    """Whatever stands for a document, lowering gives a sound API and no exception."""
    node = Node.of({"openapi": "3.0.0", "paths": {"/a/{id}": document}})
    for each in (node, Node.of(document)):
        api = lower(upgrade(each, Report()), CONFIG, Report())

        assert verify(api) == ()


def _refs(plain: object) -> Iterator[object]:
    """Yield the references in *plain*, a schema in which they are all that is so called."""
    match plain:
        case dict():
            if "$ref" in plain:
                yield plain["$ref"]
            for value in plain.values():
                yield from _refs(value)
        case list():
            for value in plain:
                yield from _refs(value)
        case _:
            pass


@given(right_schemas, right_schemas)
def test_the_original_schema_stands_on_its_own(schema: object, a: object) -> None:
    """The schema kept beside a type refers to nothing but its own definitions."""
    media = {"content": {"application/json": {"schema": schema}}}
    operation = {"operationId": "go", "requestBody": media}
    components = {"components": {"schemas": {"A": a, "B": {"$ref": "#/x"}}}}
    document = Node.of({"paths": {"/a": {"post": operation}}, **components})

    api = lower(document, CONFIG, Report())

    body = api.operations[0].body
    assert body is not None
    kept = body.contents[0].schema
    assert kept is not None
    value = kept.value
    names = value.get("$defs", {}) if isinstance(value, dict) else {}
    assert set(_refs(value)) <= {f"#/$defs/{name}" for name in names} | {5}
