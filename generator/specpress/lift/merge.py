"""The documents of many pages to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.document import SAME_OPERATION_ID, TWO_SERVERS
from specpress.document.agree import Agreement
from specpress.document.combine import combine
from specpress.lift.borrowed import lent
from specpress.lift.operations import Found, operations
from specpress.lift.shared import items
from specpress.source import Source, Span
from specpress.tree import Node


def merge(
    documents: Sequence[Node], sources: Mapping[str, Source], report: Report
) -> Node:
    """Return one document with the operations of all, sorted by operationId.

    *documents* are in the order in which the first of two descriptions wins. The
    server that most documents name becomes the server of all. Documents that hold more
    than operations and servers are put together as descriptions are.
    """
    if any(not _PLAIN.issuperset(each.map) for each in documents):
        if len(documents) == 1:
            return documents[0]
        named = [(_file(each, n), each) for n, each in enumerate(lent(documents))]
        return combine(named, sources, report, frozenset(name for name, _ in named))
    usual = _usual_server(documents)
    merger = _Merger(sources, usual, report)
    found = [
        (each, _server(whole)) for whole in documents for each in operations(whole)
    ]
    found.sort(key=lambda pair: (pair[0].id, pair[0].path, pair[0].method))
    for each, server in found:
        merger.add(each, server)
    first = next(each for each in documents if _server(each) == usual)
    members = {"openapi": first.map["openapi"], "info": first.map["info"]}
    if usual is not None:
        members["servers"] = first.map["servers"]
    members["paths"] = Node(items(merger.found))
    return Node(members)


_PLAIN: Final = frozenset(("openapi", "info", "servers", "paths"))


def _file(document: Node, number: int) -> str:
    """Return the name of the page that *document* was made of, else its *number*."""
    spans = (item.span.file for item in document.map["paths"].map.values())
    return next(filter(None, spans), f"page{number}")


class _Merger:
    """Collects operations, each method and path once."""

    def __init__(
        self, sources: Mapping[str, Source], usual: str | None, report: Report
    ) -> None:
        self.found: dict[str, dict[str, Found]] = {}
        self._ids: dict[str, Node] = {}
        self._sources = sources
        self._usual = usual
        self._report = report

    def add(self, new: Found, server: str | None) -> None:
        """Add *new*, unless its method and path are described already."""
        span = new.operation.key_span
        methods = self.found.setdefault(new.path, {})
        if (first := methods.get(new.method)) is not None:
            methods[new.method] = self._agreed(first, new)
            return
        operation = self._named_once(new)
        if server is not None and server != self._usual:
            self._report.add(TWO_SERVERS.at(span, server=server, usual=self._usual))
            servers = Node.of([{"url": server}], span)
            members = {**operation.map, "servers": servers}
            operation = Node(members, operation.span, span)
        methods[new.method] = Found(new.path, new.method, new.item, operation)

    def _agreed(self, first: Found, new: Found) -> Found:
        """Return *first* with what only *new*, the same operation, says."""
        method = new.method.upper()
        both = Agreement(method, new.path, _itself, _itself, self._show, self._report)
        item = both.operation(first.item, _without_methods(new.item))
        operation = both.operation(first.operation, new.operation)
        return Found(new.path, new.method, item, operation)

    def _named_once(self, new: Found) -> Node:
        """Return the operation, without its operationId when another one has it."""
        operation = new.operation
        if not new.id or self._ids.setdefault(new.id, operation) is operation:
            return operation
        where = self._show(self._ids[new.id].key_span)
        report = SAME_OPERATION_ID.at(operation.key_span, id=new.id, first=where)
        self._report.add(report)
        members = {k: v for k, v in operation.items() if k != "operationId"}
        return Node(members, operation.span, operation.key_span)

    def _show(self, span: Span) -> str:
        """Return *span* as ``file:line:column``."""
        source = self._sources.get(span.file)
        if source is None:
            return span.file
        line, column = source.line_col(span.start)
        return f"{span.file}:{line}:{column}"


def _itself(node: Node) -> Node:
    return node


def _without_methods(item: Node) -> Node:
    """Return the path item *item* without its operations."""
    parameters = {key: n for key, n in item.items() if key == "parameters"}
    return Node(parameters, item.span, item.key_span)


def _server(document: Node) -> str | None:
    servers = document.get("servers")
    return servers.list[0].get_text("url") if servers and servers.list else None


def _usual_server(documents: Sequence[Node]) -> str | None:
    """Return the server that most documents name; the first by name among equals."""
    counted = Counter(url for each in documents if (url := _server(each)))
    return min(counted, key=lambda url: (-counted[url], url), default=None)
