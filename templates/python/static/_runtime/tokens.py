"""Access tokens: kept until they are spent, and renewed once for all who wait."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from .failures import CallError
from .live import Ask
from .steps import Flight, Steps, awaited


class TokenError(CallError):
    """No access token could be had from *url*.

    *error* is its code (RFC 6749, 5.2) or what is wrong, and *description* what the
    server says of it.
    """

    def __init__(
        self,
        url: str,
        error: str,
        description: str | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(url, error, description, status)
        self.url = url
        self.error = error
        self.description = description
        self.status = status

    def __str__(self) -> str:
        status = f" -> {self.status}" if self.status else ""
        more = f" ({self.description})" if self.description else ""
        return f"no access token from {self.url}{status}: {self.error}{more}"


class Token:
    """An access token, and the one that renews it; its repr hides both.

    *expires* is the time at which it is spent, None where nobody said; *scopes* are
    those that it was asked for.
    """

    __slots__ = ("access", "expires", "refresh", "scopes")

    def __init__(
        self,
        access: str,
        refresh: str | None = None,
        expires: float | None = None,
        scopes: tuple[str, ...] = (),
    ) -> None:
        self.access = access
        self.refresh = refresh
        self.expires = expires
        self.scopes = scopes

    def __repr__(self) -> str:
        return f"Token(***, expires={self.expires}, scopes={self.scopes})"


class TokenSource:
    """Holds one token, and gets another where it is spent, rejected or too narrow.

    However many threads and tasks ask, one of them fetches and the others wait.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.time,
        on_token: Callable[[Token], object] | None = None,
    ) -> None:
        self._clock = clock
        self._on_token = on_token
        self._lock = Lock()
        self._flight: Flight | None = None
        self._held: Token | None = None

    def token(
        self, ask: Ask, fetch: Callable[[Token | None], Steps[Token]]
    ) -> Steps[str]:
        """Return a token for *ask*: the one held, or what *fetch* makes of it."""
        while True:
            with self._lock:
                held, flight = self._held, self._flight
                if held is not None and self._serves(held, ask):
                    return held.access
                leads = flight is None
                if flight is None:
                    flight = self._flight = Flight()
            if not leads:
                yield from awaited(flight)
                continue
            failure: BaseException | None = None
            try:
                token = yield from fetch(held)
                if self._on_token is not None:
                    self._on_token(token)
                self._held = token
            except BaseException as error:
                failure = error
                raise
            finally:
                with self._lock:
                    self._flight = None
                flight.land(failure)
            return token.access

    def _serves(self, held: Token, ask: Ask) -> bool:
        """Return whether *held* will do for *ask*."""
        if held.access == ask.rejected or self._spent(held):
            return False
        return set(self._wanted(ask, None)) <= set(held.scopes)

    def _spent(self, held: Token) -> bool:
        """Return whether *held* is spent, or about to be."""
        return held.expires is not None and self._clock() >= held.expires

    def _wanted(self, ask: Ask, held: Token | None) -> tuple[str, ...]:
        """Return the scopes that a token for *ask* needs, beside those of *held*."""
        return ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"
