"""Pages of httpdoc: one page an operation, with the HTTP messages as they go out."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import NO_TARGET, UNKNOWN_METHOD
from specpress.lift.base import Page
from specpress.lift.httpdoc.account import account, is_whole
from specpress.lift.httpdoc.gaps import report_gaps
from specpress.lift.httpdoc.markup import MARKUP
from specpress.lift.httpdoc.message import read_message
from specpress.lift.httpdoc.overview import read_overview
from specpress.lift.httpdoc.parameters import read_parameters
from specpress.lift.httpdoc.recursion import close_references
from specpress.lift.httpdoc.request import read_body
from specpress.lift.httpdoc.responses import read_responses
from specpress.lift.httpdoc.server import read_server
from specpress.lift.httpdoc.target import Target, read_target
from specpress.readers.element import Element
from specpress.tree import Node

__all__ = ["HttpDoc"]

_METHODS: Final = frozenset("get put post delete options head patch trace".split())
_MARKS: Final = frozenset(
    "request-line http-target http-example request-summary status-line"
    " parameter-name".split()
)
"""Classes of the format; a page that has two of them is one of its pages."""


class HttpDoc:
    """The lifter of httpdoc's pages."""

    name = "httpdoc"

    def accepts(self, page: Page) -> bool:
        """Return whether *page* has the classes that the tool writes."""
        root = page.root(MARKUP)
        if root is None:
            return False
        found = {name for each in root.walk() for name in each.classes}
        return len(found & _MARKS) > 1

    def lift(self, page: Page, report: Report) -> Node | None:
        """Return the document that *page* shows, or None with the reason reported."""
        root = page.root(MARKUP)
        if root is None:
            return None
        scope = _scope(root)
        if not is_whole(scope, report):
            return None
        account(scope, report)
        http = scope.first("http") or scope
        example = http.first("http-example") or http
        method = _method(example, report)
        target = _target(example, report)
        if method is None or target is None:
            return None
        message = read_message(example, report, ("host", "accept", "content-type"))
        operation = read_overview(root, scope, page.source, report)
        parameters = read_parameters(scope, target, report)
        if parameters.listed:
            operation["parameters"] = Node(list(parameters.listed))
        if body := read_body(scope, message, report):
            operation["requestBody"] = body
        operation["responses"] = read_responses(scope, message, report)
        item = {str(method.text): Node(operation, method.span, method.span)}
        if parameters.recovered:
            item["parameters"] = Node(list(parameters.recovered))
        servers = read_server(message, report)
        return _document(target, Node(item, method.span, target.span), servers)

    def finish(self, document: Node, report: Report) -> Node:
        """Return *document* with cut recursion closed; report what no page says."""
        document = close_references(document, report)
        report_gaps(document, report)
        return document


def _scope(root: Element) -> Element:
    """Return the element that holds the reference: the inner article, or the body."""
    around = [root]
    while inner := [each for each in around[-1].children if _holds(each)]:
        around.append(inner[0])
    for tag in ("article", "body"):
        for element in reversed(around):
            if element.tag == tag:
                return element
    return root


def _holds(element: Element) -> bool:
    return any(_MARKS.intersection(each.classes) for each in element.walk())


def _method(example: Element, report: Report) -> Node | None:
    line = example.first("request-line")
    if line is None:
        report.add(NO_TARGET.at(example.span, what="request line"))
        return None
    method, span = line.text.trimmed()
    if method.lower() not in _METHODS:
        report.add(UNKNOWN_METHOD.at(span, method=method))
        return None
    return Node(method.lower(), span)


def _target(example: Element, report: Report) -> Target | None:
    target = example.first("http-target")
    if target is None:
        report.add(NO_TARGET.at(example.span, what="request target"))
        return None
    return read_target(target.text, report)


def _document(target: Target, item: Node, servers: Node | None) -> Node:
    """Return the document that has the one path *item*."""
    title = "API"
    members = {"openapi": Node("3.0.3", origin="default")}
    if servers is not None:
        members["servers"] = servers
        title = str(servers.list[0].get_text("url")).rpartition("/")[2]
    info = {"title": title, "version": "0.0.0"}
    members["info"] = Node.of(info, item.span, origin="default")
    members["paths"] = Node({target.path: item})
    return Node(members)
