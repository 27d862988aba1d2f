"""Signatures of webhooks: checked by any secret, in time, and kept secret."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from hmac import digest

import pytest

from __package_name__._runtime.signature import Scheme, Signature, SignatureError

NOW = 1614265330
KEY = base64.b64encode(b"k" * 24).decode()
BODY = b'{"a": "\xc3\xbc"}'


def made(key: bytes, text: bytes) -> bytes:
    """Return the HMAC-SHA256 of *text*."""
    return digest(key, text, "sha256")


def standard(key: bytes = b"k" * 24, at: int = NOW) -> dict[str, str]:
    """Return the headers of Standard Webhooks for `BODY`, after a signature of another."""
    text = base64.b64encode(made(key, b"id.%d.%s" % (at, BODY))).decode()
    sent = {"Webhook-Id": "id", "Webhook-Timestamp": str(at)}
    return sent | {"Webhook-Signature": f"v1,AAAA v1,{text} v2,{text}"}


def test_a_vector_of_others() -> None:
    """The second test case of RFC 4231 is signed, in hex and in base64."""
    text, code = b"what do ya want for nothing?", (
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    )
    Signature.plain("X-S", "Jefe", mark="sha256=").verify(
        text, {"x-s": f"sha256={code}"}
    )
    coded = base64.b64encode(bytes.fromhex(code)).decode()
    Signature.plain("X-S", b"Jefe", encoding="base64").verify(text, {"x-s": coded})


@pytest.mark.parametrize("secret", [KEY, f"whsec_{KEY}", f"whsec_{KEY}".encode()])
def test_standard_webhooks(secret: str | bytes) -> None:
    """One of several signatures will do, by a secret with or without its mark."""
    Signature.standard(secret, clock=lambda: NOW + 299).verify(BODY, standard())


def test_secrets_replace_each_other() -> None:
    """With several secrets, what either signed passes, and what a third did not."""
    other = base64.b64encode(b"o" * 24).decode()
    both = Signature.standard(other, KEY, clock=lambda: NOW)
    both.verify(BODY, standard())
    both.verify(BODY, standard(b"o" * 24))
    with pytest.raises(SignatureError, match="no signature"):
        both.verify(BODY, standard(b"x" * 24))


def test_a_time_beside_signatures() -> None:
    """A time among the signatures is signed with the body."""
    code = made(b"key", b"%d.%s" % (NOW, BODY)).hex()
    known = Signature.timestamped("X-S", "key", clock=lambda: NOW - 300)
    known.verify(BODY.decode(), {"X-S": f"t={NOW}, v1=00, v1={code}, v0={code}"})
    with pytest.raises(SignatureError, match="no signature"):
        known.verify(BODY, {"X-S": f"t={NOW - 1},v1={code}"})


@pytest.mark.parametrize(
    ("headers", "body", "message"),
    [
        (standard(), BODY + b" ", "no signature"),
        (standard(at=NOW - 301), BODY, "too far"),
        (standard(at=NOW + 301), BODY, "too far"),
        (standard() | {"Webhook-Timestamp": "soon"}, BODY, "no number"),
        (standard() | {"Webhook-Id": "other"}, BODY, "no signature"),
        (standard() | {"Webhook-Signature": "v1,%%% v1, v2"}, BODY, "no signature"),
        ({"Webhook-Id": "id"}, BODY, "no header webhook-signature"),
        ({"Webhook-Signature": "v1,"}, BODY, "no header webhook-timestamp"),
    ],
)
def test_what_is_refused(headers: Mapping[str, str], body: bytes, message: str) -> None:
    """What is changed, late, early or not signed is refused, whatever it holds."""
    with pytest.raises(SignatureError, match=message) as caught:
        Signature.standard(KEY, clock=lambda: NOW).verify(body, headers)

    assert KEY not in str(caught.value)


def test_times_that_are_missing() -> None:
    """A signature without the time that it should come with is refused."""
    with pytest.raises(SignatureError, match="no timestamp"):
        Signature.timestamped("X-S", "key").verify(BODY, {"X-S": "v1=00"})


@pytest.mark.parametrize("secrets", [(), ("",), ("not base64",)])
def test_secrets_that_are_none(secrets: tuple[str, ...]) -> None:
    """Without a secret nothing is checked, so there must be one."""
    with pytest.raises(ValueError, match="secret"):
        Signature.standard(*secrets)


def test_secrets_are_not_shown() -> None:
    """What a signature is shown as has no secret in it."""
    shown = repr(Signature(Scheme("X-S"), "hidden", "other"))

    assert "hidden" not in shown
    assert "2 secrets" in shown
