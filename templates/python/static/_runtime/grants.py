"""Grants that need nobody to be there: the client's own, a password, a refresh token."""

from __future__ import annotations

from typing import Unpack

from .grant import Grant, GrantOptions
from .places import Places
from .steps import Steps
from .tokens import Token, TokenError


class OAuth2ClientCredentials(Grant):
    """The client's own id and secret (RFC 6749, 4.4).

    Without *scopes*, a token has those that the operations have needed so far.
    """

    flow = "clientCredentials"

    def _granted(self, scopes: tuple[str, ...], places: Places) -> Steps[Token]:
        fields = {"grant_type": "client_credentials"}
        return self._shown(fields, scopes, places)


class OAuth2Password(Grant):
    """A user's name and password (RFC 6749, 4.3).

    Deprecated: RFC 9700, 2.4, says that it must not be used. Take it only where a
    server offers nothing else.
    """

    flow = "password"

    def __init__(
        self,
        username: str,
        password: str,
        client_id: str,
        client_secret: str | None = None,
        **options: Unpack[GrantOptions],
    ) -> None:
        super().__init__(client_id, client_secret, **options)
        self._username = username
        self._password = password

    def _granted(self, scopes: tuple[str, ...], places: Places) -> Steps[Token]:
        fields = {
            "grant_type": "password",
            "username": self._username,
            "password": self._password,
        }
        return self._shown(fields, scopes, places)


class OAuth2RefreshToken(Grant):
    """A refresh token that was had before (RFC 6749, 6), such as one of ``on_token``."""

    def __init__(
        self,
        refresh_token: str,
        client_id: str,
        client_secret: str | None = None,
        **options: Unpack[GrantOptions],
    ) -> None:
        options.setdefault("scopes", ())
        super().__init__(client_id, client_secret, **options)
        self._first = refresh_token

    def _granted(self, scopes: tuple[str, ...], places: Places) -> Steps[Token]:
        """Return a token by the refresh token that was given; it works only once where
        the server gives others."""
        first, self._first = self._first, ""
        if not first:
            url = places.refresh or places.token or ""
            raise TokenError(url, "the refresh token does not work any more")
        try:
            return (yield from self._refreshed(Token("", first, None, scopes), places))
        except BaseException:
            self._first = first
            raise
