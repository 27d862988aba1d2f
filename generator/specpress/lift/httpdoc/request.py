"""The body of a request."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import NO_BODY_SCHEMA, NO_MEDIA_TYPE
from specpress.lift.httpdoc.media import media_types, read_example
from specpress.lift.httpdoc.message import Message
from specpress.lift.httpdoc.schema import read_schema
from specpress.readers.element import Element
from specpress.tree import Node

_USUAL: Final = "application/json"


def read_body(scope: Element, message: Message, report: Report) -> Node | None:
    """Return the request body, or None when the operation has none.

    The tool does not say whether the body is required. It is taken as required when
    its schema requires a field, since the fields are then required arguments.
    """
    section = scope.first("requestcontent")
    element = section.first("schema") if section else scope.first("schema")
    header = message.header("content-type")
    if element is None and header is None:
        return None
    place = header.span if header else element.span if element else scope.span
    media = next(media_types(header, report), None) if header else None
    if media is None:
        media = Node(_USUAL, place, origin="default")
        report.add(NO_MEDIA_TYPE.at(place, media=_USUAL))
    members: dict[str, Node] = {}
    if element is None:
        report.add(NO_BODY_SCHEMA.at(place))
    else:
        members["schema"] = read_schema(element, report)
    example = read_example(message.body, str(media.text), report)
    if example is not None:
        members["example"] = example
    content = Node({str(media.text): Node(members, place, media.span, media.origin)})
    body = {"content": content}
    schema = members.get("schema")
    if schema and (required := schema.get("required")):
        body["required"] = Node(True, required.span, origin="default")
    return Node(body, element.span if element else place, place)
