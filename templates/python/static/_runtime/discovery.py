"""The metadata of an authorization server (OpenID Connect Discovery, RFC 8414)."""

from __future__ import annotations

from typing import cast
from urllib.parse import urlsplit

from .places import Places, secure
from .steps import Fetch, Steps, fetched
from .token_answer import members_of
from .tokens import TokenError

_OPENID = "/.well-known/openid-configuration"
_OAUTH = "/.well-known/oauth-authorization-server"


def discovered(url: str, *, allow_http: bool) -> Steps[Places]:
    """Return what the document at *url* says; raise `TokenError` where it is none, or
    that of another issuer."""
    fetch = Fetch(secure(url, "discovery document", allow_http=allow_http))
    reply = yield from fetched(fetch)
    members = members_of(reply)
    if reply.status != 200 or not members:
        raise TokenError(url, "no discovery document", status=reply.status)

    def text(key: str) -> str | None:
        value = members.get(key)
        return value if isinstance(value, str) and value else None

    issuer = text("issuer")
    expected = _issuer(url)
    if issuer is not None and expected is not None and issuer.rstrip("/") != expected:
        raise TokenError(url, f"the document is that of another issuer, {issuer!r}")
    methods = members.get("token_endpoint_auth_methods_supported")
    return Places(
        text("token_endpoint"),
        text("authorization_endpoint"),
        None,
        text("device_authorization_endpoint"),
        issuer,
        (
            tuple(map(str, cast("list[object]", methods)))
            if isinstance(methods, list)
            else ()
        ),
    )


def _issuer(url: str) -> str | None:
    """Return the issuer whose metadata are at *url*, if that can be told.

    OpenID Connect puts its path behind the issuer (Discovery, 4), OAuth before the
    issuer's own path (RFC 8414, 3.1).
    """
    if url.endswith(_OPENID):
        return url.removesuffix(_OPENID).rstrip("/")
    parts = urlsplit(url)
    for lead in (_OAUTH, _OPENID):
        if parts.path == lead or parts.path.startswith(f"{lead}/"):
            path = parts.path.removeprefix(lead).rstrip("/")
            return f"{parts.scheme}://{parts.netloc}{path}"
    return None
