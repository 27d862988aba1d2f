"""A page of `inspect --html`, written for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from specpress.config import Config
from specpress.ledger import facts
from specpress.pipeline import cited, generate
from specpress.store import DictStore
from specpress.view import page

DESCRIPTION: Final = """\
openapi: 3.1.0
info: {title: Things, version: "7"}
servers: [{url: https://api.example.com}]
paths:
  /things:
    get:
      operationId: list_things
      parameters:
        - {name: limit, in: query, schema: {type: integer, maximum: 50}}
      responses: {"204": {description: None.}}
    post:
      operationId: add_thing
      summary: Add <img src=x> one.
      parameters:
        - {name: size, in: query, schema: {type: integer, default: wrong}}
      requestBody:
        content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
      responses:
        "200":
          description: None.
          content: {application/json: {schema: {type: string}}}
components:
  schemas:
    Thing:
      type: object
      properties: {name: {type: string}}
"""


def written(folder: Path, text: str = DESCRIPTION, name: str = "api.yaml") -> Path:
    """Return the path of the page of the description *text*, written into *folder*."""
    store = DictStore({name: text.encode()})
    config = Config(
        package="things", output="out", sources=(), tests=False, format=False
    )
    result = generate(store, [name], config)
    assert result.api is not None
    assert result.fidelity is not None
    nodes = (*result.api.operations, *result.api.types)
    spans = [*(f.span for f in facts(result.api)), *(node.span for node in nodes)]
    sources = cited(store, spans)
    text = page(
        result.api, result.files, sources, result.diagnostics, result.fidelity, config
    )
    target = folder / "page.html"
    target.write_text(text, "utf-8")
    return target
