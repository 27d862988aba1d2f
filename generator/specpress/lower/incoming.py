"""Requests that a server makes: callbacks and webhooks."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from specpress.document.dialects import deprecated
from specpress.ir.nodes import Incoming
from specpress.lower.context import Context
from specpress.lower.media import lower_contents
from specpress.lower.methods import methods
from specpress.lower.parameters import lower_parameters
from specpress.lower.places import component, is_true, place
from specpress.lower.prose import described
from specpress.tree import Node


def lower_callbacks(operation: Node, context: Context) -> tuple[Incoming, ...]:
    """Return the callbacks of *operation*: each by name and by expression."""
    found: list[Incoming] = []
    callbacks = operation.get("callbacks")
    for name, node in callbacks.items() if callbacks else ():
        target = context.refs.resolve(node, "the callback is left out")
        for url, item in target.node.items() if target else ():
            if not url.startswith("x-"):
                found += _item(name, url, item, context)
    return tuple(found)


def lower_webhooks(context: Context) -> tuple[Incoming, ...]:
    """Return the webhooks of the document."""
    webhooks = context.document.get("webhooks")
    items = webhooks.items() if webhooks else ()
    return tuple(e for name, item in items for e in _item(name, None, item, context))


def _item(
    name: str, url: str | None, item: Node, context: Context
) -> Iterator[Incoming]:
    """Yield what the path item *item* describes, one for each of its methods."""
    target = context.refs.resolve(item, "the path is left out")
    if target is None:
        return
    for method, node in methods(target.node):
        if node.is_object:
            lists = (target.node.get("parameters"), node.get("parameters"))
            given = [each for each in lists if each]
            made = _incoming(name, method, node, given, context)
            yield replace(
                made,
                url=url,
                summary=made.summary or target.node.get_text("summary"),
                description=made.description or described(target.node),
            )


def _incoming(
    name: str, method: str, node: Node, parameters: list[Node], context: Context
) -> Incoming:
    body = node.get("requestBody")
    target = context.refs.resolve(body, "the body is left out") if body else None
    content = target.node.get("content") if target else None
    return Incoming(
        name=name,
        method=method,
        id=node.get_text("operationId"),
        summary=node.get_text("summary"),
        description=described(node),
        parameters=lower_parameters("", node, name, parameters, context),
        contents=tuple(lower_contents(content, context)) if content else (),
        component=component(body) if body else None,
        deprecated=is_true(node.get("deprecated")) or deprecated(node),
        span=place(node),
        origin=node.origin,
    )
