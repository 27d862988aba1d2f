"""References: those that miss, those that point at nothing, and those in a circle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specpress.diagnostics import Code
from specpress.diagnostics.codes.repair import DANGLING, LOOP, MENDED_REF, WRONG_KIND
from specpress.document.rebuild import Members, like, made, without
from specpress.document.refs import pointed
from specpress.document.repair.references import fragment, mend, names_schema
from specpress.document.repair.scope import Scope

_JSON: Final[dict[str, object]] = {"content": {"application/json": {"schema": {}}}}
_ANY: Final = "any value is allowed"

_STAND_INS: Final[Mapping[str, tuple[dict[str, object], str]]] = {
    "schema": ({}, _ANY),
    "header": ({"schema": {}}, _ANY),
    "body": (_JSON, "any JSON is sent"),
    "response": ({"description": "", **_JSON}, "any JSON is taken"),
    "media": ({"schema": {}}, _ANY),
    "example": ({}, "there is no example"),
    "link": ({}, "there is no link"),
    "callback": ({}, "there is no callback"),
}
"""What stands in for something of each kind that is not defined, and what that means."""

_OLD_RESPONSE: Final[dict[str, object]] = {"description": "", "schema": {}}


def fix_reference(members: Members, kind: str, scope: Scope) -> Members:
    """Return *members*, of an object of *kind* that refers to another, with a reference
    that arrives; without one, where nothing is meant that the document has."""
    node = members["$ref"]
    ref = node.text
    if ref is None:
        return members
    if ref not in scope.refs:
        scope.refs[ref] = mend(ref, kind, scope.document) or ref
    meant = scope.refs[ref]
    if meant != ref:
        scope.report.add(MENDED_REF.at(node.span, ref=ref, instead=meant))
        members = {**members, "$ref": like(node, meant)}
    code = _fault(meant, scope)
    if code is None and kind in ("parameter", "header"):
        return _with_schema(members, kind, meant, scope)
    if code is None or kind not in _STAND_INS:
        return members
    stand_in, instead = _STAND_INS[kind]
    if kind == "response" and scope.version == "2.0":
        stand_in = _OLD_RESPONSE
    scope.report.add(code.at(node.span, ref=meant, instead=instead))
    return {**made(node, stand_in).map, **without(members, "$ref")}


def _with_schema(members: Members, kind: str, ref: str, scope: Scope) -> Members:
    """Return *members*, of a parameter or header, with *ref* for a schema if it is one."""
    if not names_schema(members, kind, ref):
        return members
    node = members["$ref"]
    told = {"found": "a reference to a schema", "wanted": f"one to a {kind}"}
    scope.report.add(WRONG_KIND.at(node.span, **told, instead="what its values are"))
    schema = like(node, {"$ref": node})
    return {**without(members, "$ref"), "schema": schema}


def _fault(ref: str, scope: Scope) -> Code | None:
    """Return what is wrong with *ref*, a local reference; None when it arrives."""
    seen: set[str] = set()
    while ref not in seen:
        seen.add(ref)
        pointer = fragment(ref)
        if pointer is None:
            return None
        target = pointed(scope.document, pointer)
        if target is None:
            return DANGLING
        inner = target.get("$ref")
        if inner is None or inner.text is None:
            return None
        ref = scope.refs.get(inner.text, inner.text)
    return LOOP
