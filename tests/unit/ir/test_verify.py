"""What `verify` finds in an unsound API."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from specpress.ir.nodes import (
    Api,
    Body,
    Content,
    Name,
    Operation,
    Parameter,
    Response,
    TypeDecl,
)
from specpress.ir.security import Requirement
from specpress.ir.types import (
    Anything,
    Enum,
    Field,
    Label,
    List,
    Null,
    Object,
    Ref,
    String,
    Type,
    Union,
)
from specpress.ir.values import Json
from specpress.ir.verify import verify

ID = Parameter(name="id", location="path", type=String(), required=True)
GO = Operation(id="go", method="GET", path="/a/{id}", parameters=(ID,))
SOUND = Api(title="t", version="1", operations=(GO,))


def _decl(id_: str, type_: Type) -> TypeDecl:
    return TypeDecl(id=id_, name=Name(id_, "title"), type=type_)


def _with(operation: Operation) -> Api:
    return replace(SOUND, operations=(operation,))


def _typed(*types: Type) -> Api:
    named = (_decl(name, type_) for name, type_ in zip("AB", types, strict=False))
    return replace(SOUND, types=tuple(named))


def test_nothing_is_wrong_with_a_sound_api() -> None:
    """A sound API is reported as such, also in its final form."""
    api = _typed(
        Object(fields=(Field(name="b", type=Ref(target="B")),)), List(item=ID.type)
    )

    assert verify(api, final=True) == ()


BAD_JSON = Content(media_type="a/b", schema=Json("{"))
UNSOUND = {
    "the operation 'go' is there 2 times": replace(SOUND, operations=(GO, GO)),
    "the type 'A' is there 2 times": replace(
        SOUND, types=(_decl("A", Null()), _decl("A", Null()))
    ),
    "go: there is no security scheme 'x'": _with(
        replace(GO, security=(Requirement(schemes=("x",)),))
    ),
    "go: '600' is no status": _with(replace(GO, responses=(Response(status="600"),))),
    "go: the parameter 'path id' is there 2 times": _with(
        replace(GO, parameters=(ID, ID))
    ),
    "go: the placeholder 'id' has no parameter": _with(replace(GO, parameters=())),
    "go: the path has no placeholder 'id'": _with(replace(GO, path="/a")),
    "go: the path parameter 'id' is not required": _with(
        replace(GO, parameters=(replace(ID, required=False),))
    ),
    "go: '{' is not JSON": _with(replace(GO, body=Body(contents=(BAD_JSON,)))),
    "go: there is no type 'B'": _with(
        replace(GO, parameters=(replace(ID, type=Ref(target="B")),))
    ),
    "A: the field 'f' is there 2 times": _typed(
        Object(fields=(Field(name="f", type=Null()),) * 2)
    ),
    "A: 'x' is not JSON": _typed(
        Object(fields=(Field(name="f", type=Null(), default=Json("x")),))
    ),
    "A: an enum has no values": _typed(Enum(values=())),
    "A: a label is of 2, which is no value of its enum": _typed(
        Enum(values=(Json.of(1),), labels=(Label(value=Json.of(2), name="two"),))
    ),
    "A: 'a b' can't be the name of a value": _typed(
        Enum(values=(Json.of(1),), labels=(Label(value=Json.of(1), name="a b"),))
    ),
    "A: a union has no members": _typed(Union(members=())),
    "A: '[' is no pattern that Python can run": _typed(String(pattern="[")),
    "the type 'A' is made of nothing but itself": _typed(
        Union(members=(Ref(target="B"), Null())), Ref(target="A")
    ),
}


@pytest.mark.parametrize("message", UNSOUND)
def test_what_is_wrong_is_said(message: str) -> None:
    """Each fault has its own words, with the operation or type it is in."""
    assert message in verify(UNSOUND[message])


NOT_FINAL = {
    "the name 'pet' is there 2 times": replace(
        SOUND, types=(_decl("Pet", Null()), _decl("p_et", Null()))
    ),
    "the type 'A' is called 'X'": replace(
        SOUND, types=(TypeDecl(id="A", name=Name("X", "title"), type=Null()),)
    ),
    "A: a union has one member": _typed(Union(members=(String(),))),
    "A: null is not the last member of a union": _typed(
        Union(members=(Null(), String()))
    ),
    "A: a union has a member that is a union, or nothing": _typed(
        Union(members=(Anything(), Union(members=(Null(), String()))))
    ),
}


@pytest.mark.parametrize("message", NOT_FINAL)
def test_what_the_passes_should_do_is_only_looked_at_in_the_end(message: str) -> None:
    """Names and normal forms only matter after the passes."""
    assert verify(NOT_FINAL[message]) == ()
    assert message in verify(NOT_FINAL[message], final=True)
