"""What the passes do with descriptions, places and firmness."""

from __future__ import annotations

from specpress.diagnostics import Report
from specpress.ir.nodes import (
    Api,
    Body,
    Content,
    Name,
    Operation,
    TypeDecl,
)
from specpress.ir.types import Field, Object, Ref, String, Type
from specpress.passes import run_passes
from specpress.source import Span


def _api(*types: Type, decls: tuple[TypeDecl, ...] = ()) -> Api:
    """Return an API with an operation for the body of each of *types*."""
    operations = (
        Operation(
            id=f"op{number}",
            method="POST",
            path=f"/{number}",
            body=Body(contents=(Content(media_type="application/json", type=type_),)),
        )
        for number, type_ in enumerate(types)
    )
    return Api(title="t", version="1", operations=tuple(operations), types=decls)


def _pet(description: str | None = None, at: int = 0) -> Object:
    fields = (Field(name="n", type=String()),)
    return Object(
        fields=fields, title="Pet", description=description, span=Span("a", at, at)
    )


def test_a_description_moves_to_the_name() -> None:
    """A named type has the words of its only description, its parts have none."""
    (decl,) = run_passes(_api(_pet("said", 3), _pet()), Report()).types

    assert (decl.description, decl.name) == (
        "said",
        Name("Pet", "title", ("op0", "Request", "application/json")),
    )
    assert (decl.span, decl.type) == (
        Span("a", 3, 3),
        Object(fields=_pet().fields, span=Span("a", 3, 3)),
    )


def test_different_descriptions_are_left_out() -> None:
    """One name for two descriptions has neither of them."""
    (decl,) = run_passes(_api(_pet("one"), _pet("two")), Report()).types

    assert decl.description is None


def test_an_alias_leaves_its_words_to_the_field() -> None:
    """A field whose type was another name for a scalar says what that name said."""
    alias = TypeDecl(
        id="x",
        name=Name("Id", "component"),
        type=String(max_length=3),
        description="an id",
        deprecated=True,
    )
    ref = Ref(target="x")
    fields = (Field(name="a", type=ref), Field(name="b", type=ref, description="mine"))

    (decl,) = run_passes(_api(Object(fields=fields), decls=(alias,)), Report()).types

    assert isinstance(decl.type, Object)
    assert [(f.description, f.deprecated, f.type) for f in decl.type.fields] == [
        ("an id", True, String(max_length=3)),
        ("mine", True, String(max_length=3)),
    ]


def test_a_collision_is_noted_at_its_place() -> None:
    """Each type that can't keep its name is noted, with the name it has instead."""
    other = Object(fields=(), title="pet", span=Span("b", 1, 2))
    report = Report()

    run_passes(_api(_pet(at=7), other), report)

    assert [(d.code.id, d.span, d.message) for d in report] == [
        (
            "IRP001",
            Span("a", 7, 7),
            "several types are called 'Pet'; this one is called 'PetOp0'",
        ),
        (
            "IRP001",
            Span("b", 1, 2),
            "several types are called 'pet'; this one is called 'PetOp1'",
        ),
    ]


def _titled(operation: str, title: str, field: str) -> Operation:
    fields = (Field(name=field, type=String()),)
    type_ = Object(fields=fields, title=title)
    content = Content(media_type="application/json", type=type_)
    body = Body(contents=(content,))
    return Operation(id=operation, method="POST", path=f"/{operation}", body=body)


def test_two_collisions_that_meet_are_solved_in_any_order() -> None:
    """When the suffix of one group makes a name of another's, the order of operations
    still does not matter."""
    operations = (
        _titled("aB", "Pet", "k"),
        _titled("c", "Pet", "l"),
        _titled("b", "PetA", "m"),
        _titled("d", "PetA", "n"),
    )
    api = Api(title="t", version="1", operations=operations)
    back = Api(title="t", version="1", operations=operations[::-1])

    names = {decl.id for decl in run_passes(api, Report()).types}

    assert names == {decl.id for decl in run_passes(back, Report()).types}
    assert names == {
        "PetAB",
        "PetC",
        "PetABRequestApplicationJson",
        "PetADRequestApplicationJson",
    }
