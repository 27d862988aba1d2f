"""Which object stands where in a description, of any version from 2.0 to 3.2."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

Kind: TypeAlias = str
"""The name of a kind of object, a map of such objects in the plural, or *plain*: an
object of which nothing is said but that a reference inside it is one."""

METHODS: Final = (
    *("get", "put", "post", "delete", "options", "head", "patch", "trace"),
    "query",
)

_MAPS: Final = {
    "paths": "path_item",
    "path_items": "path_item",
    "callbacks": "callback",
    "parameters": "parameter",
    "headers": "header",
    "bodies": "body",
    "responses": "response",
    "medias": "media",
    "examples": "example",
    "encodings": "encoding",
    "links": "link",
    "schemes": "scheme",
    "schemas": "schema",
    "operations": "operation",
}

_VALUE: Final = {"schema": "schema", "content": "medias", "examples": "examples"}
_SCHEMA: Final = {
    **dict.fromkeys(
        "items additionalProperties additionalItems unevaluatedItems contains not if "
        "unevaluatedProperties propertyNames then else allOf anyOf oneOf prefixItems "
        "contentSchema".split(),
        "schema",
    ),
    **dict.fromkeys(
        "properties patternProperties $defs definitions dependentSchemas "
        "dependencies".split(),
        "schemas",
    ),
}

_PARTS: Final[Mapping[Kind, Mapping[str, Kind]]] = {
    **{plural: {"": one} for plural, one in _MAPS.items()},
    "document": {
        "info": "plain",
        "tags": "plain",
        "servers": "plain",
        "externalDocs": "plain",
        "paths": "paths",
        "webhooks": "path_items",
        "components": "components",
        "definitions": "schemas",
        "parameters": "parameters",
        "responses": "responses",
        "securityDefinitions": "schemes",
    },
    "components": {
        "schemas": "schemas",
        "responses": "responses",
        "parameters": "parameters",
        "examples": "examples",
        "requestBodies": "bodies",
        "headers": "headers",
        "securitySchemes": "schemes",
        "links": "links",
        "callbacks": "callbacks",
        "pathItems": "path_items",
        "mediaTypes": "medias",
    },
    "callback": {"": "path_item"},
    "path_item": {
        "servers": "plain",
        "parameters": "parameters",
        "additionalOperations": "operations",
        **dict.fromkeys(METHODS, "operation"),
    },
    "operation": {
        "externalDocs": "plain",
        "servers": "plain",
        "parameters": "parameters",
        "requestBody": "body",
        "responses": "responses",
        "callbacks": "callbacks",
    },
    "parameter": {**_VALUE, "items": "schema"},
    "header": {**_VALUE, "items": "schema"},
    "body": {"content": "medias"},
    "response": {
        "schema": "schema",
        "content": "medias",
        "headers": "headers",
        "links": "links",
    },
    "media": {
        "schema": "schema",
        "itemSchema": "schema",
        "examples": "examples",
        "encoding": "encodings",
        "itemEncoding": "encoding",
        "prefixEncoding": "encoding",
    },
    "encoding": {
        "headers": "headers",
        "encoding": "encodings",
        "itemEncoding": "encoding",
        "prefixEncoding": "encoding",
    },
    "link": {"server": "plain"},
    "example": {},
    "scheme": {"flows": "plain"},
    "schema": _SCHEMA,
    "plain": {"": "plain"},
}

_TEXTS: Final = {"description": "plain"}  # no text, but a reference to a file of it
_DESCRIBED: Final = frozenset(
    "operation path_item parameter header body response example link scheme schema".split()
)

PARTS: Final[Mapping[Kind, Mapping[str, Kind]]] = {
    kind: {**parts, **_TEXTS} if kind in _DESCRIBED else parts
    for kind, parts in _PARTS.items()
}
"""The kinds of the members of each kind that hold objects; an empty key: of all."""

EXTENSIBLE: Final = frozenset(("paths", "responses", "callback", "plain"))
"""The kinds whose members have any name, but for ``x-``, which is an extension."""


def member(kind: Kind, key: str) -> Kind | None:
    """Return the kind of the member *key* of an object of *kind*; None: no object."""
    parts = PARTS[kind]
    if (found := parts.get(key)) is not None:
        return found
    return None if kind in EXTENSIBLE and key.startswith("x-") else parts.get("")


def item(kind: Kind) -> Kind:
    """Return the kind of the items of a list where one object or map of *kind* may be.

    >>> item("parameters"), item("schema")
    ('parameter', 'schema')
    """
    return _MAPS.get(kind, kind)


def is_map(kind: Kind) -> bool:
    """Return whether *kind* is a map of objects by name."""
    return kind in _MAPS


def kind_at(tokens: Iterable[str]) -> Kind | None:
    """Return the kind of the object at *tokens* in a whole description, if it has one.

    >>> kind_at(["paths", "/a", "get", "parameters", "0", "schema"])
    'schema'
    """
    kind: Kind | None = "document"
    for token in tokens:
        if kind is None:
            return None
        if token.isdecimal() and "" not in PARTS[kind]:
            continue  # an item of a list, as in allOf
        kind = member(kind, token)
    return kind
