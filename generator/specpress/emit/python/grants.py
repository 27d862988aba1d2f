"""Grants: the ways to an access token that a client offers, and where they lead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from specpress.emit.python.shape import bracketed, string
from specpress.ir.nodes import Api
from specpress.ir.security import Flow, FlowKind, OAuth2, OpenIdConnect

_SHARED: Final = {
    "OAuth2RefreshToken": "_runtime.grants",
    "Token": "_runtime.tokens",
    "TokenError": "_runtime.tokens",
}
_GRANTS: Final[dict[FlowKind, dict[str, str]]] = {
    "implicit": {},
    "password": {"OAuth2Password": "_runtime.grants"},
    "clientCredentials": {"OAuth2ClientCredentials": "_runtime.grants"},
    "authorizationCode": {
        "LoopbackRedirect": "_runtime.loopback",
        "OAuth2AuthorizationCode": "_runtime.authorization",
    },
    "deviceAuthorization": {
        "DevicePrompt": "_runtime.device",
        "OAuth2DeviceCode": "_runtime.device",
    },
}
"""The public names of each flow, by the modules that hold them."""

_DISCOVERED: Final[tuple[FlowKind, ...]] = (
    "clientCredentials",
    "authorizationCode",
    "deviceAuthorization",
)
"""The flows that an issuer's metadata may tell of."""


def flows_of(scheme: OAuth2 | OpenIdConnect) -> tuple[FlowKind, ...]:
    """Return the flows of *scheme* that the client can take, in its order.

    The implicit one is for pages in a browser (RFC 6749, 4.2): its token is passed.
    """
    stated: list[FlowKind] = []
    if isinstance(scheme, OAuth2):
        stated = [flow.kind for flow in scheme.flows if _GRANTS[flow.kind]]
        if scheme.metadata_url is None:
            return tuple(stated)
    return tuple(dict.fromkeys((*stated, *_DISCOVERED)))


def grants_of(scheme: OAuth2 | OpenIdConnect) -> dict[str, str]:
    """Return the names that users of *scheme* need, by module; none if it has no way."""
    flows = flows_of(scheme)
    if not flows:
        return {}
    return {name: home for f in flows for name, home in _GRANTS[f].items()} | _SHARED


def scoped_schemes(api: Api) -> frozenset[str]:
    """Return the ids of the schemes of *api* whose tokens the client can ask for."""
    return frozenset(
        scheme.id
        for scheme in api.schemes
        if isinstance(scheme, OAuth2 | OpenIdConnect) and grants_of(scheme)
    )


def flow_table(flows: Sequence[Flow], *, indent: int) -> list[str]:
    """Return the argument that tells where *flows* lead, none if nowhere; it is to
    stand at column *indent*."""
    entries: list[str] = []
    for flow in flows:
        urls = {
            "token": flow.token_url,
            "authorization": flow.authorization_url,
            "refresh": flow.refresh_url,
            "device": flow.device_url,
        }
        told = [f"{name}={string(url)}" for name, url in urls.items() if url]
        if told and _GRANTS[flow.kind]:
            head = f"{string(flow.kind)}: Places("
            entry = bracketed(head, told, ")", indent=indent + 4, after=1)
            entries.append(entry)
    if not entries:
        return []
    return [bracketed("{", entries, "}", indent=indent, after=1)]
