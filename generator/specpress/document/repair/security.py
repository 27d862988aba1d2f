"""Security schemes, and their names, in the words of another version or of none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specpress.diagnostics.codes.repair import OTHER_VERSION, WORD
from specpress.document.rebuild import Members, like, made
from specpress.document.repair.scope import Scope, place
from specpress.document.upgrade.v20_security import upgrade_scheme
from specpress.tree import Node

_TYPES: Final = {
    name.lower(): name
    for name in ("apiKey", "http", "oauth2", "openIdConnect", "mutualTLS", "basic")
} | {"api_key": "apiKey", "api-key": "apiKey", "oauth": "oauth2", "oauth 2.0": "oauth2"}
_HTTP: Final[Mapping[str, str]] = {
    "bearer": "bearer",
    "jwt": "bearer",
    "token": "bearer",
    "digest": "digest",
}
"""What is taken for a type and is a scheme of HTTP."""


def fix_scheme(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members*, of a security scheme, in the words of its version."""
    kind = members.get("type")
    if kind is None or kind.text is None:
        return members
    word = kind.text.strip().lower()
    name = _TYPES.get(word)
    if name is not None and name != kind.text:
        told = {"what": "type of security", "found": repr(kind.text)}
        scope.report.add(WORD.at(kind.span, **told, instead=repr(name)))
        members = {**members, "type": like(kind, name)}
    elif name is None and word in _HTTP:
        told = {"what": "type of security", "found": repr(kind.text)}
        instead = f"the HTTP scheme {_HTTP[word]!r}"
        scope.report.add(WORD.at(kind.span, **told, instead=instead))
        http = {"type": like(kind, "http"), "scheme": made(kind, _HTTP[word])}
        return {**members, **http}
    if scope.version == "2.0":
        return members
    is_old = name == "basic" or (name == "oauth2" and "flow" in members)
    if not is_old:
        return members
    what = "this security scheme"
    told = {"what": what, "instead": f"what it is in {scope.version}"}
    scope.report.add(OTHER_VERSION.at(place(node), **told))
    return dict(upgrade_scheme(like(node, members)).map)


def fix_security(members: Members, _: Node, scope: Scope) -> Members:
    """Return *members*, of an operation or the document, with the names of security schemes as they are declared."""
    given = members.get("security")
    if given is None or not given.list:
        return members
    known = _schemes(scope)
    names = {name.casefold(): name for name in known}
    choices: list[Node] = []
    for choice in given.list:
        new: Members = {}
        for name, scopes in choice.items():
            meant = name if name in known else names.get(name.casefold(), name)
            if meant != name:
                told = {"what": "security scheme", "found": repr(name)}
                scope.report.add(WORD.at(place(scopes), **told, instead=repr(meant)))
            new[meant] = scopes
        choices.append(choice if [*new] == [*choice.map] else like(choice, new))
    if all(a is b for a, b in zip(choices, given.list, strict=True)):
        return members
    return {**members, "security": like(given, choices)}


def _schemes(scope: Scope) -> set[str]:
    components = scope.document.get("components")
    declared = (
        scope.document.get("securityDefinitions")
        if scope.version == "2.0"
        else components.get("securitySchemes") if components else None
    )
    return set(declared.map) if declared else set()
