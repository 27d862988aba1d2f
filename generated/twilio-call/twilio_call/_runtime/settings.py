"""`Settings`: what a client was told when it was made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from .auth import Credentials
from .drift import OnDrift, log_drift
from .headers import header_fault
from .retry import RetryPolicy

if TYPE_CHECKING:
    from .hooks import OnRequest, OnResponse
    from .options import SharedOptions
    from .tracing import Tracer


class Settings(NamedTuple):
    """What holds for all calls of a client."""

    base_url: str
    headers: Mapping[str, str]
    auth: Credentials
    retry: RetryPolicy
    validate: bool
    strict: bool
    on_drift: OnDrift
    own_servers: Mapping[str, str] | None = None
    """What the variables of operations' own servers are; without it they are not used."""
    on_request: OnRequest | None = None
    on_response: OnResponse | None = None
    tracer: Tracer | None = None

    def base_of(self, server: str | None, chosen: str | None) -> str:
        """Return the base URL of a call: that *chosen* for it, else that of the
        operation's own *server*, else the client's.

        A server without a host is on the client's; raise `ValueError` for unusable ones.
        """
        if chosen is not None:
            return clean_base_url(chosen)
        if server is None:
            return self.base_url
        if server.startswith("/"):
            scheme, _, rest = self.base_url.partition("://")
            return f"{scheme}://{rest.partition('/')[0]}{server}"
        if self.own_servers is None:
            return self.base_url
        for name, value in self.own_servers.items():
            server = server.replace(f"{{{name}}}", value)
        return server

    def changed(self, options: SharedOptions) -> Settings:
        """Return these settings with *options* in their place; headers are added.

        Raises `ValueError` for unusable ones, as `make_settings` does.
        """
        headers = _clean_headers(options.get("headers") or {})
        return self._replace(
            headers={**self.headers, **headers},
            retry=options.get("retry", self.retry) or RetryPolicy(),
            validate=options.get("validate", self.validate),
            strict=options.get("strict", self.strict),
            on_drift=options.get("on_drift", self.on_drift) or log_drift,
            on_request=options.get("on_request", self.on_request),
            on_response=options.get("on_response", self.on_response),
            tracer=options.get("tracer", self.tracer),
        )


def make_settings(
    *,
    base_url: str,
    auth: Credentials,
    retry: RetryPolicy | None,
    validate: bool,
    strict: bool,
    on_drift: OnDrift | None,
    headers: Mapping[str, str] | None,
    own_servers: Mapping[str, str] | None = None,
    on_request: OnRequest | None = None,
    on_response: OnResponse | None = None,
    tracer: Tracer | None = None,
) -> Settings:
    """Return the settings, defaults filled in; raise `ValueError` for unusable ones."""
    return Settings(
        clean_base_url(base_url),
        _clean_headers(headers or {}),
        auth,
        retry or RetryPolicy(),
        validate,
        strict,
        on_drift or log_drift,
        own_servers,
        on_request,
        on_response,
        tracer,
    )


def clean_base_url(url: str) -> str:
    """Return *url* without a slash at its end; raise `ValueError` where it is no base.

    Credentials don't belong there: they would go to operations that ask for none.
    """
    parts = urlsplit(url)
    if "@" in parts.netloc:
        raise ValueError("base_url must not hold credentials")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"base_url must be an absolute http or https URL, not {url!r}")
    if "?" in url or "#" in url:
        raise ValueError(f"base_url must have no query or fragment: {url!r}")
    return url.rstrip("/")


def _clean_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return *headers*; raise `ValueError` for one that can't be sent."""
    for name, value in headers.items():
        if fault := header_fault(name, value):
            raise ValueError(f"header {name!r} {fault}")
    return {name.lower(): value for name, value in headers.items()}
