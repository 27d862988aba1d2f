"""Samples of one operation: commands, requests, responses."""

from __future__ import annotations

import re
from typing import Final, cast

from specpress.lift.generic.blocks import Code
from specpress.lift.generic.context import Context
from specpress.lift.generic.curl import read_curl
from specpress.lift.generic.endpoint import Endpoint
from specpress.lift.generic.gathered import Gathered
from specpress.lift.generic.samples import MISSING, read_json, status_line

_REQUEST: Final = re.compile(
    r"(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)\s+\S+(?:\s+HTTP/\S+)?\s*\n"
)
_HEADER: Final = re.compile(r"^([A-Za-z][\w-]*):[ \t]*(.+)$", re.MULTILINE)
_REQUESTS: Final = ("example-request", "body", "request", "form", "parameters")
_ANSWERS: Final = ("response", "example-response", "errors")


def take_sample(
    block: Code,
    role: str | None,
    status: str | None,
    media: str | None,
    found: Gathered,
    endpoint: Endpoint,
    context: Context,
) -> None:
    """Put what the sample *block* shows into *found*."""
    if (curl := read_curl(block.text)) is not None:
        found.commands.append(curl)
        context.read(block, "command of curl")
        return
    text = block.text
    if (shown := status_line(text)) is not None:
        _answer(block, shown, None, found, context)
        return
    if request := _REQUEST.match(f"{text}\n"):
        _request(text[request.end() :], block, found, context)
        return
    if context.names(block):
        return
    value = read_json(text)
    if value is MISSING:
        if (
            text.lstrip()[:1] in ("{", "[")
            and block.lang in ("", "json", "js", "javascript", "json5", "jsonc")
            and not re.match(r"\s*\[[A-Za-z]", text)
        ):
            context.broken.append((block.path, block.span))
            context.ignore(block, "sample that is no JSON")
        else:
            context.ignore(block, f"sample{' in ' + block.lang if block.lang else ''}")
        return
    if role in _ANSWERS:
        _answer(block, status, media, found, context)
    elif role in _REQUESTS or _is_request(value, found, endpoint):
        found.request, found.has_request, found.request_span = value, True, block.span
        context.read(block, "sample of the request")
    else:
        _answer(block, status, media, found, context)


def _answer(
    block: Code,
    status: str | None,
    media: str | None,
    found: Gathered,
    context: Context,
) -> None:
    shown = found.response(status, block.span)
    value = read_json(block.text)
    if value is not MISSING and not shown.has_example:
        shown.example, shown.has_example, shown.span = value, True, block.span
        shown.media = shown.media or media or "application/json"
    for name, said in _HEADER.findall(block.text.split("\n\n")[0]):
        if name.lower() == "content-type" and status_line(block.text):
            shown.media = said.split(";")[0].strip()
    context.read(block, "sample of a response")


def _request(rest: str, block: Code, found: Gathered, context: Context) -> None:
    head, _, body = rest.partition("\n\n")
    for name, said in _HEADER.findall(head):
        found.headers.setdefault(name.lower(), said.strip())
        if name.lower() == "content-type":
            found.media = found.media or said.split(";")[0].strip()
    value = read_json(body or head)
    if value is not MISSING:
        found.request, found.has_request, found.request_span = value, True, block.span
    context.read(block, "sample of the request")


def _is_request(value: object, found: Gathered, endpoint: Endpoint) -> bool:
    """Return whether a sample below no label is what is sent."""
    if endpoint.method in ("get", "delete", "head") or found.has_request:
        return False
    if any(curl.data or curl.fields or curl.form for curl in found.commands):
        return False
    if not isinstance(value, dict):
        return False
    keys = set(cast("dict[str, object]", value))
    named = {
        fact.name
        for group in found.groups
        for fact in group.facts
        if group.role not in _ANSWERS
    }
    return bool(keys) and keys <= named
