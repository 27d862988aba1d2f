"""What nobody uses can't be lost."""

from __future__ import annotations

import pytest
from support.cases import generated

DESCRIPTION = """
openapi: 3.1.0
info: {title: t, version: "1"}
servers: [{url: "https://api.example.com"}]
paths:
  /things:
    get:
      operationId: list_things
      parameters: [USED]
      responses: {"204": {description: None.}}
components:
  parameters:
    near: {name: near, in: query, schema: {type: string}}
    far: {$ref: "https://elsewhere.example.com/parts.yaml#/far"}
  securitySchemes:
    far: {$ref: "https://elsewhere.example.com/parts.yaml#/scheme"}
"""
SECURITY = "security: [{far: []}]"
USES = {  # the parameter that is used, more of the description, and what is an error
    "neither": ("near", "", []),
    "the parameter": ("far", "", ["DOC101"]),
    "the scheme": ("near", SECURITY, ["DOC111"]),
}


@pytest.mark.parametrize("used", USES)
def test_a_fault_where_no_operation_leads_is_a_warning(used: str) -> None:
    """A reference to nothing is an error only where an operation needs what is there."""
    name, more, errors = USES[used]
    component = f'{{$ref: "#/components/parameters/{name}"}}'
    result = generated(DESCRIPTION.replace("USED", component) + more)

    told = [(d.code.id, d.code.severity.value) for d in result.diagnostics]
    assert [code for code, severity in told if severity == "error"] == errors
    assert [code for code, _ in told].count("DOC111") == 2
    assert bool(result.files) is not bool(errors)


def test_nothing_is_excused_when_strict() -> None:
    """With strict_spec the description itself is what counts."""
    component = '{$ref: "#/components/parameters/near"}'
    result = generated(DESCRIPTION.replace("USED", component), strict_spec=True)

    assert result.diagnostics.failed
    assert not result.files


def test_a_schema_is_never_idle() -> None:
    """What a schema refers to is a part of a type, whoever uses the type."""
    component = '{$ref: "#/components/parameters/near"}'
    schemas = (
        '\n  schemas:\n    Far: {$ref: "https://elsewhere.example.com/parts.yaml"}\n'
    )
    result = generated(DESCRIPTION.rstrip().replace("USED", component) + schemas)

    told = [d.code.id for d in result.diagnostics if d.code.severity.value == "error"]
    assert told == ["DOC111"]
