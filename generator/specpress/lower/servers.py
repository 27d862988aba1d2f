"""The servers of an API."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specpress.diagnostics.codes.lower import BAD_PART, RELATIVE_SERVER
from specpress.ir.nodes import Server
from specpress.lower.context import Context
from specpress.lower.places import place
from specpress.tree import Node

_VARIABLE: Final = re.compile(r"\{([^{}]+)\}")


def lower_servers(context: Context) -> tuple[Server, ...]:
    """Return the configured server, or else those of the document."""
    base_url = context.config.base_url
    if base_url is not None:
        return (Server(url=base_url.rstrip("/"), origin="config"),)
    servers = context.document.get("servers")
    nodes = servers.list if servers else ()
    return tuple(server for node in nodes for server in _server(node, context))


def _server(node: Node, context: Context) -> Iterator[Server]:
    url = node.get_text("url")
    if url is None:
        context.report.add(BAD_PART.at(place(node), what="a server"))
        return
    url = _VARIABLE.sub(lambda match: _default(node, match), url)
    if "://" not in url:
        context.report.add(RELATIVE_SERVER.at(node.map["url"].span, url=url))
        return
    yield Server(
        url=url.rstrip("/"),
        description=node.get_text("description"),
        span=node.map["url"].span,
        origin=node.map["url"].origin,
    )


def _default(server: Node, variable: re.Match[str]) -> str:
    """Return the default of the server's *variable*; itself when it has none."""
    variables = server.get("variables")
    found = variables.get(variable[1]) if variables else None
    return (found.get_text("default") if found else None) or variable[0]
