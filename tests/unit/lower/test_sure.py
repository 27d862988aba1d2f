"""How certain what a lifter read of hand-made pages is, as far as the IR."""

from __future__ import annotations

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.document.upgrade import upgrade
from specpress.ledger.facts import facts
from specpress.lower import lower
from specpress.tree import Node


def test_confidence_reaches_the_facts() -> None:
    """The least certain part of a parameter or property counts, in percent."""
    sure = {"x-specpress-confidence": {"location": 0.7, "type": 0.6}}
    schema = {
        "type": "object",
        "properties": {"a": {"type": "string", **sure}, "b": {}},
    }
    parameter = {"name": "q", "in": "query", "schema": {"type": "string"}, **sure}
    reference = {"$ref": "#/components/schemas/Thing"}
    document = Node.of(
        {
            "openapi": "3.1.0",
            "info": {"title": "A", "version": "1"},
            "components": {"schemas": {"Thing": schema}},
            "paths": {
                "/a": {
                    "put": {
                        "operationId": "putA",
                        "parameters": [parameter],
                        "requestBody": {
                            "content": {"application/json": {"schema": reference}}
                        },
                        "responses": {"204": {"description": "Done"}},
                    }
                }
            },
        }
    )
    report = Report()
    config = Config(package="a", output="out", sources=())

    api = lower(upgrade(document, report), config, report)

    found = {fact.name: fact.confidence for fact in facts(api)}
    assert (found["query q?"], found["a?"], found["b?"]) == (60, 60, None)
