"""The JSON form of the IR, and what is refused when it is read back."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace

import specpress.ir
from specpress.ir.codec import IrError, decode, encode
from specpress.ir.nodes import Api, Name, TypeDecl
from specpress.ir.schema import schema, schema_text
from specpress.ir.types import Enum, List, Null, String, Type, Union
from specpress.ir.values import Json
from specpress.ir.verify import verify

API = Api(
    title="t",
    version="1",
    types=(
        TypeDecl(
            id="A",
            name=Name("A", "title", ("go",)),
            type=Enum(values=(Json.of(1), Json.of("a"))),
        ),
    ),
)
TEXT = """\
{
  "title": "t",
  "version": "1",
  "types": [
    {
      "id": "A",
      "name": {
        "text": "A",
        "firmness": "title",
        "path": [
          "go"
        ]
      },
      "type": {
        "type": "enum",
        "values": [
          {
            "text": "1"
          },
          {
            "text": "\\"a\\""
          }
        ]
      }
    }
  ]
}
"""


def test_the_json_form_is_indented_and_short() -> None:
    """What has its default is left out, so that people can read the rest."""
    assert encode(API).decode() == TEXT
    assert decode(TEXT.encode()) == API


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "Input data was truncated"),
        ("[]", "Expected `object`, got `array`"),
        ('{"title": "t"}', "Object missing required field `version`"),
        (
            TEXT.replace('"enum"', '"enmu"'),
            "Invalid value 'enmu' - at `$.types[0].type.type`",
        ),
        (TEXT.replace("firmness", "firm"), "Object contains unknown field `firm`"),
        (TEXT.replace('"id": "A"', '"id": 1'), "got `int` - at `$.types[0].id`"),
    ],
)
def test_what_is_no_ir_is_refused_with_its_place(text: str, message: str) -> None:
    """A wrong kind, an unknown or a missing key is an error that says where."""
    with pytest.raises(IrError) as caught:
        decode(text.encode())

    assert message in str(caught.value)


def test_the_published_schema_is_current() -> None:
    """The schema beside the package is the one that the code makes."""
    published = Path(specpress.ir.__file__).with_name("ir.schema.json")

    assert published.read_bytes() == schema_text()


def test_the_published_schema_is_a_schema() -> None:
    """The schema meets the meta-schema of its dialect, and refuses what is no IR."""
    jsonschema.Draft202012Validator.check_schema(schema())
    validator = jsonschema.Draft202012Validator(schema())

    assert not validator.is_valid({"title": "t"})
    assert not validator.is_valid({"title": "t", "version": "1", "extra": 1})


@pytest.mark.parametrize("levels", [101, 100_000])
def test_types_that_nest_too_deeply_are_refused(levels: int) -> None:
    """What no walk over the types would survive is refused when it is read."""
    inner = '{"type": "list", "item": ' * levels + '{"type": "null"}' + "}" * levels
    text = f"""{{"title": "t", "version": "1", "types": [
        {{"id": "A", "name": {{"text": "A", "firmness": "path"}}, "type": {inner}}}]}}"""

    with pytest.raises(IrError, match="nest more than 100 levels"):
        decode(text.encode())


def test_types_may_nest_as_deeply_as_they_are_lowered() -> None:
    """A hundred levels pass the codec and every walk."""
    type_: Type = Null()
    for _ in range(49):
        type_ = List(item=Union(members=(type_, String(max_length=1))))
    api = replace(API, types=(replace(API.types[0], type=type_),))

    assert verify(decode(encode(api))) == ()
