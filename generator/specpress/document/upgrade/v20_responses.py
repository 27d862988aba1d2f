"""Responses of Swagger 2.0 as those of OpenAPI 3.0."""

from __future__ import annotations

from typing import Final

from specpress.document.rebuild import Members, each, held, like, made, without
from specpress.document.upgrade.v20_parameters import upgrade_header
from specpress.document.upgrade.v20_schema import upgrade_schema
from specpress.document.upgrade.v20_scope import JSON, MediaTypes, Scope
from specpress.tree import Node

_BYTES: Final = "application/octet-stream"


def upgrade_response(response: Node, produces: MediaTypes, scope: Scope) -> Node:
    """Return *response* with a content of each media type in *produces*.

    Where there is none, those of its examples count, and else JSON, or bytes for a
    file. Without a schema and examples no content is returned
    (https://spec.openapis.org/oas/v2.0.html#response-object).
    """
    if not response.is_object or "content" in response.map:
        return response
    ref = response.get("$ref")
    if ref is not None and ref.text is not None:
        return like(response, {"$ref": like(ref, scope.moved(ref.text))})
    own = without(response.map, "schema", "examples", "headers")
    if (headers := response.get("headers")) is not None:
        own["headers"] = each(headers, lambda header: upgrade_header(header, scope))
    contents = _contents(response, produces, scope)
    if contents:
        at = response.get("schema") or response
        own["content"] = made(at, contents)
    return like(response, own)


def _contents(response: Node, produces: MediaTypes, scope: Scope) -> Members:
    schema = response.get("schema")
    examples = held(response.map, "examples")
    if schema is None:
        return {key: like(node, {"example": node}) for key, node in examples.items()}
    new = upgrade_schema(schema, scope)
    is_file = schema.get_text("type") == "file"
    media_types = produces or tuple(examples) or ((_BYTES if is_file else JSON),)
    contents: Members = {}
    for media_type in dict.fromkeys((*media_types, *examples)):
        media: Members = {"schema": new}
        if media_type in examples:
            media["example"] = examples[media_type]
        contents[media_type] = like(schema, media)
    return contents
