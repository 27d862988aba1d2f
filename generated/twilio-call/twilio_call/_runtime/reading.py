"""From a response to a value: what the media type says, as the description's type."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from .drift import DriftEvent
from .expectation import Expectation, expect
from .json import Digits
from .operation import Operation
from .plan import schema

if TYPE_CHECKING:
    from .transport import HttpResponse

_BODILESS = (204, 205, 304)


class Reading(NamedTuple):
    """What a response says, and where it departs from the description."""

    value: object
    success: bool
    events: tuple[DriftEvent, ...]


class _Finding(NamedTuple):
    """The part of an event that is found in the body."""

    path: str
    expected: str
    got: object


def read(operation: Operation[object], response: HttpResponse) -> Reading:
    """Return what *response* says; whatever comes, a value is made of it."""
    status = response.status_code
    media_type = response.headers.get("content-type", "")
    known = expect(operation, status, media_type)
    findings: list[_Finding] = []
    value = None
    if known.success and not known.documented:
        findings.append(_Finding("", "a documented status", status))
    if operation.method != "HEAD":
        blank = known.decoding == "json" or not media_type
        if response.content.strip() if blank else response.content:
            value = _body(known, response, media_type, findings)
        elif known.types and status not in _BODILESS:
            findings.append(_Finding("", "a body", None))
    events = [DriftEvent(operation.id, status, *finding) for finding in findings]
    return Reading(value, known.success, tuple(events))


def _body(
    known: Expectation,
    response: HttpResponse,
    media_type: str,
    findings: list[_Finding],
) -> object:
    """Return the body of *response*; add what is unexpected to *findings*."""
    if not known.fits:
        expected = " or ".join(known.types) or "no body"
        findings.append(_Finding("", expected, media_type))
    data: object = response.content
    if known.parse is not None:
        try:
            data = known.parse(response.content)
        except ValueError:
            findings.append(_Finding("", f"valid {media_type}", response.text))
            return response.text
    elif known.decoding == "text":
        data = response.text
    elif known.decoding == "json":
        number = Digits.of if known.exact else None
        if known.model is not None and not known.exact:
            try:  # at once, which takes half the time, but tells no fault as we do
                return schema(known.model).parsed(response.content)
            except ValueError:
                pass
        try:
            text = _utf(response) if ";" in media_type else response.content
            data = json.loads(text, parse_float=number)
        except (ValueError, RecursionError):
            findings.append(_Finding("", "valid JSON", response.text))
            return response.text
    if known.model is None:
        return data
    value, problems = schema(known.model).read(data)
    for problem in problems:
        findings.append(_Finding(problem.place, problem.expected, problem.value))
    return value


def _utf(response: HttpResponse) -> bytes | str:
    """Return the JSON of *response*: text where it says that it is in another charset
    than those of JSON (RFC 8259, 8.1)."""
    other = response.charset_encoding
    if other is None or other.lower().startswith("utf"):
        return response.content
    return response.text
