"""Flows of OAuth 2.0: the ways to an access token, and the addresses on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, get_args
from urllib.parse import SplitResult, urlsplit

from specpress.diagnostics.codes.credentials import BAD_URL, NO_URL, PLAIN_URL
from specpress.ir.security import Flow, FlowKind, Scope
from specpress.lower.context import Context
from specpress.lower.places import place
from specpress.tree import Node

_KINDS: Final[tuple[FlowKind, ...]] = get_args(FlowKind)
_AUTHORIZATION: Final = "authorizationUrl"
_TOKEN: Final = "tokenUrl"
_DEVICE: Final = "deviceAuthorizationUrl"

_NEEDED: Final[dict[FlowKind, tuple[str, ...]]] = {
    "implicit": (_AUTHORIZATION,),
    "password": (_TOKEN,),
    "clientCredentials": (_TOKEN,),
    "authorizationCode": (_AUTHORIZATION, _TOKEN),
    "deviceAuthorization": (_DEVICE, _TOKEN),
}
"""The addresses that each flow must have (OpenAPI 3.2, 4.8.29)."""

_USER: Final = re.compile(r"//[^/]*@")
_LOOPBACK: Final = frozenset(("localhost", "127.0.0.1", "::1"))


def lower_flows(name: str, scheme: Node, context: Context) -> tuple[Flow, ...]:
    """Return the flows of *scheme*, which is called *name* (OpenAPI 3.2, 4.8.28)."""
    flows = scheme.get("flows")
    return tuple(_flows(name, flows, context)) if flows is not None else ()


def _flows(name: str, flows: Node, context: Context) -> Iterator[Flow]:
    for kind in _KINDS:
        node = flows.get(kind)
        if node is None:
            continue
        for member in _NEEDED[kind]:
            if not node.get_text(member):
                values = {"name": name, "member": member}
                context.report.add(NO_URL.at(place(node), **values))
        scopes = node.get("scopes")
        yield Flow(
            kind=kind,
            authorization_url=address(name, node, _AUTHORIZATION, context),
            token_url=address(name, node, _TOKEN, context),
            refresh_url=address(name, node, "refreshUrl", context),
            device_url=address(name, node, _DEVICE, context),
            scopes=tuple(
                Scope(name=scope, description=text.text or None)
                for scope, text in (scopes.map.items() if scopes else ())
            ),
            span=place(node),
        )


def address(name: str, node: Node, member: str, context: Context) -> str | None:
    """Return the URL that *node*, of the scheme *name*, has in its *member*.

    Return None, with a report, for one that can't be used.
    """
    found = node.get(member)
    if found is None or not found.text:
        return None
    url = found.text.strip()
    parts = _split(url)
    if parts is None:
        shown = _USER.sub("//***@", url)
        values = {"name": name, "member": member, "url": shown}
        context.report.add(BAD_URL.at(found.span, **values))
        return None
    if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
        context.report.add(PLAIN_URL.at(found.span, name=name, member=member))
    return url


def _split(url: str) -> SplitResult | None:
    """Return the parts of *url*, absolute or without a host; None where it is neither."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    is_odd = "@" in parts.netloc or parts.fragment or any(c.isspace() for c in url)
    if is_odd or not url.isprintable():
        return None
    if parts.scheme:
        return parts if parts.scheme in ("http", "https") and host else None
    return parts if not parts.netloc or host else None
