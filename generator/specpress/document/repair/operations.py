"""Operations: their parameters, their statuses and the schemes they need."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics.codes.repair import (
    MISPLACED,
    MISSING,
    OTHER_VERSION,
    STATUS,
    TWICE,
)
from specpress.document.rebuild import Members, like, made, without
from specpress.document.repair.scope import Scope, place
from specpress.document.repair.security import fix_security
from specpress.document.upgrade.v20_bodies import upgrade_body, upgrade_form
from specpress.document.upgrade.v20_scope import Scope as Swagger
from specpress.document.upgrade.v20_scope import texts
from specpress.tree import Node

_STATUS: Final = re.compile(
    r"\s*(?:HTTP\s*)?([1-5])(\d\d|[xX*]{2}|\d[xX*])\b.*", re.IGNORECASE
)
_RIGHT: Final = re.compile(r"default|[1-5](\d\d|XX)|x-.*")


def fix_operation(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members*, of an operation, as it would be described by the rules."""
    members = _once(members, scope)
    members = members if scope.version == "2.0" else _body(members, scope)
    members = fix_security(members, node, scope)
    return _responses(members, node, scope)


def _once(members: Members, scope: Scope) -> Members:
    """Return *members* with each parameter once."""
    given = members.get("parameters")
    nodes = given.list if given else ()
    found: dict[tuple[str | None, str | None], Node] = {}
    kept: list[Node] = []
    for node in nodes:
        target = scope.target(node)
        name, where = target.get_text("name"), target.get_text("in")
        if name is None or (name, where) not in found:
            found[name, where] = node
            kept.append(node)
            continue
        scope.report.add(TWICE.at(place(node), name=name, location=where))
    if given is None or len(kept) == len(nodes):
        return members
    return {**members, "parameters": like(given, kept)}


def _body(members: Members, scope: Scope) -> Members:
    """Return *members*, of an operation of 3.x, with a request body instead of the
    parameters that stand for one in Swagger 2.0."""
    given = members.get("parameters")
    nodes = given.list if given else ()
    where = [scope.target(node).get_text("in") for node in nodes]
    bodies = [scope.target(n) for n, w in zip(nodes, where, strict=True) if w == "body"]
    pairs = zip(nodes, where, strict=True)
    fields = [scope.target(node) for node, w in pairs if w == "formData"]
    if given is None or not (bodies or fields):
        return members
    told = {"what": "a body among the parameters", "instead": "the request body"}
    scope.report.add(OTHER_VERSION.at(place((bodies or fields)[0]), **told))
    pairs = zip(nodes, where, strict=True)
    plain = [node for node, w in pairs if w not in ("body", "formData")]
    members = {**members, "parameters": like(given, plain)}
    if "requestBody" in members:
        return members
    swagger = Swagger.of(scope.document, scope.report)
    consumes = texts(like(given, members), "consumes") or swagger.consumes
    members["requestBody"] = (
        upgrade_body(bodies[0], consumes, swagger)
        if bodies
        else upgrade_form(fields, consumes, swagger)
    )
    return members


def _responses(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members* with responses under the statuses that they are meant for."""
    members = _inside(members, node, scope)
    given = members.get("responses")
    if given is None or not given.map:
        if scope.version not in ("2.0", "3.0"):
            return members
        instead = "any response is taken, without a body"
        what = "what the operation responds"
        scope.report.add(MISSING.at(place(node), what=what, instead=instead))
        default = made(given or node, {"default": {"description": ""}})
        return {**members, "responses": default}
    fixed: Members = {}
    for status, response in given.items():
        new = status if _RIGHT.fullmatch(status) else _meant(status)
        if new == status or new in given.map:
            fixed[status] = response
            continue
        scope.report.add(STATUS.at(place(response), found=status, instead=new))
        fixed[new] = response
    if [*fixed] == [*given.map]:
        return members
    return {**members, "responses": like(given, fixed)}


def _inside(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members* with those that are statuses among the responses."""
    beside = [key for key in members if _RIGHT.fullmatch(key) and key[:1].isdecimal()]
    if not beside:
        return members
    given = members.get("responses")
    responses = dict(given.map) if given is not None else {}
    for key in beside:
        response = members[key]
        told = {"what": f"the response {key!r}", "inside": "responses"}
        scope.report.add(MISPLACED.at(place(response), **told))
        responses.setdefault(key, response)
    rest = without(members, *beside)
    return {**rest, "responses": like(given or node, responses)}


def _meant(status: str) -> str:
    """Return the status that *status* means; itself when it means none.

    >>> _meant("200 OK"), _meant("4xx"), _meant("Default"), _meant("ok")
    ('200', '4XX', 'default', 'ok')
    """
    if status.strip().lower() == "default":
        return "default"
    match = _STATUS.fullmatch(status)
    if match is None:
        return status
    return match[1] + (match[2] if match[2].isdecimal() else "XX")
