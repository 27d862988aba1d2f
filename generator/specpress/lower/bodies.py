"""What an operation sends, and what it may get."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from specpress.diagnostics.codes.lower import BAD_STATUS, FROM_EXAMPLE
from specpress.ir.media import is_json
from specpress.ir.nodes import Body, Content, Response
from specpress.lower.answers import lower_headers, lower_links
from specpress.lower.context import Context
from specpress.lower.examples import example_type
from specpress.lower.media import example_nodes, lower_contents
from specpress.lower.places import component, is_true, place
from specpress.lower.unused import note_unused
from specpress.tree import Node

_STATUS: Final = re.compile(r"default|[1-5]([0-9][0-9]|[xX][xX])")


def lower_body(node: Node, context: Context) -> Body | None:
    """Return the request body that *node* describes; None when it has no content."""
    target = context.refs.resolve(node, "the body is left out")
    if target is None:
        return None
    name, node = component(node), target.node
    content = node.get("content")
    if content is None or not content.map:
        return None
    return Body(
        contents=tuple(lower_contents(content, context)),
        required=is_true(node.get("required")),
        description=node.get_text("description"),
        component=name,
        span=place(node),
        origin=node.origin,
    )


def lower_responses(operation: str, node: Node, context: Context) -> Iterator[Response]:
    """Yield the responses of *operation* that *node* describes."""
    for status, response in node.items():
        if status.startswith("x-"):
            continue
        if not _STATUS.fullmatch(status):
            context.report.add(BAD_STATUS.at(place(response), status=status))
            continue
        target = context.refs.resolve(response, "the response is left out")
        if target is None:
            continue
        lowered = _response(operation, status, target.node, context)
        yield replace(lowered, component=component(response))


def _response(operation: str, status: str, node: Node, context: Context) -> Response:
    note_unused(node, ("links",), context.report)
    content = node.get("content")
    contents = tuple(lower_contents(content, context)) if content else ()
    return Response(
        status=status if status == "default" else status.upper(),
        description=node.get_text("description"),
        contents=tuple(
            (
                _ended(operation, each, context)
                if each.item is not None
                else _derived(operation, status, each, _media(content, each), context)
            )
            for each in contents
        ),
        headers=lower_headers(node, context),
        links=lower_links(node, context),
        span=place(node),
        origin=node.origin,
    )


def _ended(operation: str, content: Content, context: Context) -> Content:
    """Return *content* with the terminator that the configuration gives its stream."""
    settings = context.config.operations.get(operation)
    if settings is None or settings.stream_end is None or content.item is None:
        return content
    return replace(content, terminator=settings.stream_end)


def _media(content: Node | None, of: Content) -> Node | None:
    return None if content is None else content.get(of.media_type)


def _derived(
    operation: str, status: str, content: Content, media: Node | None, context: Context
) -> Content:
    """Return *content*, its type derived from its examples when it has no schema."""
    if content.schema is not None or media is None or not is_json(content.media_type):
        return content
    target = context.refs.resolve(media, "the media type is left out")
    if target is None:
        return content
    type_ = example_type(list(example_nodes(target.node, context)))
    if type_ is None:
        return content
    values = {"status": status, "operation": operation}
    context.report.add(FROM_EXAMPLE.at(content.span, **values))
    return replace(content, type=type_, origin="example")
