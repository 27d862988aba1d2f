"""Encodings: how the parts of a form, or of a body of several parts, are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specpress.diagnostics.codes.lower import LOST_PART
from specpress.diagnostics.codes.wirein import BAD_PART_STYLE, IDLE_ENCODING
from specpress.ir.media import is_form, is_multipart
from specpress.ir.parts import Encoding, PartHeader, Style
from specpress.lower.context import Context
from specpress.lower.places import is_true, place
from specpress.tree import Node

_KEYS: Final = ("encoding", "prefixEncoding", "itemEncoding")
_STYLES: Final[tuple[Style, ...]] = (
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "tabDelimited",
    "deepObject",
)
"""Those that parts can have: the ones of query parameters."""


def lower_encodings(
    media_type: str, media: Node, context: Context
) -> tuple[Encoding, ...]:
    """Return how the parts of a body of *media_type*, which *media* describes, are
    written (OpenAPI 3.2, "Encoding Usage and Restrictions")."""
    if not is_form(media_type) and not is_multipart(media_type):
        for key in _KEYS:
            if (idle := media.get(key)) is not None:
                values = {"key": key, "media_type": media_type}
                context.report.add(IDLE_ENCODING.at(place(idle), **values))
        return ()
    return tuple(_lowered(media, context))


def _lowered(media: Node, context: Context) -> Iterator[Encoding]:
    named = media.get("encoding")
    for name, node in named.items() if named else ():
        if not name.startswith("x-") or node.is_object:
            yield _encoding(node, context, name=name)
    numbered = media.get("prefixEncoding")
    for index, node in enumerate(numbered.list if numbered else ()):
        yield _encoding(node, context, index=index)
    if (rest := media.get("itemEncoding")) is not None:
        yield _encoding(rest, context)


def _encoding(
    node: Node, context: Context, *, name: str | None = None, index: int | None = None
) -> Encoding:
    for key in _KEYS:
        if (lost := node.get(key)) is not None:
            context.report.add(LOST_PART.at(place(lost), part=key))
    style, explode = _style(node, context), node.get("explode")
    reserved = node.get("allowReserved")
    listed = (node.get_text("contentType") or "").split(",")
    return Encoding(
        name=name,
        index=index,
        media_types=tuple(filter(None, (each.strip() for each in listed))),
        headers=tuple(_headers(node, context)),
        style=style,
        explode=None if explode is None else is_true(explode),
        allow_reserved=None if reserved is None else is_true(reserved),
        span=place(node),
        origin=node.origin,
    )


def _style(node: Node, context: Context) -> Style | None:
    style = node.get("style")
    if style is None:
        return None
    for known in _STYLES:
        if known == style.text:
            return known
    context.report.add(BAD_PART_STYLE.at(style.span, style=style.plain()))
    return None


def _headers(node: Node, context: Context) -> Iterator[PartHeader]:
    """Yield the headers of the part that *node* describes; its Content-Type has a place
    of its own (OpenAPI 3.2, Encoding Object, "headers")."""
    headers = node.get("headers")
    for name, header in headers.items() if headers else ():
        target = context.refs.resolve(header, "the header is left out")
        if target is None or name.lower() == "content-type":
            continue
        schema = target.node.get("schema")
        yield PartHeader(
            name=name,
            value=None if schema is None else _constant(schema, context),
            required=is_true(target.node.get("required")),
            span=place(target.node),
            origin=target.node.origin,
        )


def _constant(schema: Node, context: Context) -> str | None:
    """Return the text that *schema* leaves no choice about, or that it has by default."""
    annotation = context.schemas.annotation
    found = annotation(schema, "const") or annotation(schema, "default")
    listed = annotation(schema, "enum")
    if found is None and listed is not None and len(listed.list) == 1:
        found = listed.list[0]
    if found is None or found.is_object or found.list:
        return None
    return found.text if found.text is not None else str(found.plain())
