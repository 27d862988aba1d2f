"""Security: which of the schemes an operation needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final
from urllib.parse import unquote

from specpress.config.near import hint
from specpress.diagnostics.codes.lower import NO_SUCH_SCHEME, UNKNOWN_SCHEME
from specpress.ir.security import Requirement, Scopes, SecurityScheme
from specpress.lower.context import Context
from specpress.lower.places import place
from specpress.source import NOWHERE
from specpress.tree import Node, split

_HOME: Final = "#/components/securitySchemes/"


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
        named = {self._name(key): scopes for key, scopes in node.items()}
        known = [name for name in named if name in self._names]
        for key in node.map:
            name = self._name(key)
            if name not in self._names and name not in self._declared:
                self._unknown(key, node, user)
        if known or not node.map:
            yield Requirement(
                schemes=tuple(known),
                scopes=tuple(s for name in known if (s := _scopes(name, named[name]))),
                span=NOWHERE if node.origin == "config" else node.span,
                origin=node.origin,
            )

    def _name(self, key: str) -> str:
        """Return the name of the scheme that *key* of a requirement means.

        It is one, or the URI of where it is (OpenAPI 3.2, 4.8.30).
        """
        if key in self._declared or not key.startswith(_HOME):
            return key
        return split(f"/{unquote(key.removeprefix(_HOME))}")[0]

    def _unknown(self, name: str, node: Node, user: str) -> None:
        code = UNKNOWN_SCHEME if node.origin == "config" else NO_SUCH_SCHEME
        near = hint(name, self._names)
        span = place(node.map[name])
        self._context.report.add(code.at(span, user=user, name=name, hint=near))


def _scopes(scheme: str, node: Node) -> Scopes | None:
    """Return the scopes that *node* lists for *scheme*, each once; None if it has none."""
    names = tuple(dict.fromkeys(each.text for each in node.list if each.text))
    return Scopes(scheme=scheme, names=names) if names else None
