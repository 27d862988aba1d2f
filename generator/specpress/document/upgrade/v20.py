"""Swagger 2.0 documents as OpenAPI 3.0 ones.

The objects are those of https://spec.openapis.org/oas/v2.0.html and
https://spec.openapis.org/oas/v3.0.4.html.
"""

from __future__ import annotations

from typing import Final

from specpress.diagnostics import Report
from specpress.document.rebuild import Members, each, like
from specpress.document.upgrade.v20_bodies import upgrade_body
from specpress.document.upgrade.v20_operations import upgrade_path_item
from specpress.document.upgrade.v20_parameters import upgrade_parameter
from specpress.document.upgrade.v20_responses import upgrade_response
from specpress.document.upgrade.v20_schema import upgrade_schema
from specpress.document.upgrade.v20_scope import Scope, location
from specpress.document.upgrade.v20_security import upgrade_scheme
from specpress.document.upgrade.v20_servers import upgrade_servers
from specpress.tree import Node

_MOVED: Final = frozenset(
    "swagger openapi host basePath schemes consumes produces definitions parameters"
    " responses securityDefinitions components".split()
)


def upgrade_20(document: Node, report: Report) -> Node:
    """Return *document*, of Swagger 2.0, as one of OpenAPI 3.0."""
    scope = Scope.of(document, report)
    version = document.get("swagger") or document.get("openapi") or document
    members: Members = {"openapi": like(version, "3.0.4")}
    for key, node in document.items():
        if key in ("paths", "x-webhooks") and node.is_object:
            members[key] = like(node, dict(_paths(node, scope)))
        elif key not in _MOVED:
            members[key] = node
    servers = upgrade_servers(document, report)
    if servers is not None:
        members.setdefault("servers", servers)
    components = _components(document, scope)
    if components:
        members["components"] = like(document.get("components") or document, components)
    return like(document, members)


def _paths(paths: Node, scope: Scope) -> Members:
    return {
        path: item if path.startswith("x-") else upgrade_path_item(item, scope)
        for path, item in paths.items()
    }


def _components(document: Node, scope: Scope) -> Members:
    """Return what *document* defines for use elsewhere, by the kind it has in 3.0."""
    given = document.get("components")
    found: Members = {**given.map} if given else {}
    if (node := document.get("definitions")) is not None:
        found["schemas"] = each(node, lambda each_: upgrade_schema(each_, scope))
    if (node := document.get("responses")) is not None:
        produces = scope.produces
        found["responses"] = each(node, lambda n: upgrade_response(n, produces, scope))
    if (node := document.get("parameters")) is not None and node.is_object:
        found |= _parameters(node, scope)
    if (node := document.get("securityDefinitions")) is not None:
        found["securitySchemes"] = each(node, upgrade_scheme)
    return found


def _parameters(given: Node, scope: Scope) -> Members:
    """Return the parameters in *given*, those of bodies as request bodies; fields of
    forms become part of each body that has them."""
    parameters: Members = {}
    bodies: Members = {}
    for name, node in given.items():
        match location(scope.target(node)):
            case "body":
                target = scope.target(node)
                bodies[name] = upgrade_body(target, scope.consumes, scope)
            case "formData":
                continue
            case _:
                parameters[name] = upgrade_parameter(node, scope)
    found: Members = {}
    if parameters:
        found["parameters"] = like(given, parameters)
    if bodies:
        found["requestBodies"] = like(given, bodies)
    return found
