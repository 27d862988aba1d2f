"""`Polling`: how to ask how far something is, and what the answers mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urlsplit

from .failures import CallError
from .following import inside, json_of
from .retry import RetryPolicy, asked_pause, seconds

if TYPE_CHECKING:
    from .transport import HttpResponse

_FIRST, _FACTOR, _LONGEST = 1.0, 1.5, 30.0
_PASSED = ("extra_headers", "server_url", "timeout")


class WaitError(CallError):
    """What was waited for did not come to a good end; *result* is the last answer."""

    def __init__(self, status: object, result: object) -> None:
        super().__init__(status, result)
        self.status = status
        self.result = result


class WaitFailedError(WaitError):
    """It failed, or somebody stopped it."""

    def __str__(self) -> str:
        return f"it ended as {self.status!r}"


class WaitTimeoutError(WaitError, TimeoutError):
    """It has not ended in time."""

    def __str__(self) -> str:
        return f"it has not ended in time, but is {self.status!r}"


class Polling(NamedTuple):
    """How to ask how far something is.

    *status* is the way into the JSON of an answer to its state, which is one of *done*
    at a good end and of *failed* at a bad one. *arguments* tell where each argument of
    the question is from: ``("body", "id")`` in the answer that began it, ``("header",
    "location")`` there, ``("given", "name")`` what that was called with. None repeats
    the call itself. *path* is that of the question.
    """

    status: tuple[str, ...]
    done: tuple[object, ...]
    failed: tuple[object, ...] = ()
    arguments: Mapping[str, tuple[str, ...]] | None = None
    path: str = ""


class Patience:
    """The pauses of one wait: what servers ask for, else longer and longer ones."""

    def __init__(self, retry: RetryPolicy, within: float, every: float | None) -> None:
        self._retry = retry
        self._end = retry.clock() + within
        self._every = every
        self._next = _FIRST

    def pause(self, response: HttpResponse) -> float | None:
        """Return the seconds until the next question; None where time is up first."""
        asked = asked_pause(response.headers)
        told = None if asked is None else seconds(asked, self._retry.now())
        pause = self._next if self._every is None else self._every
        if told is not None:
            pause = max(told, 0.0)
        else:
            self._next = min(self._next * _FACTOR, _LONGEST)
        return pause if self._retry.clock() + pause <= self._end else None


def question(
    polling: Polling, given: Mapping[str, Any], response: HttpResponse
) -> dict[str, Any]:
    """Return the arguments of the question after *response*, to a call with *given*."""
    if polling.arguments is None:
        return dict(given)
    answer = json_of(response.content)
    found = {name: given[name] for name in _PASSED if name in given}
    for name, (kind, *way) in polling.arguments.items():
        if kind == "given":
            found[name] = given[way[0]]
        elif kind == "body":
            found[name] = inside(answer, tuple(way))
        else:
            found[name] = _in_url(polling.path, way[1], response.headers.get(way[0]))
        if found[name] is None:
            raise WaitError(f"nothing in the answer says what {name} is", answer)
    return found


def has_ended(polling: Polling, response: HttpResponse, result: object) -> bool:
    """Return whether *response* tells of a good end; raise WaitFailedError at a bad one."""
    status = state(polling, response)
    if status in polling.failed:
        raise WaitFailedError(status, result)
    return status in polling.done


def state(polling: Polling, response: HttpResponse) -> object:
    """Return the state in *response*."""
    return inside(json_of(response.content), polling.status)


def _in_url(path: str, name: str, url: str | None) -> str | None:
    """Return what *url* has for the place *name* of *path*, whatever is before it."""
    parts = re.split(r"\{([^{}]*)\}", path)
    parts[::2] = map(re.escape, parts[::2])
    parts[1::2] = ["([^/]+)" if part == name else "[^/]+" for part in parts[1::2]]
    match = re.search("".join(parts) + "/?$", urlsplit(url or "").path)
    return unquote(match[1]) if match else None
