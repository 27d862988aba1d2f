"""The servers of an API, of its paths and of its operations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from specpress.diagnostics.codes.facts import (
    BAD_SERVER,
    NO_VARIABLE,
    ODD_DEFAULT,
    RELATIVE_SERVER,
)
from specpress.diagnostics.codes.lower import BAD_PART
from specpress.ir.nodes import Operation, Server, ServerVariable
from specpress.lower.context import Context
from specpress.lower.places import place
from specpress.tree import Node

_VARIABLE: Final = re.compile(r"\{([^{}]+)\}")


def lower_servers(
    context: Context, operations: Sequence[Operation]
) -> tuple[Server, ...]:
    """Return the configured server, or else those of the document.

    The first one with a host comes first. Where there is none, but each of
    *operations* has one of its own, it is that of the first of them.
    """
    base_url = context.config.base_url
    if base_url is not None:
        return (Server(url=base_url.rstrip("/"), origin="config"),)
    servers = _servers(context.document.get("servers"), context)
    hosts = [server for server in servers if is_absolute(server)]
    own = [next(filter(is_absolute, op.servers), None) for op in operations]
    if not hosts and own and own[0] and all(own):
        return (own[0],)
    if servers and not hosts:
        context.report.add(RELATIVE_SERVER.at(servers[0].span, url=servers[0].url))
    return (*hosts, *(server for server in servers if server not in hosts))


def own_servers(nodes: Sequence[Node], context: Context) -> tuple[Server, ...]:
    """Return the servers that the nearest of *nodes* names, if any.

    *nodes* are an operation and its path. The configured server wins over them.
    """
    found = next((s for node in nodes if (s := node.get("servers"))), None)
    if found is None or context.config.base_url is not None:
        return ()
    return tuple(_servers(found, context))


def is_absolute(server: Server) -> bool:
    """Return whether *server* has a host."""
    return "://" in server.url


def _servers(servers: Node | None, context: Context) -> list[Server]:
    nodes = servers.list if servers else ()
    return [server for node in nodes for server in _server(node, context)]


def _server(node: Node, context: Context) -> Iterator[Server]:
    url = node.get_text("url")
    if url is None:
        context.report.add(BAD_PART.at(place(node), what="a server"))
        return
    span = node.map["url"].span
    template = f"https:{url}" if url.startswith("//") else url
    variables = tuple(_variables(template, node, context))
    values = {variable.name: variable.default for variable in variables}
    plain = _VARIABLE.sub(lambda found: values.get(found[1], found[0]), template)
    if lacking := _VARIABLE.findall(plain):
        context.report.add(NO_VARIABLE.at(span, url=url, name=lacking[0]))
        return
    if not plain.strip("/"):
        return  # what the specification says where there are no servers
    if "://" not in plain:
        plain = f"/{plain.strip('/.')}"
    elif (fault := _fault(plain)) is not None:
        context.report.add(BAD_SERVER.at(span, url=url, fault=fault))
        return
    yield Server(
        url=plain.rstrip("/"),
        description=node.get_text("description"),
        template=template.rstrip("/") if variables else None,
        variables=variables,
        span=span,
        origin=node.map["url"].origin,
    )


def _fault(url: str) -> str | None:
    """Return why *url* is no base of URLs, or None when it is one."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "is no URL"
    if parts.scheme not in ("http", "https"):
        return "is of no scheme that the client speaks"
    if not parts.hostname or re.search(r"\s", url):
        return "is no URL"
    return "has more than a path" if re.search("[?#@]", url) else None


def _variables(
    template: str, server: Node, context: Context
) -> Iterator[ServerVariable]:
    """Yield the variables of *template* that *server* describes, in their order.

    One without a default, or with an empty one that is none of its values, has the
    version of the API where that is one of them, else the first of them.
    """
    known = server.get("variables")
    info = context.document.get("info")
    version = info.get_text("version") if info else None
    for name in dict.fromkeys(_VARIABLE.findall(template)):
        node = known.get(name) if known else None
        if node is None:
            continue
        listed = node.get("enum")
        values = [_text(value) for value in (listed.list if listed else ())]
        default = node.get("default")
        text = _text(default) if default else None
        if text is None or (not text and values and text not in values):
            text, default = next(iter(values), None), None
            text = version if version in values else text
        if text is None:
            continue
        if values and text not in values and default:
            context.report.add(ODD_DEFAULT.at(default.span, name=name, default=text))
            values.append(text)
        yield ServerVariable(
            name=name,
            default=text,
            values=tuple(dict.fromkeys(values)),
            description=node.get_text("description"),
            span=place(node),
            origin=node.origin,
        )


def _text(node: Node) -> str:
    """Return *node* as text: ports are often written as numbers."""
    return node.text if node.text is not None else str(node.plain())
