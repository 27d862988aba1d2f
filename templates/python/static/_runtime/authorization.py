"""`OAuth2AuthorizationCode`: a user allows it in a browser, with PKCE (RFC 7636)."""

from __future__ import annotations

from typing import Protocol, Unpack
from urllib.parse import parse_qs, urlencode, urlsplit

from .grant import Grant, GrantOptions, in_a_field
from .places import Places, secure
from .redact import hide_query
from .steps import Steps, provided
from .tokens import Token, TokenError


class Redirect(Protocol):
    """How a user gets to the authorization server, and the answer back from it."""

    @property
    def uri(self) -> str:
        """The redirect URI, as it is registered with the authorization server."""
        ...

    def __call__(self, url: str) -> str:
        """Send the user to *url*; return the whole URL that the server sent them to."""
        ...


class OAuth2AuthorizationCode(Grant):
    """The consent of a user, who is sent to the authorization server by *redirect*
    (RFC 6749, 4.1), such as a `LoopbackRedirect`."""

    flow = "authorizationCode"

    def __init__(
        self,
        redirect: Redirect,
        client_id: str,
        client_secret: str | None = None,
        *,
        authorization_url: str | None = None,
        **options: Unpack[GrantOptions],
    ) -> None:
        options.setdefault("scopes", ())
        super().__init__(client_id, client_secret, **options)
        self.places = Places(self.places.token, authorization_url)
        self._redirect = redirect

    def missing(self, places: Places) -> bool:
        """Return whether *places* lack one that this grant needs."""
        return not (places.token and places.authorization)

    def _granted(self, scopes: tuple[str, ...], places: Places) -> Steps[Token]:
        """Return the token for the code that the user's consent gives."""
        # Imported here so that start-up stays fast: it loads OpenSSL.
        from secrets import token_urlsafe

        url = secure(
            places.authorization, "authorization page", allow_http=self.allow_http
        )
        verifier, state, uri = token_urlsafe(32), token_urlsafe(16), self._redirect.uri
        query = {
            "response_type": "code",
            "client_id": self._client_id,
            "redirect_uri": uri,
            "state": state,
            "code_challenge": challenge(verifier),
            "code_challenge_method": "S256",
            **in_a_field(scopes),
            **self._extra,
        }
        page = f"{url}{'&' if '?' in url else '?'}{urlencode(query)}"
        answer = yield from provided(
            lambda: self._redirect(page), "the redirect", slow=True
        )
        fields = {
            "grant_type": "authorization_code",
            "code": code_in(answer, state, places.issuer),
            "redirect_uri": uri,
            "code_verifier": verifier,
        }
        return (yield from self._asked(places.token, fields, scopes, places))


def challenge(verifier: str) -> str:
    """Return what the authorization page is shown of *verifier* (RFC 7636, 4.2)."""
    # Imported here so that start-up stays fast: it loads OpenSSL.
    from base64 import urlsafe_b64encode
    from hashlib import sha256

    digest = sha256(verifier.encode("ascii")).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def code_in(url: str, state: str, issuer: str | None) -> str:
    """Return the code in *url*, to which the server sent the user.

    Raises `TokenError` for a refusal, for an answer to another request than that with
    *state* (RFC 6749, 10.12), and for one of another issuer (RFC 9207, 2.4).
    """
    # Imported here so that start-up stays fast: it loads OpenSSL.
    from hmac import compare_digest

    told = {name: values[-1] for name, values in parse_qs(urlsplit(url).query).items()}
    place = hide_query(url, ("code", "state"))
    if not compare_digest(told.get("state", "").encode(), state.encode()):
        raise TokenError(place, "the answer is to another request")
    if issuer is not None and told.get("iss", issuer) != issuer:
        raise TokenError(place, "the answer is of another issuer")
    if "code" not in told:
        error = told.get("error", "no code in the answer")
        raise TokenError(place.partition("?")[0], error, told.get("error_description"))
    return told["code"]
