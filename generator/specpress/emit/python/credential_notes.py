"""What a client's README says of its credentials, one note a scheme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from specpress.emit.markdown import inert
from specpress.emit.prose import plain_text
from specpress.emit.python.credentials import CredentialPlan
from specpress.emit.python.grants import flows_of
from specpress.emit.python.shape import from_import
from specpress.emit.render import Snippet
from specpress.ir.security import (
    ApiKeyAuth,
    BasicAuth,
    BearerAuth,
    DigestAuth,
    FlowKind,
    HttpAuth,
    MutualTls,
    OAuth2,
    OpenIdConnect,
)

_EXAMPLES: Final[dict[FlowKind, str]] = {
    "implicit": "",
    "password": 'OAuth2Password("user", "password", "client id")  # deprecated: RFC 9700',
    "clientCredentials": 'OAuth2ClientCredentials("client id", "client secret")',
    "authorizationCode": 'OAuth2AuthorizationCode(LoopbackRedirect(), "client id")',
    "deviceAuthorization": 'OAuth2DeviceCode(print, "client id")',
}


@dataclass(frozen=True, slots=True)
class CredentialNote:
    """One scheme: its *arguments*, what it is *about*, its *scopes*, and the *code*
    that shows what may be passed, empty where that is a text."""

    arguments: Snippet
    about: Snippet
    scopes: tuple[Snippet, ...]
    code: Snippet


def notes(plans: Sequence[CredentialPlan], package: str) -> tuple[CredentialNote, ...]:
    """Return the notes of *plans*, for the client *package*."""
    return tuple(_note(plan, package) for plan in plans)


def _note(plan: CredentialPlan, package: str) -> CredentialNote:
    scheme = plan.scheme
    about = [_kind(plan)]
    if scheme.deprecated:
        about.append("Deprecated.")
    if said := plain_text(scheme.description or ""):
        about.append(" ".join(inert(said).split()))
    names = [f"`{name}`" for name in plan.arguments.values()]
    scopes: list[str] = []
    if isinstance(scheme, OAuth2):
        told = {s.name: s.description for flow in scheme.flows for s in flow.scopes}
        scopes = [_scope(name, text or "") for name, text in told.items()]
    return CredentialNote(
        arguments=Snippet(", ".join(names)),
        about=Snippet(" ".join(about)),
        scopes=tuple(map(Snippet, scopes)),
        code=_code(plan, package),
    )


def _scope(name: str, text: str) -> str:
    said = " ".join(inert(plain_text(text)).split())
    shown = f"`{name}`" if "`" not in name and name.isprintable() else inert(name)
    return f"{shown}: {said}" if said else shown


def _kind(plan: CredentialPlan) -> str:
    """Return what the scheme of *plan* is, as a sentence."""
    match plan.scheme:
        case BasicAuth():
            return "HTTP basic authentication."
        case DigestAuth():
            return "HTTP digest authentication."
        case BearerAuth(format=format):
            kind = f" ({inert(format)})" if format else ""
            return f"A bearer token{kind}."
        case HttpAuth(scheme=word):
            return (
                f"What follows {inert(word)} in the Authorization header, or a "
                "function that makes it."
            )
        case ApiKeyAuth(name=name, location="header"):
            return f"An API key, sent as the header {inert(name)}."
        case ApiKeyAuth(name=name, location="query"):
            return f"An API key, sent as the query parameter {inert(name)}."
        case ApiKeyAuth(name=name):
            return f"An API key, sent as the cookie {inert(name)}."
        case MutualTls():
            return (
                "The certificate to connect with: the path of a PEM file, a "
                "`ClientCertificate` or an SSL context. A `transport` or `http_client` "
                "of your own brings its own."
            )
        case OAuth2() | OpenIdConnect() as scheme:
            kind = "OAuth 2.0" if isinstance(scheme, OAuth2) else "OpenID Connect"
            if not plan.kind.twice:
                return f"An access token of {kind}, as a text."
            return (
                f"An access token of {kind}: as a text, as a function that gives one, "
                "or as what gets and renews one."
            )
        case _:
            assert_never(plan.scheme)


def _code(plan: CredentialPlan, package: str) -> Snippet:
    scheme = plan.scheme
    if not isinstance(scheme, OAuth2 | OpenIdConnect) or not plan.kind.twice:
        return Snippet("")
    examples = [_EXAMPLES[kind] for kind in flows_of(scheme)]
    examples.append('OAuth2RefreshToken("refresh token", "client id")')
    shown = " ".join(examples)
    kept = plan.kind.exports.keys() - {"Ask", "Token", "TokenError", "DevicePrompt"}
    names = [name for name in sorted(kept) if f"{name}(" in shown]
    return Snippet("\n".join([from_import(package, names), "", *examples]))
