"""The settings of security schemes; what they hold are names, never secrets."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta


class _Auth(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="type",
):
    """What all tables share: unknown keys are refused."""


class Basic(_Auth, frozen=True, kw_only=True, tag="basic"):
    """HTTP basic authentication; the values are names of environment variables."""

    username_env: Annotated[
        str | None, Meta(description="The environment variable with the user name.")
    ] = None
    password_env: Annotated[
        str | None, Meta(description="The environment variable with the password.")
    ] = None


class Digest(_Auth, frozen=True, kw_only=True, tag="digest"):
    """HTTP digest authentication; the values are names of environment variables."""

    username_env: Annotated[
        str | None, Meta(description="The environment variable with the user name.")
    ] = None
    password_env: Annotated[
        str | None, Meta(description="The environment variable with the password.")
    ] = None


class Bearer(_Auth, frozen=True, kw_only=True, tag="bearer"):
    """A bearer token; the value is the name of an environment variable."""

    token_env: Annotated[
        str | None, Meta(description="The environment variable with the token.")
    ] = None


class Http(_Auth, frozen=True, kw_only=True, tag="http"):
    """Another scheme of HTTP, whose values the caller makes."""

    scheme: Annotated[str, Meta(description="The name of the scheme.")]
    value_env: Annotated[
        str | None,
        Meta(description="The environment variable with what follows the name."),
    ] = None


class ApiKey(_Auth, frozen=True, kw_only=True, tag="api-key"):
    """An API key: *name* is that of the header, query parameter or cookie."""

    name: Annotated[
        str, Meta(description="The name of the header, query parameter or cookie.")
    ]
    location: Annotated[
        Literal["header", "query", "cookie"], Meta(description="Where the key goes.")
    ] = "header"
    key_env: Annotated[
        str | None, Meta(description="The environment variable with the key.")
    ] = None


class MutualTls(_Auth, frozen=True, kw_only=True, tag="mutual-tls"):
    """A certificate of the client's own."""

    certificate_env: Annotated[
        str | None,
        Meta(
            description="The environment variable with the path of a PEM file that "
            "holds the certificate and its key."
        ),
    ] = None


class OAuth2(_Auth, frozen=True, kw_only=True, tag="oauth2"):
    """An access token of OAuth 2.0, or what gets one."""

    token_env: Annotated[
        str | None, Meta(description="The environment variable with an access token.")
    ] = None
    client_id_env: Annotated[
        str | None,
        Meta(description="The environment variable with the id of the client."),
    ] = None
    client_secret_env: Annotated[
        str | None,
        Meta(description="The environment variable with the secret of the client."),
    ] = None
    token_url: Annotated[
        str | None,
        Meta(
            description="Where the client gets tokens for its credentials, if the "
            "description does not say it."
        ),
    ] = None
    discovery_url: Annotated[
        str | None,
        Meta(
            description="Where the issuer's metadata are (OpenID Connect Discovery or "
            "RFC 8414), if the description does not say it."
        ),
    ] = None


Auth: TypeAlias = Basic | Digest | Bearer | Http | ApiKey | MutualTls | OAuth2
