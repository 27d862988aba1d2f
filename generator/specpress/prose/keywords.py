"""Keywords: mined facts as what schemas have for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specpress.document.version import version_of
from specpress.prose import schemas
from specpress.prose.facts import as_list, as_members
from specpress.prose.mined import Mined
from specpress.prose.subjects import Path
from specpress.tree import Node

_SIDES: Final = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def keywords(mined: Mined, document: Node) -> dict[Path, dict[str, object]]:
    """Return the members that say what is *mined*, by the place where they are added to
    *document*; none where there is no keyword for it."""
    subject, fact = mined.subject, mined.fact
    path, schema = subject.schema_path, subject.schema
    if "$ref" in schema.map and _is_old(document):
        return {}  # what stands beside a reference does not count there
    match fact.kind:
        case "values":
            return _values(fact.value, path, schema, document)
        case "default":
            return {path: {"default": fact.value}}
        case "range" | "length":
            return {path: _bounds(as_members(fact.value), document)}
        case "format":
            return {}
        case "deprecated":
            return {subject.path: {"deprecated": True}}
        case "read-only":
            return {} if subject.is_parameter else {path: {"readOnly": True}}
        case _:
            return {}


def _is_old(document: Node) -> bool:
    """Return whether *document* is older than OpenAPI 3.1."""
    return version_of(document)[0] < "3.1"


def _values(
    values: object, path: Path, schema: Node, document: Node
) -> dict[Path, dict[str, object]]:
    """Return an ``enum`` of *values* for *schema*, or for its items; null stays allowed."""
    listed = as_list(values).copy()
    items = schema.get("items")
    if {*schemas.types(schema, document)} == {"array"}:
        if items is None or not items.is_object or "$ref" in items.map:
            return {}
        path, schema = (*path, "items"), items
    if schemas.is_nullable(schema, document):
        listed.append(None)
    return {path: {"enum": listed}}


def _bounds(given: Mapping[str, object], document: Node) -> dict[str, object]:
    """Return the bounds *given*; before OpenAPI 3.1 exclusive ones are flags beside the
    others (JSON Schema Validation, draft 4, 5.1.2 and 5.1.3)."""
    old = _is_old(document)
    found: dict[str, object] = {}
    for key, bound in given.items():
        if old and key in _SIDES:
            found |= {_SIDES[key]: bound, key: True}
        else:
            found[key] = bound
    return found
