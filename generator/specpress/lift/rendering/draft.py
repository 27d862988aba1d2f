"""The OpenAPI document that grows while a page is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.document import TWO_PAGES
from specpress.diagnostics.codes.html import NOT_LISTED
from specpress.lift.rendering.siblings import modern, needed
from specpress.source import NOWHERE, Source, Span
from specpress.tree import Node

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
"""The methods that a path item of OpenAPI 3.0 (4.7.9) has."""
VERSION: Final = "3.0.3"
_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")


class Draft:
    """Collects what one page says; `node` makes the document of it."""

    def __init__(self, source: Source, report: Report) -> None:
        self.schemas: dict[str, Node] = {}
        self.schemes: dict[str, Node] = {}
        self.servers: list[Node] = []
        self.tags: dict[str, Node] = {}
        self.info: dict[str, Node] = {}
        self.security: Node | None = None
        self._paths: dict[str, dict[str, Node]] = {}
        self._source = source
        self._report = report

    def add(self, method: str, path: str, operation: Node) -> None:
        """Add *operation*; the first one of a method and path wins.

        Some tools show an operation below each of its tags: it is one with them all.
        """
        operation = with_placeholders(path, operation, self._report)
        methods = self._paths.setdefault(path, {})
        first = methods.get(method)
        if first is not None and _same(first, operation):
            methods[method] = _with_tags(first, operation)
            return
        if first is not None:
            line, column = self._source.line_col(first.key_span.start)
            shown = f"{self._source.name}:{line}:{column}"
            said = {"method": method.upper(), "path": path, "first": shown}
            self._report.add(TWO_PAGES.at(operation.key_span, **said))
            return
        methods[method] = operation

    @property
    def operations(self) -> list[Node]:
        """The operations so far."""
        return [each for item in self._paths.values() for each in item.values()]

    def node(self) -> Node:
        """Return the document (OpenAPI 3.0.3, 4.7.1).

        It is one of OpenAPI 3.1 when something stands beside a reference.
        """
        default = Node.of({"title": "API", "version": "0.0.0"}, origin="default")
        members = {"openapi": Node(VERSION, origin="default")}
        members["info"] = Node({**default.map, **self.info}, self._place())
        if self.servers:
            members["servers"] = Node(self.servers, self.servers[0].span)
        if self.security is not None:
            members["security"] = self.security
        if self.tags:
            members["tags"] = Node(list(self.tags.values()))
        paths = {path: self._item(each) for path, each in self._paths.items()}
        members["paths"] = Node(paths)
        kinds = {"schemas": self.schemas, "securitySchemes": self.schemes}
        components = {kind: Node(found) for kind, found in kinds.items() if found}
        if components:
            members["components"] = Node(components)
        document = Node(members)
        return modern(document) if needed(document) else document

    def _place(self) -> Span:
        title = self.info.get("title")
        return title.span if title else NOWHERE

    def _item(self, methods: Mapping[str, Node]) -> Node:
        first = next(iter(methods.values()))
        return Node(dict(methods), first.span, first.key_span)


def with_placeholders(path: str, operation: Node, report: Report) -> Node:
    """Return *operation* with a parameter for each placeholder of *path*.

    A path parameter that no table lists exists all the same: it is a required string.
    """
    held = operation.get("parameters")
    listed = list(held.list) if held is not None else []
    names = {each.get_text("name") for each in listed if each.get_text("in") == "path"}
    added: list[Node] = []
    for name in dict.fromkeys(_PLACEHOLDER.findall(path)):
        if name not in names:
            span = operation.key_span
            report.add(NOT_LISTED.at(span, name=name, taken="a required string"))
            made = {"name": name, "in": "path", "required": True}
            made_ = {**made, "schema": {"type": "string"}}
            added.append(Node.of(made_, span, span, "template"))
    if not added:
        return operation
    parameters = Node([*listed, *added], operation.key_span)
    members = {**operation.map, "parameters": parameters}
    return Node(members, operation.span, operation.key_span)


def _same(first: Node, second: Node) -> bool:
    """Return whether two operations differ in their tags at most."""
    both = [{**each.map, "tags": Node(None)} for each in (first, second)]
    return Node(both[0]).plain() == Node(both[1]).plain()


def _with_tags(first: Node, second: Node) -> Node:
    empty = Node([])
    tags = {
        each.text: each
        for held in (first, second)
        for each in held.map.get("tags", empty).list
    }
    members = {**first.map, "tags": Node(list(tags.values()))}
    return Node(members, first.span, first.key_span)
