"""Credentials: the constructor arguments that each security scheme asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, assert_never

from specpress.emit.python.grants import flow_table, grants_of
from specpress.emit.python.reserved import CLIENT_OPTIONS
from specpress.emit.python.shape import bracketed, string
from specpress.emit.python.symbols import Scope, snake
from specpress.ir.nodes import Api
from specpress.ir.security import (
    ApiKeyAuth,
    BasicAuth,
    BearerAuth,
    DigestAuth,
    HttpAuth,
    MutualTls,
    OAuth2,
    OpenIdConnect,
    SecurityScheme,
)

_TEXT: Final = "str"


@dataclass(frozen=True, slots=True)
class Kind:
    """How schemes of one kind are passed and made.

    *words* are what its arguments are called, by part. *made* is the run-time class;
    *takes* is the type of an argument, with an ``Async`` one beside it where *twice*.
    *exports* are the names beside the client that its users need, by their modules.
    """

    made: str
    words: dict[str, str]
    takes: str = _TEXT
    twice: bool = False
    exports: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class CredentialPlan:
    """One scheme: its *arguments* by part (``username`` ...), and how it is made.

    *envs* are the environment variables that stand in for the arguments, by part.
    """

    scheme: SecurityScheme
    kind: Kind
    arguments: dict[str, str]
    envs: dict[str, str]

    @property
    def made(self) -> str:
        """The entry of the client's table of credentials."""
        scheme = self.scheme
        items: list[str] = []
        if isinstance(scheme, ApiKeyAuth):
            items += [string(scheme.name), string(scheme.location)]
        if isinstance(scheme, HttpAuth):
            items.append(string(scheme.scheme))
        items += self.arguments.values()
        if self.kind.made == _OAUTH and isinstance(scheme, OAuth2):
            items += flow_table(scheme.flows, indent=20)
        if self.kind.made == _OAUTH and (url := _metadata(scheme)):
            items.append(f"metadata={string(url)}")
        items += [f"{part}_env={string(name)}" for part, name in self.envs.items()]
        head = f"{string(scheme.id)}: {self.kind.made}("
        return bracketed(head, items, ")", indent=16, after=1)

    def parameters(self, prefix: str) -> list[str]:
        """Return the parameters of the constructor of the client *prefix*\\ ``Client``."""
        takes = self.takes(prefix)
        return [f"{name}: {takes} | None = None" for name in self.arguments.values()]

    def takes(self, prefix: str) -> str:
        """Return the type of its arguments in the client *prefix*\\ ``Client``."""
        return f"{prefix if self.kind.twice else ''}{self.kind.takes}"


_OAUTH: Final = "OAuth2"
_USER: Final = {"username": "username", "password": "password"}
_ASK: Final = {"Ask": "_runtime.live"}


def plan_credentials(api: Api) -> tuple[CredentialPlan, ...]:
    """Return the plans of the security schemes that operations of *api* need."""
    needed = {
        scheme
        for operation in api.operations
        for requirement in operation.security
        for scheme in requirement.schemes
    }
    used = [scheme for scheme in api.schemes if scheme.id in needed]
    scope = Scope({"self", "base_url", *CLIENT_OPTIONS})
    many = len(used) > 1
    return tuple(_plan(scheme, scope, prefix=many) for scheme in used)


def kind_of(scheme: SecurityScheme) -> Kind:
    """Return how *scheme* is passed and made.

    A token that the client has no way to fetch is passed like any bearer token.
    """
    match scheme:
        case BasicAuth():
            return Kind("Basic", _USER)
        case DigestAuth():
            return Kind("Digest", _USER)
        case BearerAuth():
            return Kind("Bearer", {"token": "token"})
        case OAuth2() | OpenIdConnect():
            grants = grants_of(scheme)
            if not grants:
                return Kind("Bearer", {"token": "token"})
            return Kind(_OAUTH, {"token": "token"}, "TokenInput", True, _ASK | grants)
        case HttpAuth():
            return Kind("Http", {"value": "authorization"}, "ValueInput", True, _ASK)
        case ApiKeyAuth():
            return Kind("ApiKey", {"key": "api_key"})
        case MutualTls():
            exports = {"ClientCertificate": "_runtime.certificate"}
            words = {"certificate": "certificate"}
            return Kind("MutualTls", words, "CertificateInput", exports=exports)
        case _:
            assert_never(scheme)


def environment(scheme: SecurityScheme) -> dict[str, str]:
    """Return the environment variables that *scheme* may come from, by part."""
    match scheme:
        case BasicAuth() | DigestAuth():
            parts = {"username": scheme.username_env, "password": scheme.password_env}
        case BearerAuth():
            parts = {"token": scheme.token_env}
        case OAuth2() | OpenIdConnect():
            parts = {
                "token": scheme.token_env,
                "client_id": scheme.client_id_env,
                "client_secret": scheme.client_secret_env,
            }
        case HttpAuth():
            parts = {"value": scheme.value_env}
        case ApiKeyAuth():
            parts = {"key": scheme.key_env}
        case MutualTls():
            parts = {"certificate": scheme.certificate_env}
        case _:
            assert_never(scheme)
    return {part: name for part, name in parts.items() if name}


def _metadata(scheme: SecurityScheme) -> str | None:
    match scheme:
        case OAuth2(metadata_url=url) | OpenIdConnect(url=url):
            return url
        case _:
            return None


def _plan(scheme: SecurityScheme, scope: Scope, *, prefix: bool) -> CredentialPlan:
    kind = kind_of(scheme)
    lead = snake(scheme.id, "auth").strip("_") if prefix else ""
    arguments = {
        part: scope.add(_argument(lead, word)) for part, word in kind.words.items()
    }
    envs = environment(scheme)
    if kind.made != _OAUTH:
        envs = {part: name for part, name in envs.items() if part in kind.words}
    return CredentialPlan(scheme, kind, arguments, envs)


def _argument(lead: str, word: str) -> str:
    """Return *word* after *lead*, unless *lead* ends with it or is empty.

    >>> _argument("desk", "api_key"), _argument("access_token", "token")
    ('desk_api_key', 'access_token')
    """
    if not lead or lead == word or lead.endswith(f"_{word}"):
        return lead or word
    return f"{lead}_{word}"
