"""The IR of security: the schemes there are, and what of them is needed together."""

from __future__ import annotations

from typing import Literal, TypeAlias

from specpress.ir.base import Node, Strict

FlowKind: TypeAlias = Literal[
    "implicit",
    "password",
    "clientCredentials",
    "authorizationCode",
    "deviceAuthorization",
]
"""The ways to an access token that OpenAPI 3.2 knows."""


class _Scheme(Node, frozen=True, kw_only=True):
    """What schemes share; names that end in ``_env`` are environment variables."""

    id: str
    description: str | None = None
    deprecated: bool = False


class BasicAuth(_Scheme, frozen=True, tag="basic", kw_only=True):
    """HTTP basic authentication (RFC 7617)."""

    username_env: str | None = None
    password_env: str | None = None


class DigestAuth(_Scheme, frozen=True, tag="digest", kw_only=True):
    """HTTP digest authentication (RFC 7616)."""

    username_env: str | None = None
    password_env: str | None = None


class BearerAuth(_Scheme, frozen=True, tag="bearer", kw_only=True):
    """A bearer token (RFC 6750); its *format* is for people."""

    format: str | None = None
    token_env: str | None = None


class HttpAuth(_Scheme, frozen=True, tag="http", kw_only=True):
    """Another *scheme* of HTTP (RFC 9110, 11.1), for which the caller has the value."""

    scheme: str
    value_env: str | None = None


class ApiKeyAuth(_Scheme, frozen=True, tag="apiKey", kw_only=True):
    """A key sent as the header, query parameter or cookie *name*."""

    name: str
    location: Literal["header", "query", "cookie"]
    key_env: str | None = None


class MutualTls(_Scheme, frozen=True, tag="mutualTLS", kw_only=True):
    """A certificate that the client shows when it connects (RFC 8446, 4.4.2)."""

    certificate_env: str | None = None


class Scope(Strict, frozen=True, kw_only=True):
    """What an access token may be good for, by its *name* (RFC 6749, 3.3)."""

    name: str
    description: str | None = None


class Flow(Node, frozen=True, kw_only=True):
    """One way to an access token, and the addresses on it: absolute, or relative to the
    server's (OpenAPI 3.2, 4.8.28)."""

    kind: FlowKind
    authorization_url: str | None = None
    token_url: str | None = None
    refresh_url: str | None = None
    device_url: str | None = None
    scopes: tuple[Scope, ...] = ()


class OAuth2(_Scheme, frozen=True, tag="oauth2", kw_only=True):
    """An access token of OAuth 2.0 (RFC 6749); *metadata_url* tells more (RFC 8414)."""

    flows: tuple[Flow, ...] = ()
    metadata_url: str | None = None
    token_env: str | None = None
    client_id_env: str | None = None
    client_secret_env: str | None = None


class OpenIdConnect(_Scheme, frozen=True, tag="openIdConnect", kw_only=True):
    """An access token by what the discovery document at *url* says of its issuer."""

    url: str | None = None
    token_env: str | None = None
    client_id_env: str | None = None
    client_secret_env: str | None = None


SecurityScheme: TypeAlias = (
    BasicAuth
    | DigestAuth
    | BearerAuth
    | HttpAuth
    | ApiKeyAuth
    | MutualTls
    | OAuth2
    | OpenIdConnect
)


class Scopes(Strict, frozen=True, kw_only=True):
    """The *names* of scopes, or of roles, that a *scheme* has to give."""

    scheme: str
    names: tuple[str, ...]


class Requirement(Node, frozen=True, kw_only=True):
    """Security schemes that are needed together: an empty one means anonymous.

    *scopes* has those of its schemes that need any.
    """

    schemes: tuple[str, ...] = ()
    scopes: tuple[Scopes, ...] = ()
