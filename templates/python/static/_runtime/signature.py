"""`Signature`: whether a webhook comes from whom it says, by HMAC-SHA256 (RFC 2104)."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, Self


class SignatureError(ValueError):
    """What came is not signed with any of the secrets, or not now."""


class Scheme(NamedTuple):
    """How signatures are made: what is *signed*, joined by dots, and how they are sent.

    The *header* has them, several parted by *between*, each after its *mark*. A time is
    in a header of its own or among them after a *time_mark*. A secret is text, or with
    *encoded* base64 of one, maybe after a *secret_mark*.
    """

    header: str
    signed: tuple[Literal["id", "timestamp", "body"], ...] = ("body",)
    encoding: Literal["hex", "base64"] = "hex"
    mark: str = ""
    between: str = ""
    id_header: str = ""
    time_header: str = ""
    time_mark: str = ""
    encoded: bool = False
    secret_mark: str = ""


STANDARD = Scheme(
    "webhook-signature",
    ("id", "timestamp", "body"),
    "base64",
    mark="v1,",
    between=" ",
    id_header="webhook-id",
    time_header="webhook-timestamp",
    encoded=True,
    secret_mark="whsec_",
)
"""Standard Webhooks 1.0.0 (https://www.standardwebhooks.com), "Signature scheme"."""


class Signature:
    """Checks signatures of a *scheme* by *secrets*: any of them will do, so that one can
    replace another. Times are at most *tolerance* seconds off by *clock*."""

    __slots__ = ("_clock", "_keys", "_scheme", "_tolerance")

    def __init__(
        self,
        scheme: Scheme,
        *secrets: str | bytes,
        tolerance: float = 300,
        clock: Callable[[], float] = time.time,
    ) -> None:
        if not secrets or not all(secrets):
            raise ValueError("a signature can't be checked without a secret")
        self._scheme = scheme
        self._keys = tuple(_key(scheme, secret) for secret in secrets)
        self._tolerance = tolerance
        self._clock = clock

    @classmethod
    def plain(
        cls,
        header: str,
        *secrets: str | bytes,
        mark: str = "",
        encoding: Literal["hex", "base64"] = "hex",
    ) -> Self:
        """Return what checks signatures of the body alone: ``X-Signature: sha256=...``
        has the *mark* ``sha256=``."""
        return cls(Scheme(header, encoding=encoding, mark=mark), *secrets)

    @classmethod
    def timestamped(
        cls,
        header: str,
        *secrets: str | bytes,
        tolerance: float = 300,
        clock: Callable[[], float] = time.time,
    ) -> Self:
        """Return what checks a time and signatures: ``X-Signature: t=...,v1=...``."""
        signed: tuple[Literal["timestamp", "body"], ...] = ("timestamp", "body")
        scheme = Scheme(header, signed, mark="v1=", between=",", time_mark="t=")
        return cls(scheme, *secrets, tolerance=tolerance, clock=clock)

    @classmethod
    def standard(
        cls,
        *secrets: str | bytes,
        tolerance: float = 300,
        clock: Callable[[], float] = time.time,
    ) -> Self:
        """Return what checks Standard Webhooks, by secrets such as ``whsec_...``."""
        return cls(STANDARD, *secrets, tolerance=tolerance, clock=clock)

    def __repr__(self) -> str:
        return f"<Signature {self._scheme.header}, {len(self._keys)} secrets>"

    def verify(self, body: bytes | str, headers: Mapping[str, str]) -> None:
        """Check the signature of *body*, the bytes as they came, in *headers*.

        Raises SignatureError where it is not there, wrong, or too old or new.
        """
        # Imported here so that the import of a client stays fast.
        from hmac import compare_digest, digest

        scheme = self._scheme
        given = {name.lower(): value for name, value in headers.items()}
        text = _sent(given, scheme.header)
        parts = text.split(scheme.between) if scheme.between else [text]
        parts = [part.strip() for part in parts]
        raw = body.encode() if isinstance(body, str) else body
        signed = {"body": raw}
        if "timestamp" in scheme.signed:
            signed["timestamp"] = self._timely(given, parts).encode()
        if "id" in scheme.signed:
            signed["id"] = _sent(given, scheme.id_header).encode()
        data = b".".join(signed[part] for part in scheme.signed)
        made = [digest(key, data, "sha256") for key in self._keys]
        sent = [
            _bytes(part.removeprefix(scheme.mark), scheme.encoding)
            for part in parts
            if part.startswith(scheme.mark)
        ]
        fits = [compare_digest(ours, theirs) for ours in made for theirs in sent]
        if True not in fits:
            raise SignatureError("no signature is that of a known secret")

    def _timely(self, given: Mapping[str, str], parts: list[str]) -> str:
        """Return the time that is signed, which must be about now."""
        mark = self._scheme.time_mark
        marked = [part.removeprefix(mark) for part in parts if part.startswith(mark)]
        if self._scheme.time_header:
            text = _sent(given, self._scheme.time_header)
        elif mark and marked:
            text = marked[0]
        else:
            raise SignatureError("there is no timestamp")
        if not (text.isascii() and text.isdigit()):
            raise SignatureError("the timestamp is no number of seconds")
        if abs(self._clock() - int(text)) > self._tolerance:
            raise SignatureError("the timestamp is too far from now")
        return text


def _sent(given: Mapping[str, str], name: str) -> str:
    """Return the header *name*."""
    text = given.get(name.lower())
    if text is None:
        raise SignatureError(f"there is no header {name}")
    return text


def _key(scheme: Scheme, secret: str | bytes) -> bytes:
    """Return the bytes that *secret* stands for."""
    raw = secret.encode() if isinstance(secret, str) else secret
    if not scheme.encoded:
        return raw
    key = _bytes(raw.removeprefix(scheme.secret_mark.encode()).decode(), "base64")
    if not key:
        raise ValueError("the secret is not base64")
    return key


def _bytes(text: str, encoding: Literal["hex", "base64"]) -> bytes:
    """Return what *text* encodes; nothing where it does not."""
    # Imported here so that the import of a client stays fast.
    from base64 import b64decode

    try:
        if encoding == "hex":
            return bytes.fromhex(text)
        return b64decode(text, validate=True)
    except ValueError:
        return b""
