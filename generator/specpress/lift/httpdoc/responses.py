"""The responses of an operation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import (
    NO_CONTENT,
    NO_RESPONSES,
    REPEATED_STATUS,
    UNKNOWN_STATUS,
)
from specpress.lift.httpdoc.media import media_types, read_example
from specpress.lift.httpdoc.message import Message, read_message
from specpress.readers.element import Element
from specpress.tree import Node

_STATUS: Final = re.compile(r"[1-5](?:[0-9]{2}|XX)|DEFAULT")


def read_responses(scope: Element, request: Message, report: Report) -> Node:
    """Return the responses, in the page's order.

    Each shows its first media type only. The others stand in the request's ``accept``,
    where they follow the first one of the response they belong to.
    """
    responses: dict[str, Node] = {}
    section = scope.first("responses")
    for element in scope.all("response"):
        if (found := _response(element, report)) is None:
            continue
        status, response = found
        if status in responses:
            report.add(REPEATED_STATUS.at(response.key_span, status=status))
        responses.setdefault(status, response)
    if not responses:
        span = section.span if section else scope.span
        report.add(NO_RESPONSES.at(span))
        responses["default"] = Node.of({"description": ""}, span, origin="default")
    _add_accepted(responses, request, report)
    return Node(responses, section.span if section else scope.span)


def _response(element: Element, report: Report) -> tuple[str, Node] | None:
    line = element.first("status-line")
    text, span = line.text.trimmed() if line else ("", element.span)
    status = text.upper()
    if not _STATUS.fullmatch(status):
        report.add(UNKNOWN_STATUS.at(span, status=text))
        return None
    status = status if status != "DEFAULT" else "default"
    described = element.first("status-description")
    words, place = described.text.trimmed() if described else ("", span)
    members = {"description": Node(words, place)}
    message = read_message(element, report, ("content-type",))
    if example := element.first("http-example"):
        message = read_message(example, report, ("content-type",))
    header = message.header("content-type")
    media = next(media_types(header, report), None) if header else None
    if media is not None:
        name = str(media.text)
        read = read_example(message.body, name, report)
        content = {"example": read} if read is not None else {}
        members["content"] = Node({name: Node(content, media.span, media.span)})
    return status, Node(members, element.span, span)


def _add_accepted(responses: dict[str, Node], request: Message, report: Report) -> None:
    """Put the further media types that the request accepts where they belong."""
    header = request.header("accept")
    owners = dict(_owners(responses))
    owner = next(reversed(owners.values()), None)
    for media in media_types(header, report) if header else ():
        name = str(media.text)
        if name in owners:
            owner = owners[name]
        elif owner is None:
            report.add(NO_CONTENT.at(media.span, media=name))
        elif isinstance(owner.value, dict):
            owner.value[name] = Node({}, media.span, media.span, "example")


def _owners(responses: dict[str, Node]) -> Iterator[tuple[str, Node]]:
    """Yield the media types shown, each with the content of the first that has it."""
    for response in reversed(responses.values()):
        if content := response.get("content"):
            yield from ((name, content) for name in content.map)
