"""URIs of files: below the inputs' root a path with slashes, elsewhere absolute."""

from __future__ import annotations

import posixpath
import re
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_DRIVE: Final = re.compile(r"[A-Za-z]:[\\/]")


def is_remote(uri: str) -> bool:
    """Return whether *uri* names a scheme or a host, so that it is no path.

    >>> is_remote("https://host/a.json"), is_remote("//host/a.json"), is_remote("a/b")
    (True, True, False)
    """
    return _SCHEME.match(uri) is not None


def is_outside(uri: str) -> bool:
    """Return whether *uri*, a path, leads out of the inputs' root.

    >>> is_outside("../a.yaml"), is_outside("/etc/a.yaml"), is_outside("a/b.yaml")
    (True, True, False)
    """
    up = uri == ".." or uri.startswith(("../", "/"))
    return up or _DRIVE.match(uri) is not None


def join(base: str, reference: str) -> str:
    """Return the URI that *reference*, without a fragment, means in *base* (RFC 3986).

    Paths are percent-decoded. Raises ValueError when *reference* is none.

    >>> join("a/b.yaml", "../c%20d.yaml#/x")
    'c d.yaml'
    >>> join("https://host/a/b.json", "c.json")
    'https://host/a/c.json'
    """
    parts = urlsplit(reference)
    if is_remote(base) or is_remote(reference):
        joined = urljoin(base, reference) if is_remote(base) else reference
        return joined.partition("#")[0]
    path = unquote(parts.path) if not _DRIVE.match(reference) else reference
    if not path:
        return base
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path))


def stem(uri: str) -> str:
    """Return the name of the file *uri* without folders and suffix.

    >>> stem("models/pet.schema.yaml")
    'pet.schema'
    """
    name = posixpath.basename(urlsplit(uri).path if is_remote(uri) else uri)
    return posixpath.splitext(name)[0]
