"""`MutualTls`: a certificate that the client shows when it connects."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .auth import Credential, from_env

if TYPE_CHECKING:
    from ssl import SSLContext


class ClientCertificate:
    """A certificate and its key, in PEM files; the key may be in that of the other.

    The repr does not show the *password* of the key.
    """

    __slots__ = ("_password", "certificate", "key")

    def __init__(
        self, certificate: str, key: str | None = None, password: str | None = None
    ) -> None:
        self.certificate = certificate
        self.key = key
        self._password = password

    def context(self) -> SSLContext:
        """Return what the HTTP library connects with, and shows this certificate by."""
        # Imported here so that start-up stays fast: it loads the HTTP library.
        import httpx2

        context = httpx2.create_ssl_context()
        context.load_cert_chain(self.certificate, self.key, self._password)
        return context

    def __repr__(self) -> str:
        return f"ClientCertificate({self.certificate!r}, {self.key!r})"


CertificateInput: TypeAlias = "str | ClientCertificate | SSLContext"
"""A path of a PEM file, both parts of a certificate, or what connections are made with."""


class MutualTls(Credential):
    """What connections are made with (RFC 8705, 2, and RFC 8446, 4.4.2).

    A transport or an HTTP client of the user's own shows the certificate that it was
    made with, instead of this one.
    """

    __slots__ = ("_certificate",)

    def __init__(
        self,
        certificate: CertificateInput | None = None,
        *,
        certificate_env: str | None = None,
    ) -> None:
        super().__init__("connection", "certificate", None, (certificate_env,))
        found = from_env(certificate_env) if certificate is None else certificate
        self._certificate = (
            ClientCertificate(found) if isinstance(found, str) and found else found
        )

    @property
    def ready(self) -> bool:
        """Whether there is a certificate."""
        return bool(self._certificate)

    def tls(self) -> SSLContext | None:
        """Return what connections are made with."""
        certificate = self._certificate
        if isinstance(certificate, ClientCertificate):
            return certificate.context()
        return None if isinstance(certificate, str) else certificate
