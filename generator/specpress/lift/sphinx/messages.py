"""HTTP messages in code blocks: a start line, headers, a body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from specpress.lift.httpdoc.message import Header, Message
from specpress.readers import slices
from specpress.readers.element import Element
from specpress.source import Span

_REQUEST: Final = re.compile(r"([A-Z]+)[ \t]+(\S+)(?:[ \t]+HTTP/[\d.]+)?[ \t]*")
_ANSWER: Final = re.compile(r"HTTP/[\d.]+[ \t]+(\d{3}|\w+)(?:[ \t]+([^\n]*))?")
_HEADER: Final = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*([^\n]*)")


@dataclass(frozen=True, slots=True)
class Shown:
    """A message; *status* is empty for a request."""

    status: str
    span: Span
    message: Message


def read_shown(block: Element) -> Shown | None:
    """Return the message in *block* (RFC 9112, 2.1), or None when it is none."""
    pre = next((each for each in block.walk() if each.tag == "pre"), block)
    text = pre.text
    at = len(text.text) - len(text.text.lstrip())
    answer = _ANSWER.match(text.text, at)
    start = answer or _REQUEST.match(text.text, at)
    if start is None:
        return None
    headers: list[Header] = []
    at = start.end()
    while found := re.compile(r"[ \t]*\n").match(text.text, at):
        at = found.end()
        header = _HEADER.match(text.text, at)
        if header is None:
            break
        value = slices.decoded(
            pre.source, text.offset(header.start(2)), text.offset(header.end(2))
        )
        name, said = header[1].lower(), header[2].strip()
        headers.append(Header(name, said, value, text.span(*header.span())))
        at = header.end()
    begin = text.offset(at) if at < len(text.text) else pre.inner.end
    body = slices.decoded(pre.source, begin, pre.inner.end)
    status = answer[1] if answer else ""
    return Shown(status, text.span(*start.span()), Message(tuple(headers), body))
