"""Security schemes in the words of another version, or of none."""

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
