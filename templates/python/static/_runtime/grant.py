"""`Grant`: how a token endpoint is asked, and told who asks."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Literal, TypeAlias, TypedDict, Unpack
from urllib.parse import quote_plus, urlencode

from .live import Ask
from .places import Places, secure
from .steps import Fetch, Steps, fetched
from .token_answer import token_of
from .tokens import Token, TokenError, TokenSource

ClientAuth: TypeAlias = Literal["basic", "post"]
"""How a client says who it is: by HTTP basic, or in the body (RFC 6749, 2.3.1)."""


class GrantOptions(TypedDict, total=False):
    """What every grant takes beside what it shows the token endpoint."""

    scopes: Sequence[str] | None
    """What to ask for each time."""

    token_url: str | None
    """Where to ask; the description's address unless given."""

    client_auth: ClientAuth | None
    """How the client says who it is: basic, unless the server's metadata say other."""

    extra: Mapping[str, str] | None
    """More fields for the token endpoint, such as an audience."""

    allow_http: bool
    """Whether secrets may go over plain http to other machines; False unless given."""

    leeway: float
    """Seconds before its end at which a token counts as spent; 30 unless given."""

    clock: Callable[[], float]
    """The time in seconds; that of the machine unless given."""

    on_token: Callable[[Token], object] | None
    """Called with each new token, to keep it."""


class Grant(TokenSource, ABC):
    """What gets access tokens for the client *client_id*; see `GrantOptions`."""

    flow: ClassVar[str] = ""
    """The key of its flow in the description."""

    def __init__(
        self,
        client_id: str,
        client_secret: str | None = None,
        **options: Unpack[GrantOptions],
    ) -> None:
        super().__init__(options.get("clock", time.time), options.get("on_token"))
        scopes = options.get("scopes")
        self.places = Places(token=options.get("token_url"))
        self.allow_http = options.get("allow_http", False)
        self._client_id = client_id
        self._client_secret = client_secret
        self._scopes = None if scopes is None else tuple(scopes)
        self._client_auth = options.get("client_auth")
        self._extra = dict(options.get("extra") or {})
        self._leeway = options.get("leeway", 30.0)

    def steps(self, ask: Ask, find: Callable[[], Steps[Places]]) -> Steps[str]:
        """Return a token for *ask*; *find* tells where to get one."""
        return self.token(ask, lambda held: self._renewed(ask, held, find))

    def missing(self, places: Places) -> bool:
        """Return whether *places* lack one that this grant needs."""
        return not places.token

    def _renewed(
        self, ask: Ask, held: Token | None, find: Callable[[], Steps[Places]]
    ) -> Steps[Token]:
        """Return a new token: by the refresh token of *held*, if that still works."""
        places = yield from find()
        scopes = self._wanted(ask, held)
        if held is not None and held.refresh and set(scopes) <= set(held.scopes):
            try:
                return (yield from self._refreshed(held, places))
            except TokenError as error:
                if error.error != "invalid_grant":
                    raise
        return (yield from self._granted(scopes, places))

    @abstractmethod
    def _granted(self, scopes: tuple[str, ...], places: Places) -> Steps[Token]:
        """Return a token by the grant itself, which may take more steps than one."""

    def _shown(
        self, fields: Mapping[str, str], scopes: tuple[str, ...], places: Places
    ) -> Steps[Token]:
        """Return a token for *fields*, all that this grant shows the token endpoint."""
        sent = {**fields, **in_a_field(scopes)}
        return (yield from self._asked(places.token, sent, scopes, places))

    def _refreshed(self, held: Token, places: Places) -> Steps[Token]:
        """Return what replaces *held* (RFC 6749, 6)."""
        refresh = held.refresh or ""
        fields = {"grant_type": "refresh_token", "refresh_token": refresh}
        url = places.refresh or places.token
        token = yield from self._asked(url, fields, held.scopes, places)
        token.refresh = token.refresh or refresh
        return token

    def _asked(
        self,
        url: str | None,
        fields: Mapping[str, str],
        scopes: tuple[str, ...],
        places: Places,
    ) -> Steps[Token]:
        """Return the token with *scopes* that the endpoint *url* gives for *fields*."""
        fetch = self._fetch(url, "token endpoint", fields, places)
        reply = yield from fetched(fetch)
        secrets = [*fields.values(), self._client_secret or ""]
        return token_of(
            fetch.url, reply, scopes, secrets, now=self._clock(), leeway=self._leeway
        )

    def _fetch(
        self,
        url: str | None,
        what: str,
        fields: Mapping[str, str],
        places: Places,
    ) -> Fetch:
        """Return the request that shows *url* the *fields*, and who the client is."""
        sent = {**fields, **self._extra}
        headers = {"content-type": "application/x-www-form-urlencoded"}
        posts = "client_secret_post" in places.methods
        basic = not posts or "client_secret_basic" in places.methods
        if self._client_auth is not None:
            basic = self._client_auth == "basic"
        if self._client_secret is None:
            sent["client_id"] = self._client_id
        elif basic:
            pair = f"{quote_plus(self._client_id)}:{quote_plus(self._client_secret)}"
            headers["authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
        else:
            sent["client_id"] = self._client_id
            sent["client_secret"] = self._client_secret
        target = secure(url, what, allow_http=self.allow_http)
        return Fetch(target, urlencode(sent).encode(), headers)

    def _wanted(self, ask: Ask, held: Token | None) -> tuple[str, ...]:
        """Return the scopes to ask for: those given, else what operations need."""
        if self._scopes is not None:
            return self._scopes
        before = () if held is None else held.scopes
        return tuple(dict.fromkeys((*before, *ask.scopes)))


def in_a_field(scopes: tuple[str, ...]) -> dict[str, str]:
    """Return the field that asks for *scopes* (RFC 6749, 3.3), none for none."""
    return {"scope": " ".join(scopes)} if scopes else {}
