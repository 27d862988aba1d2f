"""What a response has beside its body: headers, and links to further operations."""

from __future__ import annotations

from collections.abc import Iterator

from specpress.ir.nodes import Header, Link
from specpress.ir.types import String
from specpress.ir.values import Json
from specpress.lower.context import Context
from specpress.lower.places import is_true, place
from specpress.lower.prose import described
from specpress.tree import Node


def lower_headers(response: Node, context: Context) -> tuple[Header, ...]:
    """Return the headers of *response*, but for Content-Type, which OpenAPI ignores."""
    headers = response.get("headers")
    return tuple(_headers(headers, context)) if headers else ()


def _headers(headers: Node, context: Context) -> Iterator[Header]:
    for name, node in headers.items():
        target = context.refs.resolve(node, "the header is left out")
        if target is None or name.lower() == "content-type":
            continue
        node = target.node
        media_type, schema = _schema(node)
        yield Header(
            name=name,
            type=context.schemas.lower(schema) if schema else String(),
            required=is_true(node.get("required")),
            explode=is_true(node.get("explode")),
            media_type=media_type,
            description=described(node) or (described(schema) if schema else None),
            deprecated=is_true(node.get("deprecated")),
            span=place(node),
            origin=node.origin,
        )


def _schema(header: Node) -> tuple[str | None, Node | None]:
    """Return the media type of *header*, if it is text of one, and its schema."""
    content = header.get("content")
    for media_type, media in content.items() if content else ():
        return media_type, media.get("schema")
    return None, header.get("schema")


def lower_links(response: Node, context: Context) -> tuple[Link, ...]:
    """Return the links of *response*."""
    links = response.get("links")
    return tuple(_links(links, context)) if links else ()


def _links(links: Node, context: Context) -> Iterator[Link]:
    for name, node in links.items():
        target = context.refs.resolve(node, "the link is left out")
        if target is None:
            continue
        node = target.node
        values = node.get("parameters")
        yield Link(
            name=name,
            target=node.get_text("operationId") or node.get_text("operationRef"),
            values=None if values is None else Json.of(values.plain()),
            description=node.get_text("description"),
            span=place(node),
            origin=node.origin,
        )
