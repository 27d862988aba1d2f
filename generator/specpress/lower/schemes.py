"""Security schemes: those of the document, and those that only the settings have."""

from __future__ import annotations

from typing import TypedDict, assert_never

from msgspec.structs import replace

from specpress.config import (
    ApiKey,
    Auth,
    Basic,
    Bearer,
    Digest,
    Http,
    MutualTls,
    OAuth2,
)
from specpress.diagnostics.codes.credentials import BAD_KEY, NO_URL, OWN_SCHEME
from specpress.diagnostics.codes.lower import BAD_PART, UNSUPPORTED_SCHEME
from specpress.ir import security as ir
from specpress.ir.types import Origin
from specpress.lower.context import Context
from specpress.lower.flows import address, lower_flows
from specpress.lower.places import is_true, place
from specpress.source import Span
from specpress.tree import Node


def lower_schemes(context: Context) -> tuple[ir.SecurityScheme, ...]:
    """Return the schemes of the document, then those that only the configuration has.

    Where both know a name, the configuration wins; of OAuth 2.0 and OpenID Connect it
    has no more than the names of variables, and the addresses are the document's.
    """
    components = context.document.get("components")
    declared = components.get("securitySchemes") if components else None
    schemes: dict[str, ir.SecurityScheme] = {}
    settings = context.config.auth
    for name, node in declared.items() if declared else ():
        auth = settings.get(name)
        if auth is not None and not isinstance(auth, OAuth2):
            schemes[name] = _configured(name, auth)
        elif (scheme := _declared(name, node, context)) is not None:
            schemes[name] = scheme if auth is None else _joined(scheme, auth)
    for name, auth in settings.items():
        schemes.setdefault(name, _configured(name, auth))
    return tuple(schemes.values())


def _configured(name: str, auth: Auth) -> ir.SecurityScheme:
    origin: Origin = "config"
    match auth:
        case Basic(username_env=user, password_env=secret):
            return ir.BasicAuth(
                id=name, username_env=user, password_env=secret, origin=origin
            )
        case Digest(username_env=user, password_env=secret):
            return ir.DigestAuth(
                id=name, username_env=user, password_env=secret, origin=origin
            )
        case Bearer(token_env=env):
            return ir.BearerAuth(id=name, token_env=env, origin=origin)
        case Http(scheme=scheme, value_env=env):
            return ir.HttpAuth(id=name, scheme=scheme, value_env=env, origin=origin)
        case ApiKey(name=key, location=location, key_env=env):
            return ir.ApiKeyAuth(
                id=name, name=key, location=location, key_env=env, origin=origin
            )
        case MutualTls(certificate_env=env):
            return ir.MutualTls(id=name, certificate_env=env, origin=origin)
        case OAuth2():
            return _joined(ir.OAuth2(id=name, origin=origin), auth)
        case _:
            assert_never(auth)


def _joined(scheme: ir.SecurityScheme, auth: OAuth2) -> ir.SecurityScheme:
    """Return *scheme* with what the settings *auth* add to it.

    A scheme of another kind, such as a bearer token, becomes one of OAuth 2.0.
    """
    if not isinstance(scheme, ir.OAuth2 | ir.OpenIdConnect):
        scheme = ir.OAuth2(id=scheme.id, description=scheme.description)
    scheme = replace(
        scheme,
        token_env=auth.token_env,
        client_id_env=auth.client_id_env,
        client_secret_env=auth.client_secret_env,
        origin="config",
    )
    if isinstance(scheme, ir.OpenIdConnect):
        return replace(scheme, url=auth.discovery_url or scheme.url)
    flows = scheme.flows
    if auth.token_url:
        kept = (flow for flow in flows if flow.kind != "clientCredentials")
        own = ir.Flow(
            kind="clientCredentials", token_url=auth.token_url, origin="config"
        )
        flows = (*kept, own)
    metadata = auth.discovery_url or scheme.metadata_url
    return replace(scheme, flows=flows, metadata_url=metadata)


class _Said(TypedDict):
    """What every scheme says of itself."""

    id: str
    description: str | None
    deprecated: bool
    span: Span


def _declared(name: str, node: Node, context: Context) -> ir.SecurityScheme | None:
    """Return the scheme that *node* describes; None, with a report, for other kinds."""
    target = context.refs.resolve(node, "the scheme is left out")
    if target is None:
        return None
    node = target.node
    said: _Said = {
        "id": name,
        "description": node.get_text("description") or None,
        "deprecated": is_true(node.get("deprecated")),
        "span": place(node),
    }
    match node.get_text("type"):
        case "http":
            return _http(node, said, context)
        case "oauth2":
            return ir.OAuth2(
                **said,
                flows=lower_flows(name, node, context),
                metadata_url=address(name, node, "oauth2MetadataUrl", context),
            )
        case "openIdConnect":
            if not node.get_text("openIdConnectUrl"):
                values = {"name": name, "member": "openIdConnectUrl"}
                context.report.add(NO_URL.at(place(node), **values))
            url = address(name, node, "openIdConnectUrl", context)
            return ir.OpenIdConnect(**said, url=url)
        case "mutualTLS":
            return ir.MutualTls(**said)
        case "apiKey":
            return _api_key(node, said, context)
        case kind:
            values = {"name": name, "kind": kind or "of no type"}
            context.report.add(UNSUPPORTED_SCHEME.at(place(node), **values))
            return None


def _http(node: Node, said: _Said, context: Context) -> ir.SecurityScheme | None:
    """Return the scheme of HTTP that *node* names (RFC 9110, 11.1), in any case."""
    scheme = (node.get_text("scheme") or "").strip()
    match scheme.lower():
        case "basic":
            return ir.BasicAuth(**said)
        case "bearer":
            return ir.BearerAuth(**said, format=node.get_text("bearerFormat") or None)
        case "digest":
            return ir.DigestAuth(**said)
        case word if is_token(word):
            values = {"name": said["id"], "scheme": scheme}
            context.report.add(OWN_SCHEME.at(place(node), **values))
            return ir.HttpAuth(**said, scheme=scheme)
        case word:
            values = {"name": said["id"], "kind": f"http {word}".strip()}
            context.report.add(UNSUPPORTED_SCHEME.at(place(node), **values))
            return None


def is_token(text: str) -> bool:
    """Return whether *text* is a token of HTTP (RFC 9110, 5.6.2)."""
    return bool(text) and all(
        c.isascii() and (c.isalnum() or c in "!#$%&'*+-.^_`|~") for c in text
    )


def _api_key(node: Node, said: _Said, context: Context) -> ir.ApiKeyAuth | None:
    key = (node.get_text("name") or "").strip()
    match node.get_text("in"):
        case ("header" | "cookie") as location if key and not is_token(key):
            values = {"name": said["id"], "location": location, "key": key}
            context.report.add(BAD_KEY.at(place(node), **values))
            return None
        case ("header" | "query" | "cookie") as location if key:
            return ir.ApiKeyAuth(**said, name=key, location=location)
        case _:
            what = f"the security scheme {said['id']!r}"
            context.report.add(BAD_PART.at(place(node), what=what))
            return None
