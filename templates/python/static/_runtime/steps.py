"""What making a credential may need done, whoever waits for it.

Credentials are generators that yield steps; `signing` takes them, for both clients.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")


class Fetch:
    """A request for a token or for metadata; its repr shows nothing of it."""

    __slots__ = ("content", "headers", "method", "url")

    def __init__(
        self,
        url: str,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.url = url
        self.method = "GET" if content is None else "POST"
        self.content = content
        self.headers = {"accept": "application/json", **(headers or {})}


class Reply:
    """What came back for a `Fetch`."""

    __slots__ = ("content", "status")

    def __init__(self, status: int, content: bytes) -> None:
        self.status = status
        self.content = content


class Flight:
    """One renewal that many threads and tasks wait for, in one loop or in several."""

    __slots__ = ("future",)

    def __init__(self) -> None:
        # Imported here so that start-up stays fast: few clients fetch tokens.
        from concurrent.futures import Future

        self.future: Future[BaseException | None] = Future()
        self.future.set_running_or_notify_cancel()  # no waiting task can cancel it

    def land(self, error: BaseException | None) -> None:
        """Let go all who wait."""
        self.future.set_result(error)


class Provide:
    """A function of the user's that gives a value, at once or to be awaited."""

    __slots__ = ("call", "slow")

    def __init__(self, call: Callable[[], object], *, slow: bool = False) -> None:
        self.call = call
        self.slow = slow
        """Whether it blocks, so that a loop has to run it in a thread."""


Step: TypeAlias = "Fetch | Flight | Provide | float"
"""What may be yielded: a float is a pause in seconds."""
Steps: TypeAlias = Generator[Step, object, T]


def fetched(fetch: Fetch) -> Steps[Reply]:
    """Return the answer to *fetch*."""
    reply = yield fetch
    if not isinstance(reply, Reply):
        raise TypeError("no reply")
    return reply


def provided(
    call: Callable[[], object], what: str, *, slow: bool = False
) -> Steps[str]:
    """Return the text that *call* gives for *what*."""
    value = yield Provide(call, slow=slow)
    if not isinstance(value, str) or not value:
        raise TypeError(f"{what} gave no text, but {type(value).__name__}")
    return value


def awaited(flight: Flight) -> Steps[None]:
    """Wait for the end of *flight*, and raise the error that ended it; what tells of
    no more than one thread or task, such as its cancellation, is nobody else's."""
    error = yield flight
    if isinstance(error, Exception):
        # Imported here so that start-up stays fast: this is rare.
        from copy import copy

        raise copy(error)
