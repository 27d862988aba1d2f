"""What becomes of each key of a description: it is read, or why it is not used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specpress.document.dialects import READ as dialects
from specpress.document.members import OPENAPI, SWAGGER, Grammar
from specpress.tree import Node

DOCS: Final = "documentation that the client does not print"
OURS: Final = "how the receiver of a request behaves is up to it"
EXTENSION: Final = "an extension, not part of the standard"
UNKNOWN: Final = "not part of the standard"
BESIDE: Final = "what stands beside a reference is ignored"
UNREACHED: Final = "no operation uses it"
DEFINITIONS: Final = frozenset(("$defs", "definitions"))
"""The members of a schema that hold what is used by reference only."""

READ: Final[Mapping[str, frozenset[str]]] = {
    kind: frozenset(keys.split())
    for kind, keys in {
        "schema": "type enum const required default example examples "
        "exclusiveMinimum exclusiveMaximum dependentRequired dependencies "
        "unevaluatedProperties additionalProperties",
        "parameter": "example in default enum type required collectionFormat "
        "exclusiveMinimum exclusiveMaximum",
        "header": "example default enum type exclusiveMinimum exclusiveMaximum",
        "media": "example",
        "example": "value dataValue",
        "response": "examples",
    }.items()
}
"""The keys that hold no object, text, flag or number, so that the grammar has none."""

UNUSED: Final[Mapping[str, Mapping[str, str]]] = {
    "document": {
        "$self": "the description is not fetched again",
        "jsonSchemaDialect": "schemas are read as JSON Schema 2020-12",
    },
    "info": dict.fromkeys(("termsOfService", "contact", "license"), DOCS),
    "server": {"name": DOCS},
    "received": {
        **dict.fromkeys(("responses", "security", "callbacks"), OURS),
        **dict.fromkeys(("servers", "tags"), DOCS),
    },
    "received_item": {"servers": DOCS},
    "tag": dict.fromkeys(("parent", "kind"), DOCS),
    "response": {
        "summary": DOCS,
        "description": DOCS,
        "links": "calls are made by hand",
    },
    "header": {
        "style": "headers have one style",
        "allowReserved": "headers are not encoded",
        "allowEmptyValue": "only of parameters in the query",
        "example": "headers are read as their schema says",
        "examples": "headers are read as their schema says",
    },
    "media": {"description": DOCS},
    "example": {
        "summary": DOCS,
        "description": DOCS,
        "serializedValue": "the value is what is used",
        "externalValue": "nothing is fetched",
    },
    "schema": {
        "$comment": DOCS,
        "$schema": "schemas are read as JSON Schema 2020-12",
        "$vocabulary": "schemas are read as JSON Schema 2020-12",
        "additionalItems": "JSON Schema 2020-12 does not have it",
        "$anchor": "only a name to refer to",
        "$dynamicAnchor": "only a name to refer to",
        "$id": "only a name to refer to",
    },
}
"""The keys of the standard that nothing reads, and why."""

LABELS: Final[Mapping[str, str]] = {
    "received": "operation",
    "received_item": "path",
    "path_item": "path",
    "media": "media type",
    "scheme": "security scheme",
    "security": "security requirement",
    "variable": "server variable",
    "docs": "external documentation",
}
"""What objects are called in the counts, where it is not by the name of their kind."""


def _receiving(grammar: Grammar) -> Grammar:
    """Return *grammar* in which the requests that a server makes, webhooks and
    callbacks, are of kinds of their own."""
    item = {
        key: part.replace("operation", "received")
        for key, part in grammar["path_item"].items()
    }
    hooks = {
        key: part.replace("path_item", "received_item")
        for key, part in grammar["document"].items()
    }
    return {
        **grammar,
        "document": hooks,
        "callback": {"$ref": "text", "": "received_item"},
        "received_item": item,
        "received": grammar["operation"],
    }


_SWAGGER: Final = _receiving(SWAGGER)
_OLDER: Final = _receiving(OPENAPI)
_LATER: Final[Grammar] = {
    **_OLDER,
    "document": {k: v for k, v in _OLDER["document"].items() if k != "x-webhooks"},
    "schema": {k: v for k, v in OPENAPI["schema"].items() if k != "nullable"},
}
"""The grammar of OpenAPI from 3.1 on, whose schemas are those of JSON Schema."""


def grammar_of(document: Node) -> Grammar:
    """Return the grammar of *document*, by its version."""
    if "swagger" in document.map:
        return _SWAGGER
    older = (document.get_text("openapi") or "3.0").startswith("3.0")
    return _OLDER if older else _LATER


def label(kind: str) -> str:
    """Return what an object of *kind* is called in the counts."""
    return LABELS.get(kind, kind)


def why_unused(grammar: Grammar, kind: str, key: str) -> str:
    """Return why the member *key* of an object of *kind* is not used, or ``""``.

    Every key that is neither read nor listed is unknown, so what nobody reads never
    passes for honoured.
    """
    if (reason := UNUSED.get(kind, {}).get(key)) is not None:
        return reason
    members = grammar.get(kind) or OPENAPI[kind]
    if key in members or key in READ.get(kind, ()) or key in dialects.get(kind, ()):
        return ""
    if key.startswith("x-"):
        return EXTENSION
    return "" if "" in members else UNKNOWN
