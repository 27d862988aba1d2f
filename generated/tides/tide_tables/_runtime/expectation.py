"""`Expectation`: what an operation's description says of a status and a media type."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Literal, NamedTuple

from .media import is_json, is_text, matches, nearness
from .operation import Operation, Response
from .types import ModelFactory


class Expectation(NamedTuple):
    """What to make of a response: how it is decoded, and what it should be.

    *types* are the media types that are documented for the status.
    """

    success: bool
    documented: bool
    types: tuple[str, ...]
    fits: bool
    decoding: Literal["json", "text", "bytes"]
    model: ModelFactory | None
    exact: bool
    parse: Callable[[bytes], object] | None


@lru_cache(1024)
def expect(operation: Operation[object], status: int, media_type: str) -> Expectation:
    """Return what is said of *status* with *media_type*, which may be empty.

    A redirect is a success where it is documented as one.
    """
    known = documented(operation.responses, status)
    types = tuple(r.media_type for r in known if r.media_type)
    actual = media_type or next(iter(types), "")
    plain = [r for r in known if r.items is None]
    fitting = sorted(
        (r for r in plain if r.media_type and matches(r.media_type, actual)),
        key=lambda response: nearness(response.media_type or "", actual),
    )
    redirect = 300 <= status < 400 and any(r.status[0] == "3" for r in known)
    return Expectation(
        success=200 <= status < 300 or redirect,
        documented=bool(known),
        types=types,
        fits=bool(fitting) or not known,
        decoding="json" if is_json(actual) else "text" if is_text(actual) else "bytes",
        model=fitting[0].model if fitting else None,
        exact=bool(fitting) and fitting[0].exact,
        parse=fitting[0].parse if fitting else None,
    )


def documented(responses: tuple[Response, ...], status: int) -> list[Response]:
    """Return what is said of *status*: exactly, else for its range, else by default.

    Where successes are documented, the default is that of errors.
    """
    exact = [r for r in responses if r.status == str(status)]
    ranged = [r for r in responses if r.status.upper() == f"{status // 100}XX"]
    other = [r for r in responses if r.status == "default"]
    if 200 <= status < 300 and any(r.status[0] == "2" for r in responses):
        return exact or ranged
    return exact or ranged or other
