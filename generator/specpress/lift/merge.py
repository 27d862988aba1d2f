"""The documents of many pages to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from specpress.diagnostics import Report
from specpress.diagnostics.codes.document import (
    SAME_OPERATION_ID,
    TWO_PAGES,
    TWO_SERVERS,
)
from specpress.source import Source, Span
from specpress.tree import Node

Found = tuple[str, str, Node, Node, "str | None"]
"""A path, a method, the path's node, the operation's node, and its server's URL."""


def merge(
    documents: Sequence[Node], sources: Mapping[str, Source], report: Report
) -> Node:
    """Return one document with the operations of all, sorted by operationId.

    *documents* are in the order in which the first of two descriptions wins. The
    server that most documents name becomes the server of all.
    """
    places = _Places(sources)
    found = sorted(_operations(documents), key=_order)
    usual = _usual_server(documents)
    paths: dict[str, Node] = {}
    ids: dict[str, Node] = {}
    for path, method, item, operation, server in found:
        into = paths.setdefault(path, Node({}, item.span, item.key_span))
        assert isinstance(into.value, dict)
        if (first := into.value.get(method)) is not None:
            where = places.show(first.key_span)
            shown = {"method": method.upper(), "path": path, "first": where}
            report.add(TWO_PAGES.at(operation.key_span, **shown))
            continue
        operation = _named_once(operation, ids, places, report)
        if server is not None and server != usual:
            operation = _at_server(operation, server, usual, report)
        into.value[method] = operation
    first = documents[0]
    members = {"openapi": Node("3.0.3", origin="default"), "info": first.map["info"]}
    if usual is not None:
        members["info"] = _info(documents, usual)
        members["servers"] = _servers(documents, usual)
    members["paths"] = Node(dict(paths))
    return Node(members)


class _Places:
    """Prints places, for messages that name a second one."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources

    def show(self, span: Span) -> str:
        """Return *span* as ``file:line:column``."""
        source = self._sources.get(span.file)
        if source is None:
            return span.file
        line, column = source.line_col(span.start)
        return f"{span.file}:{line}:{column}"


def _operations(documents: Sequence[Node]) -> list[Found]:
    return [
        (path, method, item, operation, _server(document))
        for document in documents
        for path, item in document.map["paths"].items()
        for method, operation in item.items()
    ]


def _order(found: Found) -> tuple[str, str, str]:
    path, method, _, operation, _ = found
    return operation.get_text("operationId") or "", path, method


def _server(document: Node) -> str | None:
    servers = document.get("servers")
    return servers.list[0].get_text("url") if servers and servers.list else None


def _usual_server(documents: Sequence[Node]) -> str | None:
    """Return the server that most documents name; the first by name among equals."""
    counted = Counter(url for each in documents if (url := _server(each)))
    return min(counted, key=lambda url: (-counted[url], url), default=None)


def _servers(documents: Sequence[Node], url: str) -> Node:
    return next(each.map["servers"] for each in documents if _server(each) == url)


def _info(documents: Sequence[Node], url: str) -> Node:
    return next(each.map["info"] for each in documents if _server(each) == url)


def _named_once(
    operation: Node, ids: dict[str, Node], places: _Places, report: Report
) -> Node:
    """Return *operation* without its operationId when another one has it already."""
    name = operation.get_text("operationId")
    if name is None:
        return operation
    if (first := ids.setdefault(name, operation)) is operation:
        return operation
    where = places.show(first.key_span)
    report.add(SAME_OPERATION_ID.at(operation.key_span, id=name, first=where))
    members = {k: v for k, v in operation.items() if k != "operationId"}
    return Node(members, operation.span, operation.key_span)


def _at_server(operation: Node, server: str, usual: str | None, report: Report) -> Node:
    """Return *operation* with a server of its own."""
    report.add(TWO_SERVERS.at(operation.key_span, server=server, usual=usual))
    servers = Node.of([{"url": server}], operation.key_span)
    members = {**operation.map, "servers": servers}
    return Node(members, operation.span, operation.key_span)
