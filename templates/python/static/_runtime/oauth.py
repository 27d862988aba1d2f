"""`OAuth2`: an access token of OAuth 2.0 or OpenID Connect, or what gets one."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import TypeAlias

from .auth import from_env
from .grant import Grant
from .live import Ask, AsyncProvider, Live, Provider
from .places import Places
from .steps import Steps, provided

TokenInput: TypeAlias = str | Grant | Provider
"""What a `Client` takes for a token."""
AsyncTokenInput: TypeAlias = str | Grant | AsyncProvider
"""What an `AsyncClient` takes for a token."""


class OAuth2(Live):
    """A bearer token (RFC 6750): given, from the environment, or had by a grant.

    *flows* are the ways to a token by their keys in the description; *metadata* is
    the address of the document that has more of them.
    """

    __slots__ = ("_flows", "_known", "_metadata", "_source")

    def __init__(
        self,
        token: TokenInput | AsyncTokenInput | None = None,
        flows: Mapping[str, Places] | None = None,
        *,
        metadata: str | None = None,
        token_env: str | None = None,
        client_id_env: str | None = None,
        client_secret_env: str | None = None,
    ) -> None:
        found = from_env(token_env) if token is None else token
        if not found:
            found = _from_environment(client_id_env, client_secret_env)
        text = f"Bearer {found}" if found and isinstance(found, str) else None
        super().__init__(text, (token_env, client_id_env, client_secret_env))
        self._source = None if isinstance(found, str) else found
        self.live = self._source is not None
        self._flows = flows or {}
        self._metadata = metadata
        self._known: dict[str, Places] = {}

    def scoped(self, scopes: tuple[str, ...]) -> OAuth2:
        """Return this credential for an operation that needs *scopes*."""
        if not self.live:
            return self
        scoped = copy(self)
        scoped.asked = scopes
        return scoped

    def value(self, ask: Ask) -> Steps[str | None]:
        """Return the token for *ask*."""
        source = self._source
        if ask.rejected is not None:
            ask.rejected = ask.rejected.removeprefix("Bearer ")
        if isinstance(source, Grant):
            token = yield from source.steps(ask, lambda: self._places(source, ask))
        elif source is not None:
            token = yield from provided(lambda: source(ask), "the token provider")
        else:
            return None
        return f"Bearer {token}"

    def _places(self, grant: Grant, ask: Ask) -> Steps[Places]:
        """Return where *grant* gets its tokens."""
        flow = self._flows.get(grant.flow)
        if flow is None:
            # A refresh token is good wherever it came from.
            flow = next((f for f in self._flows.values() if f.token), Places())
        places = grant.places.over(flow).at(ask.base)
        url = Places(self._metadata).at(ask.base).token
        if url is None or not grant.missing(places):
            return places
        if url not in self._known:
            # Imported here so that start-up stays fast: few clients need it.
            from .discovery import discovered

            found = yield from discovered(url, allow_http=grant.allow_http)
            self._known[url] = found
        return places.over(self._known[url])


def _from_environment(id_env: str | None, secret_env: str | None) -> Grant | None:
    """Return the client's own grant, where the environment has its id and secret."""
    client_id, secret = from_env(id_env), from_env(secret_env)
    if client_id is None or secret is None:
        return None
    # Imported here so that start-up stays fast: most are given a token.
    from .grants import OAuth2ClientCredentials

    return OAuth2ClientCredentials(client_id, secret)
