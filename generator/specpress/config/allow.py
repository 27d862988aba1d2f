"""What may be read from outside the inputs: hosts and folders that the settings name."""

from __future__ import annotations

import posixpath
import re
from typing import Final, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_LOOPBACK: Final = frozenset(("localhost", "127.0.0.1", "::1"))
_PORTS: Final = {"http": 80, "https": 443}


class Allowed(NamedTuple):
    """The entries of the setting: beginnings of URLs, and folders."""

    urls: tuple[str, ...]
    folders: tuple[str, ...]

    @classmethod
    def of(cls, entries: tuple[str, ...]) -> Allowed:
        """Return the *entries*, parted."""
        urls = tuple(entry for entry in entries if _URL.match(entry))
        return cls(urls, tuple(entry for entry in entries if entry not in urls))

    def allows(self, url: str) -> bool:
        """Return whether *url* begins with one of the URLs, at the end of a segment.

        >>> Allowed.of(("https://host/api/",)).allows("https://host/api/a.json")
        True
        >>> Allowed.of(("https://host/api",)).allows("https://host/api2.json")
        False
        """
        return any(_begins(url, entry) for entry in self.urls)


def bad_entry(entry: str) -> str | None:
    """Return why *entry* can't be an entry of the setting, or None.

    >>> bad_entry("http://host/")
    'only https, or http to this machine, can be allowed'
    """
    if not _URL.match(entry):
        return None if entry else "it is empty"
    parts = _parts(entry)
    if parts is None or not parts.hostname:
        return "it is no URL"
    if parts.query or parts.fragment or parts.username is not None:
        return "it may have a scheme, a host, a port and a path, and nothing else"
    if parts.scheme == "https" or (
        parts.scheme == "http" and parts.hostname in _LOOPBACK
    ):
        return None
    return "only https, or http to this machine, can be allowed"


def _begins(url: str, entry: str) -> bool:
    one, two = _parts(url), _parts(entry)
    if one is None or two is None or one.username is not None:
        return False
    if (one.scheme, one.hostname) != (two.scheme, two.hostname):
        return False
    if _port(one) != _port(two):
        return False
    path = unquote(one.path)
    if "\\" in path or posixpath.normpath(path or "/") != (path.rstrip("/") or "/"):
        return False  # what climbs out of a path does so after decoding
    root = unquote(two.path).rstrip("/")
    return path == root or path.startswith(f"{root}/")


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _port(parts: SplitResult) -> int | None:
    return parts.port or _PORTS.get(parts.scheme)
