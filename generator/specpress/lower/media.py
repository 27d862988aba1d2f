"""Media types of bodies: their schemas, their examples and the types of both."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from specpress.diagnostics.codes.lower import LOST_PART
from specpress.ir.media import framing, is_json
from specpress.ir.nodes import Content
from specpress.ir.values import Json
from specpress.lower.context import Context
from specpress.lower.encodings import lower_encodings
from specpress.lower.original import original
from specpress.lower.places import json_list, place
from specpress.lower.sequences import sequenced
from specpress.tree import Node


def lower_contents(node: Node, context: Context) -> Iterator[Content]:
    """Yield what the media types in *node*, a ``content``, hold."""
    for media_type, media in node.items():
        target = context.refs.resolve(media, "the media type is left out")
        if target is None:
            continue
        media = target.node
        for key in _lost(media_type, media):
            context.report.add(LOST_PART.at(place(media.map[key]), part=key))
        yield _content(media_type, media, context)


def _lost(media_type: str, media: Node) -> list[str]:
    """Return the keys of *media* that say what the client does not do."""
    if "itemSchema" not in media.map:
        return []
    if not _is_sequence(media_type, media):
        return ["itemSchema"]
    return ["schema"] if "schema" in media.map else []


def _is_sequence(media_type: str, media: Node) -> bool:
    """Return whether a body of *media_type* is a sequence; text may be one of lines."""
    lines = media_type.lower().startswith("text/") and "itemSchema" in media.map
    return framing(media_type) is not None or (lines and not is_json(media_type))


def _content(media_type: str, media: Node, context: Context) -> Content:
    schema = media.get("schema")
    examples = examples_of(media, context)
    bare = Content(
        media_type=media_type,
        examples=examples,
        encodings=lower_encodings(media_type, media, context),
        span=place(media),
        origin=media.origin,
    )
    if _is_sequence(media_type, media):
        return sequenced(bare, media, context)
    if schema is None:
        return bare
    told = json_list(context.schemas.annotation(schema, "examples"))
    return replace(
        bare,
        type=context.schemas.lower(schema),
        schema=original(schema, context.document),
        examples=examples or told,
    )


def examples_of(node: Node, context: Context) -> tuple[Json, ...]:
    """Return the examples that a parameter or a media type has beside its schema."""
    return tuple(Json.of(each.plain()) for each in example_nodes(node, context))


def example_nodes(node: Node, context: Context) -> Iterator[Node]:
    """Yield the values of ``example`` and of ``examples`` of *node*."""
    if (example := node.get("example")) is not None:
        yield example
    examples = node.get("examples")
    for each in examples.map.values() if examples else ():
        target = context.refs.resolve(each, "the example is left out")
        if target is None:
            continue
        for key in ("dataValue", "value"):
            if (value := target.node.get(key)) is not None:
                yield value
                break
