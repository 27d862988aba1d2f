"""Parameters and headers of Swagger 2.0 as those of OpenAPI 3.0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specpress.diagnostics.codes.upgrade import COLLECTION_FORMAT, NESTED_FORMAT
from specpress.document.rebuild import Members, like, made, renamed, without
from specpress.document.upgrade.v20_schema import upgrade_schema
from specpress.document.upgrade.v20_scope import FORM, Scope, location
from specpress.tree import Node

_OWN: Final = frozenset(
    "$ref name in description required allowEmptyValue deprecated schema style explode"
    " example examples content allowReserved".split()
)
"""What a parameter of 3.0 says itself, and not by its schema."""

_OF_SCHEMA: Final = ("x-nullable", "x-enum", "x-ms-enum")
"""How the extensions begin that are about a parameter's values."""

_NAMES: Final = {"x-example": "example", "x-examples": "examples"}

_STYLES: Final[Mapping[str, tuple[str, bool]]] = {
    "csv": ("form", False),
    "ssv": ("spaceDelimited", False),
    "pipes": ("pipeDelimited", False),
    "tsv": ("tabDelimited", False),
    "multi": ("form", True),
}
"""The style of each collection format in the query and in forms, and whether each item
makes a pair of its own. OpenAPI has none with tabs, which is one of ours."""


def upgrade_parameter(parameter: Node, scope: Scope) -> Node:
    """Return *parameter*, of the path, the query or a header, with a schema and a style
    (https://spec.openapis.org/oas/v2.0.html#parameter-object)."""
    ref = parameter.get("$ref")
    if ref is not None and ref.text is not None:
        return like(parameter, {"$ref": like(ref, scope.moved(ref.text))})
    if not parameter.is_object:
        return parameter
    own = {k: n for k, n in parameter.items() if not is_about_values(k)}
    own = renamed(own, _NAMES)
    if "schema" in own:
        own["schema"] = upgrade_schema(own["schema"], scope)
    else:
        own["schema"] = value_schema(parameter, scope)
    return like(parameter, {**own, **style_of(parameter, scope)})


def upgrade_header(header: Node, scope: Scope) -> Node:
    """Return *header*, of a response, with a schema; 3.0 gives it the style ``simple``
    (https://spec.openapis.org/oas/v2.0.html#header-object)."""
    if not header.is_object or "$ref" in header.map:
        return header
    if "schema" in header.map:  # what repair made of a reference to one
        schema = upgrade_schema(header.map["schema"], scope)
        return like(header, {**header.map, "schema": schema})
    own = {k: n for k, n in header.items() if not is_about_values(k)}
    style_of(header, scope)
    return like(header, {**own, "schema": value_schema(header, scope)})


def is_about_values(key: str) -> bool:
    """Return whether *key*, of a parameter, becomes one of its schema."""
    return key not in _OWN and (not key.startswith("x-") or key.startswith(_OF_SCHEMA))


def value_schema(parameter: Node, scope: Scope) -> Node:
    """Return the schema of the values of *parameter*."""
    members = {k: n for k, n in parameter.items() if is_about_values(k)}
    schema = like(parameter, without(members, "collectionFormat"))
    if (items := schema.get("items")) is not None:
        schema = like(schema, {**schema.map, "items": _unformatted(items, scope)})
    return upgrade_schema(schema, scope)


def style_of(parameter: Node, scope: Scope) -> Members:
    """Return ``style`` and ``explode`` of *parameter*, a list; none for other values.

    What 3.0 has no style for is reported and sent with commas.
    """
    if parameter.get_text("type") != "array" or "style" in parameter.map:
        return {}
    node = parameter.get("collectionFormat")
    format_ = (node.text if node else None) or "csv"
    at = node or parameter
    where = location(parameter)
    known = _STYLES if where in ("query", FORM) else {"csv": _STYLES["csv"]}
    if format_ not in known:
        name = parameter.get_text("name") or "header"
        values = {"format": format_, "name": name}
        scope.report.add(COLLECTION_FORMAT.at(at.span, **values))
    if where not in ("query", FORM):
        return {}
    style, explode = known.get(format_, _STYLES["csv"])
    return {"style": made(at, style), "explode": made(at, explode)}


def _unformatted(items: Node, scope: Scope) -> Node:
    """Return *items* without collection formats, which 3.0 can't say of lists in lists."""
    if not items.is_object:
        return items
    members = without(items.map, "collectionFormat")
    node = items.get("collectionFormat")
    if node is not None and items.get_text("type") == "array":
        scope.report.add(NESTED_FORMAT.at(node.span, format=node.plain()))
    if (inner := members.get("items")) is not None:
        members["items"] = _unformatted(inner, scope)
    return like(items, members)
