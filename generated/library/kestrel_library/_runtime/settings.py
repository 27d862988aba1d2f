"""`Settings`: what a client was told when it was made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from .auth import Credentials
from .drift import OnDrift, log_drift
from .headers import header_fault
from .retry import RetryPolicy


class Settings(NamedTuple):
    """What holds for all calls of a client."""

    base_url: str
    headers: Mapping[str, str]
    auth: Credentials
    retry: RetryPolicy
    validate: bool
    strict: bool
    on_drift: OnDrift
    own_servers: bool = False


def make_settings(
    *,
    base_url: str,
    auth: Credentials,
    retry: RetryPolicy | None,
    validate: bool,
    strict: bool,
    on_drift: OnDrift | None,
    headers: Mapping[str, str] | None,
    own_servers: bool = False,
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
