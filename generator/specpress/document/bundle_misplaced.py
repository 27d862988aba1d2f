"""References to a thing of another kind than wanted: what is meant all the same."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.codes.bundle import WRONG_KIND
from specpress.document.bundle_files import Unresolved
from specpress.document.bundle_parts import Part
from specpress.document.bundle_resolve import Found
from specpress.document.grammar import Kind, is_map, kind_at
from specpress.document.sections import NAMES
from specpress.tree import Node

_SCALARS: Final[dict[type, str]] = {
    str: "a string",
    bool: "true or false",
    list: "a list",
}
_OF_DOCUMENTS: Final = frozenset(("components", "paths", "definitions"))
_ALIKE: Final = (
    frozenset(("header", "parameter")),
    frozenset(("body", "response")),
    frozenset(("paths", "path_items")),
)


def known_kind(part: Part, found: Found) -> Kind | None:
    """Return the kind of what was *found* in *part*, by where it stands, if that tells."""
    whole = "openapi" in part.root.map or "swagger" in part.root.map
    tokens = found.place.tokens
    if not whole and (not tokens or tokens[0] not in _OF_DOCUMENTS):
        return None
    return kind_at(tokens)


def check_value(node: Node, kind: Kind) -> None:
    """Raise Unresolved when *node* has not the JSON type of an object of *kind*."""
    fits = (
        kind == "plain"
        or node.is_object
        or (kind == "schema" and isinstance(node.value, bool))
        or (is_map(kind) and isinstance(node.value, list))
    )
    if not fits:
        found = _SCALARS.get(type(node.value), "no object")
        raise Unresolved(WRONG_KIND, found=found, expected=name_of(kind))


def akin(found: Found, known: Kind, wanted: Kind) -> tuple[Found, str] | None:
    """Return what is meant by *found*, of kind *known*, where a *wanted* one belongs,
    and what to say of it; None when that is not clear.

    Of what has a schema, that is meant where a schema belongs.
    """
    if any({known, wanted} <= kinds for kinds in _ALIKE):
        return found, "what both have in common is used"
    if wanted == "schema" and (inner := _schema_of(found)) is not None:
        return inner, "its schema is used"
    return None


def name_of(kind: Kind) -> str:
    """Return what to call an object of *kind*."""
    return NAMES.get(kind, "an object that belongs here")


def _schema_of(found: Found) -> Found | None:
    """Return the schema of the parameter, header, body or response *found*."""
    node, place = found.node, found.place
    content = node.get("content")
    if content is not None and content.map:
        media = next(iter(content.map))
        node, place = content.map[media], place.at("content", media)
    schema = node.get("schema")
    return None if schema is None else Found(place.at("schema"), schema)
