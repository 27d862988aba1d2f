"""Operations of Swagger 2.0 as those of OpenAPI 3.0."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from specpress.document.members import METHODS
from specpress.document.rebuild import Members, each, like, without
from specpress.document.upgrade.v20_bodies import upgrade_body, upgrade_form
from specpress.document.upgrade.v20_parameters import upgrade_parameter
from specpress.document.upgrade.v20_responses import upgrade_response
from specpress.document.upgrade.v20_scope import BODY, FORM, Scope, location
from specpress.document.upgrade.v20_servers import operation_servers
from specpress.tree import Node


def upgrade_path_item(item: Node, scope: Scope) -> Node:
    """Return *item* with its operations as 3.0 has them.

    Its body and form parameters become those of its operations, as a path item of 3.0
    has no request body.
    """
    if not item.is_object:
        return item
    given = item.get("parameters")
    shared = given.list if given else ()
    bodies = [node for node in shared if _is_body(node, scope)]
    members: Members = {}
    for key, node in item.items():
        if key in METHODS and node.is_object:
            members[key] = _operation(node, bodies, scope)
        elif key == "parameters":
            plain = [n for n in shared if not _is_body(n, scope)]
            members[key] = _parameters(node, plain, scope)
        elif key == "$ref" and node.text is not None:
            members[key] = like(node, scope.moved(node.text))
        else:
            members[key] = node
    return like(item, members)


def _operation(operation: Node, shared: Sequence[Node], scope: Scope) -> Node:
    given = operation.get("parameters")
    own = given.list if given else ()
    plain = [node for node in own if not _is_body(node, scope)]
    bodies = _overridden([*shared, *(n for n in own if _is_body(n, scope))], scope)
    members: Members = {}
    for key, node in without(operation.map, "consumes", "produces", "schemes").items():
        if key == "parameters":
            if plain or not own:
                members[key] = _parameters(node, plain, scope)
        elif key == "responses":
            members[key] = _responses(node, operation, scope)
        else:
            members[key] = node
    if bodies and "requestBody" not in members:
        members["requestBody"] = _body(bodies, operation, scope)
    servers = operation_servers(operation, scope.document, scope.report)
    if servers is not None:
        members["servers"] = servers
    return like(operation, members)


def _parameters(at: Node, nodes: Iterable[Node], scope: Scope) -> Node:
    return like(at, [upgrade_parameter(node, scope) for node in nodes])


def _is_body(parameter: Node, scope: Scope) -> bool:
    return location(scope.target(parameter)) in (BODY, FORM)


def _overridden(nodes: Iterable[Node], scope: Scope) -> list[Node]:
    """Return *nodes*, of two with one name and location the later one only; there is at
    most one body."""
    found: dict[tuple[str | None, str | None], Node] = {}
    for node in nodes:
        target = scope.target(node)
        where = location(target)
        name = None if where == BODY else target.get_text("name")
        found[name, where] = node
    return [*found.values()]


def _body(bodies: Sequence[Node], operation: Node, scope: Scope) -> Node:
    """Return what *operation* sends: of *bodies* the one that is the whole body, or
    else all of them as the fields of a form."""
    consumes = scope.local(operation, "consumes")
    for node in bodies:
        target = scope.target(node)
        if location(target) != BODY:
            continue
        ref = node.get("$ref")
        if ref is not None and ref.text is not None and consumes == scope.consumes:
            return like(node, {"$ref": like(ref, scope.moved(ref.text))})
        return upgrade_body(target, consumes, scope)
    return upgrade_form([scope.target(n) for n in bodies], consumes, scope)


def _responses(responses: Node, operation: Node, scope: Scope) -> Node:
    """Return *responses* as those of *operation*.

    One that is referred to has the media types of all operations; where this operation
    has others, it gets a copy.
    """
    produces = scope.local(operation, "produces")

    def response(node: Node) -> Node:
        if produces != scope.produces and "$ref" in node.map:
            node = scope.target(node)
        return upgrade_response(node, produces, scope)

    return each(responses, response)
