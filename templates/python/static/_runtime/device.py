"""`OAuth2DeviceCode`: a user allows it on another machine (RFC 8628)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Unpack

from .grant import Grant, GrantOptions, in_a_field
from .places import Places
from .steps import Steps, fetched
from .token_answer import members_of, refusal
from .tokens import Token, TokenError

_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
_INTERVAL = 5.0
_LASTS = 1800.0


class DevicePrompt(NamedTuple):
    """What the user has to be told: to enter *user_code* at *verification_uri*.

    *complete_uri* has the code in it already, if there is such a one; *expires_in* is
    how many seconds there are.
    """

    user_code: str
    verification_uri: str
    complete_uri: str | None
    expires_in: float


class OAuth2DeviceCode(Grant):
    """The consent of a user, whom *prompt* tells where to give it."""

    flow = "deviceAuthorization"

    def __init__(
        self,
        prompt: Callable[[DevicePrompt], object],
        client_id: str,
        client_secret: str | None = None,
        *,
        device_url: str | None = None,
        **options: Unpack[GrantOptions],
    ) -> None:
        options.setdefault("scopes", ())
        super().__init__(client_id, client_secret, **options)
        self.places = Places(self.places.token, device=device_url)
        self._prompt = prompt

    def missing(self, places: Places) -> bool:
        """Return whether *places* lack one that this grant needs."""
        return not (places.token and places.device)

    def _granted(self, scopes: tuple[str, ...], places: Places) -> Steps[Token]:
        """Return the token, once the user has allowed it (RFC 8628, 3.4 and 3.5)."""
        what = "device authorization endpoint"
        fetch = self._fetch(places.device, what, in_a_field(scopes), places)
        reply = yield from fetched(fetch)
        members = members_of(reply)
        code, user, uri = (
            str(members.get(key) or "")
            for key in ("device_code", "user_code", "verification_uri")
        )
        if reply.status != 200 or not (code and user and uri):
            raise refusal(fetch.url, reply, [self._client_secret or ""])
        complete = members.get("verification_uri_complete")
        lasts = _number(members.get("expires_in"), _LASTS)
        pause = _number(members.get("interval"), _INTERVAL)
        end = self._clock() + lasts
        complete = complete if isinstance(complete, str) else None
        self._prompt(DevicePrompt(user, uri, complete, lasts))
        fields = {"grant_type": _GRANT, "device_code": code}
        while self._clock() + pause < end:
            yield pause
            try:
                return (yield from self._asked(places.token, fields, scopes, places))
            except TokenError as error:
                if error.error == "slow_down":
                    pause += _INTERVAL
                elif error.error != "authorization_pending":
                    raise
        raise TokenError(fetch.url, "expired_token", "nobody has allowed it in time")


def _number(value: object, instead: float) -> float:
    """Return *value*, or *instead* where it is no number of seconds."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return instead
    return float(value) if value >= 0 else instead
