"""What the emitted tests expect of answers."""

from __future__ import annotations

import json

from support.cases import generated

DESCRIPTION = """
openapi: 3.1.0
info: {title: t, version: "1"}
servers: [{url: "https://api.example.com"}]
paths:
  /cars:
    get:
      operationId: get_car
      responses:
        "200":
          description: One.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Car"}
              EXAMPLES
components:
  schemas:
    Car: {required: [name], properties: {name: {type: string}}}
"""


def returns(examples: str) -> object:
    """Return what the emitted tests expect the answer to be decoded to."""
    text = DESCRIPTION.replace("EXAMPLES", examples)
    result = generated(text, tests=True)
    (path,) = (p for p in result.files if p.startswith("tests/data/operations/"))
    operation = json.loads(result.files[path])
    return operation["successes"][0]["returns"]


def test_an_example_that_is_no_object() -> None:
    """A schema without a type says nothing of text: such an example stays text."""
    assert returns("""example: '{"name": "307"}'""") is None
    assert returns("""example: {name: "307"}""") == "Car"
