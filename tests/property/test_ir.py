"""What holds of every IR: the codec, its schema, and the passes."""

from __future__ import annotations

import json

import jsonschema_rs
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace
from support.irs import apis, reordered, told

from specpress.diagnostics import Report
from specpress.diagnostics.codes.dialects import TAKEN
from specpress.ir.codec import decode, encode
from specpress.ir.nodes import Api, Name, Operation, Parameter, TypeDecl
from specpress.ir.schema import schema
from specpress.ir.types import (
    Anything,
    Enum,
    Field,
    Null,
    Object,
    Ref,
    Told,
    Type,
    Union,
)
from specpress.ir.verify import verify
from specpress.ir.walk import api_types, holder, map_type, shape, walk_type
from specpress.ir.words import fold, pascal
from specpress.passes import run_passes

VALIDATOR = jsonschema_rs.validator_for(schema())


@given(apis())
def test_the_codec_loses_nothing(api: Api) -> None:
    """An API read back from its JSON is the same API, and the same bytes again."""
    data = encode(api)

    assert decode(data) == api
    assert encode(decode(data)) == data


@given(told)
def test_the_codec_keeps_what_prose_tells(facts: tuple[Told, ...]) -> None:
    """What prose tells of parameters and fields comes back, too, and meets the schema;
    two types are of one shape, whatever is told of them."""
    field = Field(name="a", type=Anything(), told=facts)
    parameter = Parameter(name="b", location="query", type=Anything(), told=facts)
    operation = Operation(id="o", method="GET", path="/", parameters=(parameter,))
    decl = TypeDecl(id="#/t", name=Name("T", "path"), type=Object(fields=(field,)))
    api = Api(title="t", version="1", operations=(operation,), types=(decl,))

    assert decode(encode(api)) == api
    VALIDATOR.validate(json.loads(encode(api)))
    assert shape(decl.type) == Object(fields=(replace(field, told=()),))


@given(apis())
def test_the_json_form_meets_its_schema(api: Api) -> None:
    """The published schema describes every encoded API."""
    VALIDATOR.validate(json.loads(encode(api)))


@given(apis())
def test_passes_keep_apis_sound(api: Api) -> None:
    """A sound API is sound after all passes, and in its final form."""
    assume(not verify(api))

    assert verify(run_passes(api, Report()), final=True) == ()


@given(apis())
def test_passes_are_done_after_once(api: Api) -> None:
    """Passes change nothing in an API that they made."""
    once = run_passes(api, Report())

    assert run_passes(once, Report()) == once


@given(apis())
def test_what_needs_a_name_has_one(api: Api) -> None:
    """After the passes objects, enums and rich unions only stand in named types."""
    done = run_passes(api, Report())
    roots = list(api_types(done))
    inside = [p for decl in done.types for p in list(walk_type(decl.type))[1:]]

    for type_ in [*inside, *(p for root in roots for p in walk_type(root))]:
        match type_:
            case Enum(values=values):
                assert len(values) == 1
            case Union(members=members):
                plain = [m for m in members if not isinstance(m, Null)]
                assert len(plain) == 1 or not any(isinstance(m, Object) for m in plain)
            case _:
                assert not isinstance(type_, Object)


@given(apis())
def test_names_are_told_apart_in_any_case(api: Api) -> None:
    """No two named types would get the same class name, whatever the case."""
    done = run_passes(api, Report())
    classes = [pascal(decl.name.text).casefold() for decl in done.types]

    assert all(classes)
    assert len(set(classes)) == len(classes)


@given(apis(), st.lists(st.integers(0, 9), min_size=3, max_size=3))
def test_the_order_of_pages_does_not_matter(api: Api, order: list[int]) -> None:
    """Operations in another order lead to the same types, in another order."""
    here = run_passes(api, Report())
    there = run_passes(reordered(api, order), Report())

    assert {op.id: op for op in here.operations} == {
        op.id: op for op in there.operations
    }
    assert {decl.id: decl for decl in here.types} == {
        decl.id: decl for decl in there.types
    }


@given(apis())
def test_another_page_renames_nothing_without_a_note(api: Api) -> None:
    """With no note of a collision, the first operations keep all their types."""
    assume(len(api.operations) > 1)
    report = Report()
    more = run_passes(api, report)
    assume(not any(d.code.id in {"IRP001", TAKEN.id} for d in report))
    less = run_passes(replace(api, operations=api.operations[:-1]), Report())

    assert more.operations[:-1] == less.operations
    assert _told(less).items() <= _told(more).items()


def _told(api: Api) -> dict[str, Type]:
    """Return the shapes of the named types, whichever name holds them, three deep."""
    types = {decl.id: decl for decl in api.types}

    def told(part: Type, depth: int) -> Type:
        if isinstance(part, Ref):
            return (
                told(holder(part.target, types).type, depth - 1)
                if depth
                else Anything()
            )
        return map_type(part, lambda p: told(p, depth) if isinstance(p, Ref) else p)

    return {id_: shape(told(decl.type, 3)) for id_, decl in types.items()}


@given(st.text(max_size=8))
def test_a_name_made_of_words_folds_as_its_text(text: str) -> None:
    """Joining the words of a text does not change what it collides with."""
    assert fold(pascal(text)) == fold(text)
