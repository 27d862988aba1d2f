"""Parameters and headers without what they need, or in the words of Swagger 2.0."""

from __future__ import annotations

from specpress.diagnostics.codes.repair import MISSING, OTHER_VERSION
from specpress.document.rebuild import Members, like, made, without
from specpress.document.repair.schemas import fix_values
from specpress.document.repair.scope import Scope, place
from specpress.document.repair.types import fix_type
from specpress.document.upgrade.v20_parameters import (
    is_about_values,
    style_of,
    value_schema,
)
from specpress.document.upgrade.v20_scope import Scope as Swagger
from specpress.tree import Node


def fix_parameter(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members*, of a parameter, with what each parameter has."""
    where = members.get("in")
    name = members.get("name")
    if where is not None and where.text == "path":
        required = members.get("required")
        if required is None or required.value is not True:
            what = f"'required: true' of the path parameter {name and name.text!r}"
            instead = "a path is never without it"
            scope.report.add(MISSING.at(place(node), what=what, instead=instead))
            members = {**members, "required": made(where, True)}
    if scope.version != "2.0":
        is_body = where is not None and where.text in ("body", "formData")
        return members if is_body else _with_schema(members, node, scope)
    if where is not None and where.text == "body":
        return _body(members, node, scope)
    return _of_values(members, node, scope)


def fix_header(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members*, of a header, with what each header has."""
    fix = _of_values if scope.version == "2.0" else _with_schema
    return fix(members, node, scope)


def _of_values(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members*, of something that is its own schema in Swagger 2.0."""
    if "schema" in members:
        return members
    if "type" not in members:
        instead = "a string is assumed"
        scope.report.add(MISSING.at(place(node), what="'type'", instead=instead))
        members = {**members, "type": made(node, "string")}
    required = {k: n for k, n in members.items() if k == "required"}
    members = fix_type(without(members, "required"), node, scope)
    return {**fix_values(members, node, scope), **required}


def _body(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members*, of the body in Swagger 2.0, with a name and a schema."""
    if "name" not in members:
        told = {"what": "the name of the body", "instead": "called 'body'"}
        scope.report.add(MISSING.at(place(node), **told))
        members = {**members, "name": made(node, "body")}
    if "schema" in members:
        return members
    own = {key: n for key, n in members.items() if is_about_values(key)}
    instead = "made of what stands beside it" if own else "any value is allowed"
    scope.report.add(MISSING.at(place(node), what="'schema'", instead=instead))
    return {**without(members, *own), "schema": like(node, own)}


def _with_schema(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members*, of a parameter or a header of 3.x, with a schema."""
    if "schema" in members or "content" in members:
        return members
    own = {key for key in members if is_about_values(key)} - {"collectionFormat"}
    if not own:
        instead = "any value is allowed"
        scope.report.add(MISSING.at(place(node), what="'schema'", instead=instead))
        return {**members, "schema": made(node, {})}
    told = {"what": "a type beside the name", "instead": "the schema"}
    scope.report.add(OTHER_VERSION.at(place(node), **told))
    swagger = Swagger.of(scope.document, scope.report)
    old = like(node, members)
    schema, style = value_schema(old, swagger), style_of(old, swagger)
    rest = without(members, *own, "collectionFormat")
    return {**rest, "schema": schema, **style}
