"""The objects of a description: which members each has, and of which kind they are.

A kind is that of an object below, or ``text``, ``flag``, ``number``, ``count`` (a whole
number) or ``any`` (a value that is not looked into). ``KIND[]`` is a list and ``KIND{}``
a map of such. The member ``""`` stands for all the others, but for those in ``x-``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

Members: TypeAlias = Mapping[str, str]
Grammar: TypeAlias = Mapping[str, Members]

METHODS: Final = "get put post delete options head patch trace".split()
"""The methods that a path item has by name; OpenAPI 3.2 adds ``query``."""


def _of(kind: str, names: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), kind)


_SCHEMA: Final = (
    _of("text", "$ref title description format pattern contentEncoding")
    | _of("text", "contentMediaType $id $anchor $schema $comment $dynamicRef")
    | _of("number", "multipleOf maximum minimum")
    | _of("count", "maxLength minLength maxItems minItems maxProperties minProperties")
    | _of("count", "minContains maxContains")
    | _of("flag", "uniqueItems readOnly writeOnly nullable deprecated")
    | _of("schema", "items additionalProperties additionalItems not if then else")
    | _of("schema", "contains propertyNames unevaluatedItems unevaluatedProperties")
    | _of("schema", "contentSchema")
    | _of("schema[]", "allOf anyOf oneOf prefixItems")
    | _of("schema{}", "properties patternProperties dependentSchemas $defs definitions")
    | {"discriminator": "discriminator", "externalDocs": "docs", "xml": "xml"}
)

_SHARED: Final[Grammar] = {
    "schema": _SCHEMA,
    "discriminator": {
        "propertyName": "text",
        "mapping": "text{}",
        "defaultMapping": "text",
    },
    "xml": _of("text", "name namespace prefix nodeType")
    | _of("flag", "attribute wrapped"),
    "docs": _of("text", "description url"),
    "info": _of("text", "title summary description termsOfService version")
    | {"contact": "contact", "license": "license"},
    "contact": _of("text", "name url email"),
    "license": _of("text", "name url identifier"),
    "tag": _of("text", "name summary description parent kind")
    | {"externalDocs": "docs"},
    "security": {"": "text[]"},
    "paths": {"": "path_item"},
}

OPENAPI: Final[Grammar] = {
    **_SHARED,
    "document": {
        "openapi": "text",
        "$self": "text",
        "jsonSchemaDialect": "text",
        "info": "info",
        "servers": "server[]",
        "paths": "paths",
        "webhooks": "path_item{}",
        "x-webhooks": "path_item{}",
        "components": "components",
        "security": "security[]",
        "tags": "tag[]",
        "externalDocs": "docs",
    },
    "components": {
        "schemas": "schema{}",
        "responses": "response{}",
        "parameters": "parameter{}",
        "examples": "example{}",
        "requestBodies": "body{}",
        "headers": "header{}",
        "securitySchemes": "scheme{}",
        "links": "link{}",
        "callbacks": "callback{}",
        "pathItems": "path_item{}",
        "mediaTypes": "media{}",
    },
    "server": _of("text", "url description name") | {"variables": "variable{}"},
    "variable": {"enum": "text[]", "default": "text", "description": "text"},
    "path_item": {
        "$ref": "text",
        "summary": "text",
        "description": "text",
        **dict.fromkeys((*METHODS, "query"), "operation"),
        "additionalOperations": "operation{}",
        "servers": "server[]",
        "parameters": "parameter[]",
    },
    "operation": {
        "tags": "text[]",
        **_of("text", "summary description operationId"),
        "externalDocs": "docs",
        "parameters": "parameter[]",
        "requestBody": "body",
        "responses": "response{}",
        "callbacks": "callback{}",
        "deprecated": "flag",
        "security": "security[]",
        "servers": "server[]",
    },
    "parameter": _of("text", "$ref name in description style")
    | _of("flag", "required deprecated allowEmptyValue explode allowReserved")
    | {"schema": "schema", "content": "media{}", "examples": "example{}"},
    "header": _of("text", "$ref description style")
    | _of("flag", "required deprecated allowEmptyValue explode allowReserved")
    | {"schema": "schema", "content": "media{}", "examples": "example{}"},
    "body": {
        "$ref": "text",
        "description": "text",
        "content": "media{}",
        "required": "flag",
    },
    "media": {
        "$ref": "text",
        "schema": "schema",
        "itemSchema": "schema",
        "examples": "example{}",
        "encoding": "encoding{}",
        "prefixEncoding": "encoding[]",
        "itemEncoding": "encoding",
    },
    "encoding": {
        "contentType": "text",
        "headers": "header{}",
        "style": "text",
        "explode": "flag",
        "allowReserved": "flag",
        "encoding": "encoding{}",
        "prefixEncoding": "encoding[]",
        "itemEncoding": "encoding",
    },
    "response": {
        "$ref": "text",
        "summary": "text",
        "description": "text",
        "headers": "header{}",
        "content": "media{}",
        "links": "link{}",
    },
    "callback": {"$ref": "text", "": "path_item"},
    "example": _of("text", "$ref summary description externalValue serializedValue"),
    "link": _of("text", "$ref operationRef operationId description")
    | {"server": "server"},
    "scheme": _of("text", "$ref type description name in scheme bearerFormat")
    | _of("text", "openIdConnectUrl oauth2MetadataUrl")
    | {"flows": "flows", "deprecated": "flag"},
    "flows": _of(
        "flow",
        "implicit password clientCredentials authorizationCode deviceAuthorization",
    ),
    "flow": _of("text", "authorizationUrl tokenUrl refreshUrl deviceAuthorizationUrl")
    | {"scopes": "text{}"},
}
"""OpenAPI 3.0, 3.1 and 3.2 together."""

SWAGGER: Final[Grammar] = {
    **_SHARED,
    "document": {
        "swagger": "text",
        "info": "info",
        "host": "text",
        "basePath": "text",
        **_of("text[]", "schemes consumes produces"),
        "paths": "paths",
        "x-webhooks": "path_item{}",
        "definitions": "schema{}",
        "parameters": "parameter{}",
        "responses": "response{}",
        "securityDefinitions": "scheme{}",
        "security": "security[]",
        "tags": "tag[]",
        "externalDocs": "docs",
    },
    "path_item": {
        "$ref": "text",
        **dict.fromkeys(METHODS, "operation"),
        "parameters": "parameter[]",
    },
    "operation": {
        **_of("text[]", "tags consumes produces schemes"),
        **_of("text", "summary description operationId"),
        "externalDocs": "docs",
        "parameters": "parameter[]",
        "responses": "response{}",
        "deprecated": "flag",
        "security": "security[]",
    },
    "parameter": {
        **_SCHEMA,
        **_of("text", "name in collectionFormat"),
        **_of("flag", "required allowEmptyValue"),
        "schema": "schema",
    },
    "header": {**_SCHEMA, "collectionFormat": "text"},
    "response": {
        "$ref": "text",
        "description": "text",
        "schema": "schema",
        "headers": "header{}",
    },
    "scheme": _of("text", "type description name in flow authorizationUrl tokenUrl")
    | {"scopes": "text{}"},
}
"""Swagger 2.0, whose schemas also have what later versions brought."""
