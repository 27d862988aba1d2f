"""Security: the schemes there are, and which of them an operation needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import assert_never

from specpress.config import ApiKey, Auth, Basic, Bearer
from specpress.config.near import hint
from specpress.diagnostics.codes.lower import (
    BAD_PART,
    NO_SUCH_SCHEME,
    OAUTH,
    UNKNOWN_SCHEME,
    UNSUPPORTED_SCHEME,
)
from specpress.ir.nodes import (
    ApiKeyAuth,
    BasicAuth,
    BearerAuth,
    Requirement,
    SecurityScheme,
)
from specpress.lower.context import Context
from specpress.lower.places import place
from specpress.source import NOWHERE
from specpress.tree import Node


def lower_schemes(context: Context) -> tuple[SecurityScheme, ...]:
    """Return the schemes of the document, then those that only the configuration has.

    Where both know a name, the configuration wins.
    """
    components = context.document.get("components")
    declared = components.get("securitySchemes") if components else None
    schemes: dict[str, SecurityScheme] = {}
    for name, node in declared.items() if declared else ():
        if name in context.config.auth:
            schemes[name] = _configured(name, context.config.auth[name])
        elif (scheme := _declared(name, node, context)) is not None:
            schemes[name] = scheme
    for name, auth in context.config.auth.items():
        schemes.setdefault(name, _configured(name, auth))
    return tuple(schemes.values())


def _configured(name: str, auth: Auth) -> SecurityScheme:
    match auth:
        case Basic(username_env=username, password_env=password):
            return BasicAuth(
                id=name, username_env=username, password_env=password, origin="config"
            )
        case Bearer(token_env=token):
            return BearerAuth(id=name, token_env=token, origin="config")
        case ApiKey(name=key, location=location, key_env=env):
            return ApiKeyAuth(
                id=name, name=key, location=location, key_env=env, origin="config"
            )
        case _:
            assert_never(auth)


def _declared(name: str, node: Node, context: Context) -> SecurityScheme | None:
    """Return the scheme that *node* describes; None, with a report, for other kinds."""
    target = context.refs.resolve(node, "the scheme is left out")
    if target is None:
        return None
    node = target.node
    kind = node.get_text("type") or ""
    scheme = (node.get_text("scheme") or "").lower()
    span = place(node)
    match kind, scheme:
        case "http", "basic":
            return BasicAuth(id=name, span=span)
        case "http", "bearer":
            return BearerAuth(id=name, span=span)
        case ("oauth2" | "openIdConnect"), _:
            context.report.add(OAUTH.at(place(node), name=name, kind=kind))
            return BearerAuth(id=name, span=span)
        case "apiKey", _:
            return _api_key(name, node, context)
        case _:
            words = f"{kind} {scheme}".strip() or "of no type"
            values = {"name": name, "kind": words}
            context.report.add(UNSUPPORTED_SCHEME.at(place(node), **values))
            return None


def _api_key(name: str, node: Node, context: Context) -> ApiKeyAuth | None:
    key = node.get_text("name")
    match node.get_text("in"):
        case ("header" | "query" | "cookie") as location if key:
            return ApiKeyAuth(id=name, name=key, location=location, span=place(node))
        case _:
            what = f"the security scheme {name!r}"
            context.report.add(BAD_PART.at(place(node), what=what))
            return None


class Security:
    """Which schemes each operation needs, by the order of who may say so: the
    operation's configuration, the operation, the configuration, the document, and last
    any one of the configured schemes."""

    def __init__(self, schemes: Sequence[SecurityScheme], context: Context) -> None:
        self._names = [scheme.id for scheme in schemes]
        self._context = context
        components = context.document.get("components")
        declared = components.get("securitySchemes") if components else None
        self._declared = set(declared.map) if declared else set[str]()

    def of(self, operation: str, node: Node) -> tuple[Requirement, ...]:
        """Return the requirements of *operation*, which *node* describes."""
        config = self._context.config
        settings = config.operations.get(operation)
        stated = node.get("security")
        if settings is not None and settings.security is not None:
            return tuple(self._from_config(settings.security, f"{operation!r}"))
        if stated is not None:
            return tuple(self._from_document(stated, f"{operation!r}"))
        return self._default

    @cached_property
    def _default(self) -> tuple[Requirement, ...]:
        """What an operation needs that says nothing."""
        config = self._context.config
        if config.security is not None:
            return tuple(self._from_config(config.security, "the configuration"))
        everywhere = self._context.document.get("security")
        if everywhere is not None:
            return tuple(self._from_document(everywhere, "the document"))
        any_one = tuple((name,) for name in config.auth)
        return tuple(self._from_config(any_one, "the configuration"))

    def _from_config(
        self, choice: tuple[tuple[str, ...], ...], user: str
    ) -> Iterator[Requirement]:
        for names in choice:
            where = Node.of(dict.fromkeys(names), origin="config")
            yield from self._requirement(where, user)

    def _from_document(self, choice: Node, user: str) -> Iterator[Requirement]:
        for node in choice.list:
            yield from self._requirement(node, user)

    def _requirement(self, node: Node, user: str) -> Iterator[Requirement]:
        """Yield the requirement of the schemes that *node* names.

        A scheme that the client can't use was reported and is left out of it.
        """
        known = [name for name in node.map if name in self._names]
        for name in node.map:
            if name not in self._names and name not in self._declared:
                self._unknown(name, node, user)
        if known or not node.map:
            span = NOWHERE if node.origin == "config" else node.span
            yield Requirement(schemes=tuple(known), span=span, origin=node.origin)

    def _unknown(self, name: str, node: Node, user: str) -> None:
        code = UNKNOWN_SCHEME if node.origin == "config" else NO_SUCH_SCHEME
        near = hint(name, self._names)
        span = place(node.map[name])
        self._context.report.add(code.at(span, user=user, name=name, hint=near))
