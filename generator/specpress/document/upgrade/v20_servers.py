"""Host, base path and schemes of Swagger 2.0 as servers of OpenAPI 3.0."""

from __future__ import annotations

from specpress.diagnostics import Report
from specpress.diagnostics.codes.upgrade import ASSUMED_SCHEME
from specpress.document.rebuild import like
from specpress.document.upgrade.v20_scope import texts
from specpress.tree import Node


def upgrade_servers(document: Node, report: Report) -> Node | None:
    """Return the servers of *document*, one for each scheme, plain HTTP last; None where
    it names none.

    Without schemes the one of the page that the document was read from counts
    (https://spec.openapis.org/oas/v2.0.html#swagger-object); it is taken to be https.
    """
    host, base = document.get("host"), document.get("basePath")
    at = host or base
    if at is None:
        return None
    path = "/" + ((base.text if base else None) or "").strip("/")
    authority = ((host.text if host else None) or "").strip().rstrip("/")
    if not authority:
        return like(at, [like(at, {"url": like(at, path)})])
    schemes = sorted(texts(document, "schemes"), key=lambda s: s.lower() == "http")
    if not schemes and "://" not in authority:
        report.add(ASSUMED_SCHEME.at(at.span, host=authority))
    urls = (
        [authority + path]
        if "://" in authority
        else [f"{scheme}://{authority}{path}" for scheme in schemes or ("https",)]
    )
    servers = [like(at, {"url": like(at, url.rstrip("/"))}) for url in urls]
    return like(document.get("schemes") or at, servers)


def operation_servers(operation: Node, document: Node, report: Report) -> Node | None:
    """Return the servers of *operation*, when its schemes are not those of *document*."""
    schemes = operation.get("schemes")
    host = document.get_text("host")
    if schemes is None or not host:
        return None
    if set(texts(operation, "schemes")) == set(texts(document, "schemes")):
        return None
    own = like(document, {**document.map, "schemes": schemes})
    return upgrade_servers(own, report)
