"""Type expressions: what each type is called in models and in signatures."""

from __future__ import annotations

import pytest

from specpress.emit.python.type_exprs import type_expr
from specpress.ir.types import (
    Anything,
    Boolean,
    Enum,
    Integer,
    List,
    Map,
    Nothing,
    Null,
    Number,
    Pattern,
    Ref,
    Rule,
    String,
    Type,
    Union,
)
from specpress.ir.values import Json

NAMES = {"p": "Pet"}


def enum(*values: object) -> Enum:
    """Return the enum of plain *values*."""
    return Enum(values=tuple(Json.of(value) for value in values))


CASES: dict[str, tuple[Type, str, str]] = {
    "any": (Anything(), "JsonValue", "JsonValue"),
    "nothing": (Nothing(), "Annotated[Never, NOTHING]", "Never"),
    "null": (Null(), "None", "None"),
    "boolean": (Boolean(), "StrictBool", "bool"),
    "integer": (Integer(), "StrictInt", "int"),
    "bounds": (
        Integer(minimum=1, exclusive_maximum=9),
        "Annotated[StrictInt, Field(ge=1, lt=9)]",
        "int",
    ),
    "number": (
        Number(multiple_of=0.5),
        "Annotated[StrictFloat, Rules('{\"multipleOf\":0.5}')]",
        "float",
    ),
    "string": (String(format="unheard-of"), "StrictStr", "str"),
    "lengths": (
        String(min_length=0, max_length=3),
        "Annotated[StrictStr, Field(min_length=0, max_length=3)]",
        "str",
    ),
    "date-time": (String(format="date-time"), "WireDateTime", "dt.datetime"),
    "date": (String(format="date"), "WireDate", "dt.date"),
    "time": (String(format="time"), "WireTime", "dt.time"),
    "duration": (String(format="duration"), "WireDuration", "dt.timedelta"),
    "decimal text": (String(format="decimal"), "WireDecimal", "Decimal"),
    "decimal": (Number(format="decimal128"), "DecimalNumber", "Decimal"),
    "bytes": (String(content_encoding="base64"), "WireBase64", "bytes"),
    "bytes in URLs": (String(format="base64url"), "WireBase64Url", "bytes"),
    "bounds of bytes": (
        String(format="byte", min_length=4, max_length=8),
        "Annotated[WireBase64, Written(min_length=4, max_length=8)]",
        "bytes",
    ),
    "bounds that go without saying": (
        String(format="uuid", min_length=36, max_length=36),
        "WireUuid",
        "UUID",
    ),
    "checked": (String(format="idn-email"), "EmailText", "str"),
    "int32": (Integer(format="int32"), "Int32", "int"),
    "uint8": (
        Integer(format="uint8", minimum=1),
        "Annotated[UInt8, Field(ge=1)]",
        "int",
    ),
    "odd integers": (Integer(format="unix-time"), "StrictInt", "int"),
    "uuid": (String(format="uuid"), "WireUuid", "UUID"),
    "enum": (enum("a", 2), 'Literal["a", 2]', 'Literal["a", 2]'),
    "enum like others": (
        enum("a", 1, True),
        'Annotated[Literal["a", 1, True], EXACT]',
        'Literal["a", 1, True]',
    ),
    "enum of numbers": (
        enum(1.5, 2),
        "Annotated[StrictInt | StrictFloat, Rules('{\"enum\":[1.5,2]}')]",
        "int | float",
    ),
    "enum of lists": (
        enum([1], []),
        "Annotated[list[JsonValue], Rules('{\"enum\":[[1],[]]}')]",
        "list[JsonValue]",
    ),
    "tuple": (
        List(item=Nothing(), prefix=(Boolean(), String()), min_items=2),
        "tuple[StrictBool, StrictStr]",
        "tuple[bool, str]",
    ),
    "prefix": (
        List(item=Nothing(), prefix=(Boolean(), String())),
        "list[StrictBool | StrictStr]",
        "list[bool | str]",
    ),
    "implied": (
        List(item=Boolean(), implied=True),
        "Annotated[list[StrictBool], IMPLIED]",
        "list[bool]",
    ),
    "keys by pattern": (
        Map(
            value=Nothing(),
            patterns=(Pattern(pattern="^a$", type=Boolean()),),
            rules=(Rule.of({"patternProperties": {"^a$": True}}),),
        ),
        """Annotated[dict[str, StrictBool], Rules('{"patternProperties":{"^a\\\\\\\\Z":true}}')]""",
        "dict[str, bool]",
    ),
    "odd enum": (
        enum(1.5, [1]),
        "Annotated[JsonValue, Rules('{\"enum\":[1.5,[1]]}')]",
        "JsonValue",
    ),
    "list": (List(item=Ref(target="p")), "list[Pet]", "list[models.Pet]"),
    "list limits": (
        List(item=Boolean(), min_items=1),
        "Annotated[list[StrictBool], Field(min_length=1)]",
        "list[bool]",
    ),
    "unique": (
        List(item=String(), unique=True),
        "Annotated[list[StrictStr], UNIQUE]",
        "list[str]",
    ),
    "map": (Map(value=Integer()), "dict[str, StrictInt]", "dict[str, int]"),
    "nullable": (
        Union(members=(String(), Null())),
        "StrictStr | None",
        "str | None",
    ),
    "nothing or text": (
        Union(members=(String(), Nothing())),
        "StrictStr | Annotated[Never, NOTHING]",
        "str",
    ),
    "union": (
        Union(members=(Null(), Ref(target="p"), Ref(target="p"))),
        "Pet | None",
        "models.Pet | None",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_expression(case: str) -> None:
    """A type is spelled with its constraints in models, and bare in signatures."""
    type_, model, signature = CASES[case]
    assert type_expr(type_, NAMES, "model").text == model
    assert type_expr(type_, NAMES, "signature").text == signature


def test_an_expression_knows_what_it_needs() -> None:
    """The names to import and the types referred to come with the text."""
    made = type_expr(List(item=Ref(target="p"), min_items=1), NAMES, "model")
    assert made.uses == {"Annotated", "Field"}
    assert made.refers == {"p"}
