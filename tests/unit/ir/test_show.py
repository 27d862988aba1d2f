"""Types as people read them."""

from __future__ import annotations

import pytest

from specpress.ir.show import show
from specpress.ir.types import (
    Anything,
    Boolean,
    Enum,
    Field,
    Integer,
    List,
    Map,
    Nothing,
    Null,
    Number,
    Object,
    Ref,
    String,
    Type,
    Union,
)
from specpress.ir.values import Json

AB = Enum(values=(Json.of("a"), Json.of(None)))


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (Anything(), "anything"),
        (Nothing(), "nothing"),
        (Null(), "null"),
        (Boolean(), "boolean"),
        (Integer(minimum=1, exclusive_maximum=2.5), "integer (>= 1, < 2.5)"),
        (Number(format="float", multiple_of=2), "number (float, multiple of 2)"),
        (Number(exclusive_minimum=0, maximum=9), "number (> 0, <= 9)"),
        (String(pattern="^a$", min_length=2), "string (length 2.., /^a$/)"),
        (String(content_encoding="base64"), "string (base64)"),
        (AB, '"a" | null'),
        (List(item=AB, unique=True), 'list of ("a" | null) (unique)'),
        (
            Map(value=List(item=Null()), min_properties=1),
            "map of list of null (keys 1..)",
        ),
        (Object(fields=()), "{}"),
        (
            Object(
                fields=(
                    Field(name="a", type=Null(), required=True),
                    Field(name="b", type=Ref(target="B")),
                )
            ),
            "{a: null, b?: B}",
        ),
        (Union(members=(Ref(target="A"), Null())), "A or null"),
    ],
)
def test_a_type_is_shown_on_one_line(type_: Type, text: str) -> None:
    """Each kind of type has its words, constraints in brackets."""
    assert show(type_) == text
