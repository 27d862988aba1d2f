"""Body and form parameters of Swagger 2.0 as request bodies of OpenAPI 3.0."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from specpress.diagnostics.codes.upgrade import EMPTY_FIELD
from specpress.document.dialects import TOLD
from specpress.document.rebuild import Members, held, like, made, without
from specpress.document.upgrade.v20_parameters import style_of, value_schema
from specpress.document.upgrade.v20_schema import upgrade_schema
from specpress.document.upgrade.v20_scope import JSON, MediaTypes, Scope
from specpress.tree import Node

_MULTIPART: Final = "multipart/form-data"
_URLENCODED: Final = "application/x-www-form-urlencoded"


def upgrade_body(body: Node, consumes: MediaTypes, scope: Scope) -> Node:
    """Return *body*, a parameter ``in: body``, as a Request Body Object that may be of
    each media type in *consumes*; of JSON, where there is none."""
    schema = body.get("schema")
    media: Members = {}
    if schema is not None:
        media["schema"] = upgrade_schema(schema, scope)
    examples = held(body.map, "x-examples")
    one = body.get("x-example") or body.get("example")
    contents: Members = {}
    for media_type in consumes or (JSON,):
        example = examples.get(media_type, one)
        contents[media_type] = like(
            body, media if example is None else {**media, "example": example}
        )
    own = without(
        body.map, "in", "name", "schema", "x-example", "x-examples", "example"
    )
    return like(body, {**own, "content": made(body, contents)})


def upgrade_form(fields: Sequence[Node], consumes: MediaTypes, scope: Scope) -> Node:
    """Return *fields*, parameters ``in: formData``, as one Request Body Object: an
    object with a property each.

    Files need ``multipart/form-data``, the rest may also be
    ``application/x-www-form-urlencoded``: whichever of both *consumes* has
    (https://spec.openapis.org/oas/v2.0.html#parameter-object).
    """
    first = fields[0]
    properties: Members = {}
    encoding: Members = {}
    required: list[Node] = []
    for field in fields:
        name = field.get("name")
        if name is None or name.text is None:
            continue
        properties[name.text] = _property(field, scope)
        if (flag := field.get("required")) is not None and flag.value is True:
            required.append(name)
        if style := style_of(field, scope):
            encoding[name.text] = like(field, style)
    schema: Members = {
        "type": made(first, "object"),
        "properties": made(first, properties),
    }
    if required:
        schema["required"] = made(first, required)
    media: Members = {"schema": made(first, schema)}
    if encoding:
        media["encoding"] = made(first, encoding)
    contents = {key: made(first, media) for key in _of_form(fields, consumes)}
    body: Members = {"content": made(first, contents)}
    if required:
        body["required"] = made(first, True)
    return made(first, body)


def _property(field: Node, scope: Scope) -> Node:
    schema = value_schema(field, scope)
    empty = field.get("allowEmptyValue")
    if empty is not None and empty.value is True and not _may_be_empty(schema):
        name = field.get_text("name")
        scope.report.add(EMPTY_FIELD.at(empty.key_span, name=name))
    told = {
        key: node
        for key, node in (
            ("description", field.get("description")),
            ("example", field.get("x-example") or field.get("example")),
            (TOLD, field.get(TOLD)),
        )
        if node is not None
    }
    return like(field, {**schema.map, **told})


def _may_be_empty(schema: Node) -> bool:
    """Return whether the empty text is a value of *schema*, that of a form's field."""
    limits = ("enum", "minLength", "pattern", "format")
    is_text = schema.get_text("type") == "string"
    return is_text and not any(key in schema.map for key in limits)


def _of_form(fields: Sequence[Node], consumes: MediaTypes) -> MediaTypes:
    """Return the media types that a form of *fields* can have."""
    if any(field.get_text("type") == "file" for field in fields):
        return (_MULTIPART,)
    known = (_MULTIPART, _URLENCODED)
    found = tuple(m for m in consumes if m.split(";")[0].strip().lower() in known)
    return found or (_URLENCODED,)
