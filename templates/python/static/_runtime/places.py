"""`Places`: where an authorization server is spoken to, and whether that is safe."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from .tokens import TokenError

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Places(NamedTuple):
    """The addresses of one way to a token, absolute or relative to the API's server.

    *issuer* and *methods*, how a client may authenticate, are known from metadata only.
    """

    token: str | None = None
    authorization: str | None = None
    refresh: str | None = None
    device: str | None = None
    issuer: str | None = None
    methods: tuple[str, ...] = ()

    def over(self, other: Places) -> Places:
        """Return these places, and those of *other* where there are none."""
        return Places(
            self.token or other.token,
            self.authorization or other.authorization,
            self.refresh or other.refresh,
            self.device or other.device,
            self.issuer or other.issuer,
            self.methods or other.methods,
        )

    def at(self, base: str) -> Places:
        """Return these places with those that are relative below *base*."""

        def whole(url: str | None) -> str | None:
            return url and urljoin(f"{base}/", url)

        return self._replace(
            token=whole(self.token),
            authorization=whole(self.authorization),
            refresh=whole(self.refresh),
            device=whole(self.device),
        )


def secure(url: str | None, what: str, *, allow_http: bool) -> str:
    """Return *url*; raise `TokenError` where secrets must not be sent to it.

    That is anything but https, and http on this very machine (RFC 6749, 3.1.2.1 and
    3.2; RFC 8252, 8.3).
    """
    if not url:
        raise TokenError("nowhere", f"the {what} is not known; pass it")
    parts = urlsplit(url)
    local = parts.scheme == "http" and (allow_http or parts.hostname in _LOOPBACK)
    if parts.scheme != "https" and not local:
        raise TokenError(url, f"the {what} is not https; `allow_http=True` allows it")
    return url
