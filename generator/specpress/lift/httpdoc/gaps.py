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


def report_gaps(document: Node, report: Report) -> None:
    """Report what *document* lacks because the pages can't say it, with the remedy."""
    servers = document.get("servers")
    if servers and servers.list:
        url = servers.list[0].get_text("url")
        report.add(NO_BASE_PATH.at(servers.span, url=url))
    else:
        report.add(NO_SERVER.at())
    report.add(NO_SECURITY.at())
    contents = [
        content
        for each in operations(document)
        for response in each.operation.map["responses"].map.values()
        if (content := response.get("content"))
    ]
    derived = sum(
        any(media.get("example") for media in content.map.values())
        for content in contents
    )
    if contents:
        report.add(
            NO_RESPONSE_SCHEMA.at(NOWHERE, responses=len(contents), derived=derived)
        )
