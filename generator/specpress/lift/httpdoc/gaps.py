"""What no page of the tool says, reported once for all pages."""

from __future__ import annotations

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import (
    NO_BASE_PATH,
    NO_RESPONSE_SCHEMA,
    NO_SECURITY,
    NO_SERVER,
)
from specpress.lift.operations import operations
from specpress.source import NOWHERE
from specpress.tree import Node


def report_gaps(document: Node, report: Report, *, host_only: bool = True) -> None:
    """Report what *document* lacks because the pages can't say it, with the remedy.

    *host_only*: whether pages of the tool show the host of a server without its path.
    """
    servers = document.get("servers")
    if servers and servers.list:
        if host_only:
            url = servers.list[0].get_text("url")
            report.add(NO_BASE_PATH.at(servers.span, url=url))
    else:
        report.add(NO_SERVER.at())
    _report_rest(document, report)


def _report_rest(document: Node, report: Report) -> None:
    components = document.get("components")
    if components is None or components.get("securitySchemes") is None:
        report.add(NO_SECURITY.at())
    untyped = [
        media
        for each in operations(document)
        for response in each.operation.map["responses"].map.values()
        if (content := response.get("content"))
        for media in list(content.map.values())[:1]
        if media.get("schema") is None
    ]
    derived = sum(media.get("example") is not None for media in untyped)
    if untyped:
        report.add(
            NO_RESPONSE_SCHEMA.at(NOWHERE, responses=len(untyped), derived=derived)
        )
