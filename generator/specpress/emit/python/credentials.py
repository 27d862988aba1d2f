"""Credentials: the constructor arguments that each security scheme asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

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


@dataclass(frozen=True, slots=True)
class CredentialPlan:
    """One scheme: its *arguments* by part (``username`` ...), and how it is made.

    *envs* are the environment variables that stand in for the arguments, by part.
    """

    scheme: SecurityScheme
    arguments: dict[str, str]
    envs: dict[str, str]

    @property
    def kind(self) -> str:
        """The name of the run-time class."""
        match self.scheme:
            case BasicAuth():
                return "Basic"
            case BearerAuth() | OAuth2() | OpenIdConnect():
                return "Bearer"
            case ApiKeyAuth():
                return "ApiKey"
            case DigestAuth() | HttpAuth() | MutualTls():
                raise ValueError(f"no client has {self.scheme.id!r}")
            case _:
                assert_never(self.scheme)

    @property
    def made(self) -> str:
        """The entry of the client's table of credentials."""
        items: list[str] = []
        if isinstance(self.scheme, ApiKeyAuth):
            items += [string(self.scheme.name), string(self.scheme.location)]
        items += self.arguments.values()
        items += [f"{part}_env={string(name)}" for part, name in self.envs.items()]
        return bracketed(
            f"{string(self.scheme.id)}: {self.kind}(", items, ")", indent=16, after=1
        )


def plan_credentials(api: Api) -> tuple[CredentialPlan, ...]:
    """Return the plans of the security schemes that operations of *api* need."""
    needed = {
        scheme
        for operation in api.operations
        for requirement in operation.security
        for scheme in requirement.schemes
    }
    none = (DigestAuth, HttpAuth, MutualTls)
    used = [s for s in api.schemes if s.id in needed and not isinstance(s, none)]
    scope = Scope({"self", "base_url", *CLIENT_OPTIONS})
    many = len(used) > 1
    return tuple(_plan(scheme, scope, prefix=many) for scheme in used)


def _plan(scheme: SecurityScheme, scope: Scope, *, prefix: bool) -> CredentialPlan:
    match scheme:
        case BasicAuth():
            parts = {"username": scheme.username_env, "password": scheme.password_env}
            words = {"username": "username", "password": "password"}
        case BearerAuth() | OAuth2() | OpenIdConnect():
            parts, words = {"token": scheme.token_env}, {"token": "token"}
        case ApiKeyAuth():
            parts, words = {"key": scheme.key_env}, {"key": "api_key"}
        case DigestAuth() | HttpAuth() | MutualTls():
            parts, words = {}, {}
        case _:
            assert_never(scheme)
    lead = snake(scheme.id, "auth").strip("_") if prefix else ""
    arguments = {part: scope.add(_argument(lead, word)) for part, word in words.items()}
    return CredentialPlan(
        scheme, arguments, {part: env for part, env in parts.items() if env}
    )


def _argument(lead: str, word: str) -> str:
    """Return *word* after *lead*, unless *lead* ends with it or is empty.

    >>> _argument("desk", "api_key"), _argument("access_token", "token")
    ('desk_api_key', 'access_token')
    """
    if not lead or lead == word or lead.endswith(f"_{word}"):
        return lead or word
    return f"{lead}_{word}"
