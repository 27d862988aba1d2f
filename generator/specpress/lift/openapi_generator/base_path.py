"""The base path of pages that show whole addresses: what all paths begin with."""

from __future__ import annotations

from collections.abc import Sequence

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import BASE_PATH_DERIVED
from specpress.tree import Node


def based(document: Node, report: Report) -> Node:
    """Return *document* with what all its paths begin with moved into the server.

    With one path, or without a common beginning, it comes back as it is.
    """
    paths = document.map["paths"].map
    shared = common([path.split("/")[1:] for path in paths])
    if not shared or len(paths) < 2:
        return document
    prefix = f"/{'/'.join(shared)}"
    servers = document.get("servers")
    first = servers.list[0] if servers and servers.list else None
    host = first.get_text("url") if first is not None else None
    place = next(iter(paths.values())).span
    url = f"{host or ''}{prefix}"
    report.add(BASE_PATH_DERIVED.at(place, url=url))
    moved = {path.removeprefix(prefix) or "/": item for path, item in paths.items()}
    members = dict(document.map)
    members["servers"] = Node.of([{"url": url}], place, origin="template")
    members["paths"] = Node(moved, document.map["paths"].span)
    return Node(members, document.span)


def common(paths: Sequence[Sequence[str]]) -> list[str]:
    """Return the segments that all *paths* begin with, none of which is a parameter.

    The last segment of a path is never among them.

    >>> common([["v2", "pet"], ["v2", "pet", "{id}"], ["v2", "user"]])
    ['v2']
    """
    shared: list[str] = []
    for segments in zip(*(path[:-1] for path in paths), strict=False):
        if len(set(segments)) > 1 or "{" in segments[0]:
            break
        shared.append(segments[0])
    return shared
