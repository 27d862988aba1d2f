"""From a response to a value: what the media type says, as the description's type."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from .drift import DriftEvent
from .media import is_json, is_text, matches
from .operation import Operation, Response
from .types import ModelFactory

if TYPE_CHECKING:
    from .transport import HttpResponse

_BODILESS = (204, 205, 304)


class Reading(NamedTuple):
    """What a response says, and where it departs from the description."""

    value: object
    success: bool
    events: list[DriftEvent]


def read(operation: Operation[object], response: HttpResponse) -> Reading:
    """Return what *response* says; whatever comes, a value is made of it."""
    status = response.status_code
    choices = declared(operation.responses, status)
    redirect = status < 400 and any(c.status[0] == "3" for c in choices)
    reading = Reading(None, 200 <= status < 300 or redirect, [])
    if reading.success and not choices:
        _drift(operation, response, reading, "a documented status", status)
    if response.content and operation.method != "HEAD":
        return reading._replace(value=_value(operation, response, choices, reading))
    if any(c.media_type for c in choices) and not (
        status in _BODILESS or operation.method == "HEAD"
    ):
        _drift(operation, response, reading, "a body", None)
    return reading


def declared(responses: tuple[Response, ...], status: int) -> list[Response]:
    """Return what is said of *status*: exactly, else for its range, else by default.

    Where successes are described, the default is that of errors.
    """
    ranges = f"{status // 100}XX"
    exact = [r for r in responses if r.status == str(status)]
    ranged = [r for r in responses if r.status.upper() == ranges]
    if 200 <= status < 300 and any(r.status[0] == "2" for r in responses):
        return exact or ranged
    return exact or ranged or [r for r in responses if r.status == "default"]


def _value(
    operation: Operation[object],
    response: HttpResponse,
    choices: list[Response],
    reading: Reading,
) -> object:
    """Return the body of *response*; add what is unexpected to *reading*."""
    types = [c.media_type for c in choices if c.media_type]
    actual = response.headers.get("content-type") or next(iter(types), "")
    fitting = [c for c in choices if c.media_type and matches(c.media_type, actual)]
    if choices and not fitting:
        _drift(operation, response, reading, " or ".join(types) or "no body", actual)
    if is_json(actual):
        try:
            data: object = json.loads(response.content)
        except (ValueError, RecursionError):
            _drift(operation, response, reading, "valid JSON", response.text)
            return response.text
    else:
        data = response.text if is_text(actual) else response.content
    model = fitting[0].model if fitting else None
    return (
        data if model is None else _modelled(operation, model, data, reading, response)
    )


def _modelled(
    operation: Operation[object],
    model: ModelFactory,
    data: object,
    reading: Reading,
    response: HttpResponse,
) -> object:
    """Return *data* as *model* has them; add what doesn't fit to *reading*."""
    # Imported here so that start-up stays fast: it loads pydantic.
    from .problems import place
    from .schema import schema

    value, problems = schema(model).read(data)
    for problem in problems:
        _drift(
            operation,
            response,
            reading,
            problem.expected,
            problem.value,
            place(problem.path),
        )
    return value


def _drift(
    operation: Operation[object],
    response: HttpResponse,
    reading: Reading,
    expected: str,
    got: object,
    path: str = "",
) -> None:
    """Add an event to *reading*."""
    event = DriftEvent(operation.id, response.status_code, path, expected, got)
    reading.events.append(event)
