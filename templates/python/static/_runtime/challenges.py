"""`Challenge`: what a server asks of digest authentication, and the answer's hashes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

_ALGORITHMS = {
    "MD5": "md5",
    "SHA-256": "sha256",
    "SHA-512-256": "sha512_256",
}
"""Names of algorithms (RFC 7616, 6.1), and Python's of them."""

_TOKEN = r"[A-Za-z0-9!#$%&'*+.^_`|~-]+"
_PART = re.compile(rf'({_TOKEN})(?:\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,"]+))?')


class Challenge:
    """One challenge with an *algorithm* and a *qop* that the client knows."""

    __slots__ = (
        "_hash",
        "_session",
        "algorithm",
        "nonce",
        "opaque",
        "qop",
        "realm",
        "stale",
        "told",
        "userhash",
        "utf8",
    )

    def __init__(self, told: dict[str, str]) -> None:
        self.told = told
        self.algorithm = told.get("algorithm", "")
        name = (self.algorithm or "MD5").upper()
        self._session = name.endswith("-SESS")
        self._hash = _ALGORITHMS.get(name.removesuffix("-SESS"), "")
        self.realm = told.get("realm", "")
        self.nonce = told.get("nonce", "")
        self.opaque = told.get("opaque")
        offered = told.get("qop", "").replace(",", " ").lower().split()
        known = [qop for qop in ("auth", "auth-int") if qop in offered]
        self.qop = known[0] if known else None if offered else ""
        self.stale = told.get("stale", "").lower() == "true"
        self.userhash = told.get("userhash", "").lower() == "true"
        self.utf8 = told.get("charset", "").upper() == "UTF-8"

    @property
    def known(self) -> bool:
        """Whether it can be answered."""
        # Imported here so that start-up stays fast: it loads OpenSSL.
        from hashlib import algorithms_available

        known = self._hash in algorithms_available
        return known and self.qop is not None and bool(self.nonce)

    def renewed(self, nonce: str) -> Challenge:
        """Return this challenge with another *nonce*."""
        return Challenge({**self.told, "nonce": nonce})

    def hash(self, data: bytes) -> str:
        """Return the hash of *data*, in hexadecimal."""
        # Imported here so that start-up stays fast: it loads OpenSSL.
        from hashlib import new

        return new(self._hash, data, usedforsecurity=False).hexdigest()

    def response(
        self,
        secret: str,
        method: str,
        target: str,
        content: bytes,
        *,
        count: str,
        cnonce: str,
    ) -> str:
        """Return the response (RFC 7616, 3.4.1) that proves *secret*, which is
        ``user:realm:password``, for one request."""
        key = self.hash(secret.encode())
        if self._session:
            key = self.hash(f"{key}:{self.nonce}:{cnonce}".encode())
        what = f"{method}:{target}"
        if self.qop == "auth-int":
            what += f":{self.hash(content)}"
        proof = self.hash(what.encode())
        between = f"{count}:{cnonce}:{self.qop}:" if self.qop else ""
        return self.hash(f"{key}:{self.nonce}:{between}{proof}".encode())


def parameters(text: str) -> dict[str, str]:
    """Return the parameters in *text*, by their names in small letters."""
    return dict(_parameters(text))


def _parameters(text: str) -> Iterator[tuple[str, str]]:
    for match in _PART.finditer(text):
        name, value = match[1], match[2]
        if value is not None:
            if value.startswith('"'):
                value = re.sub(r"\\(.)", r"\1", value[1:-1])
            yield name.lower(), value


def digests(headers: Iterable[str]) -> list[Challenge]:
    """Return the digest challenges in *headers* that can be answered, in order.

    A header may have several challenges, of several schemes (RFC 9110, 11.6.1).
    """
    found: list[Challenge] = []
    for header in headers:
        starts = [m.start() for m in _PART.finditer(header) if m[2] is None]
        for start, end in pairwise([*starts, len(header)]):
            scheme, _, rest = header[start:end].partition(" ")
            if scheme.lower() == "digest":
                found.append(Challenge(parameters(rest)))
    return [challenge for challenge in found if challenge.known]
