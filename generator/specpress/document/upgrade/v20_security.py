"""Security definitions of Swagger 2.0 as security schemes of OpenAPI 3.0."""

from __future__ import annotations

from typing import Final

from specpress.document.rebuild import like, made, without
from specpress.tree import Node

_FLOWS: Final = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
_OF_FLOW: Final = ("authorizationUrl", "tokenUrl", "scopes")


def upgrade_scheme(scheme: Node) -> Node:
    """Return *scheme* as a Security Scheme Object of 3.0
    (https://spec.openapis.org/oas/v2.0.html#security-scheme-object)."""
    kind = scheme.get("type")
    if kind is None or kind.text not in ("basic", "oauth2"):
        return scheme
    if kind.text == "basic":
        told = {"type": like(kind, "http"), "scheme": like(kind, "basic")}
        return like(scheme, {**scheme.map, **told})
    if "flows" in scheme.map:
        return scheme
    named = scheme.get("flow")
    flow = {key: node for key, node in scheme.items() if key in _OF_FLOW}
    flow.setdefault("scopes", made(scheme, {}))
    name = _FLOWS.get((named.text if named else None) or "", "implicit")
    at = named or kind
    flows = like(at, {name: like(at, flow)})
    return like(scheme, {**without(scheme.map, "flow", *_OF_FLOW), "flows": flows})
