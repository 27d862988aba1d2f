"""What an API sends of its own accord: webhooks, and the callbacks of operations."""

from __future__ import annotations

from collections.abc import Iterator

from specpress.ir.nodes import Api, Header, Incoming


def incoming_headers(api: Api) -> Iterator[Header]:
    """Yield the headers that come with what *api* sends."""
    for each in every_incoming(api):
        for parameter in each.parameters:
            if parameter.location == "header":
                yield Header(
                    name=parameter.name,
                    type=parameter.type,
                    required=parameter.required,
                    explode=parameter.explode,
                    media_type=parameter.media_type,
                    description=parameter.description,
                    deprecated=parameter.deprecated,
                    span=parameter.span,
                )


def every_incoming(api: Api) -> Iterator[Incoming]:
    """Yield all that *api* sends of its own accord."""
    yield from api.webhooks
    for operation in api.operations:
        yield from operation.callbacks
