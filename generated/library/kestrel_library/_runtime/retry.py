"""`RetryPolicy`: whether a failed call is repeated, and after which pause."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from random import random

_IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"})
KEY = "idempotency-key"
"""The header that makes any request idempotent."""


def repeatable(method: str, headers: Mapping[str, str]) -> bool:
    """Return whether a request does no more harm twice than once."""
    return method in _IDEMPOTENT or KEY in headers


async def _sleep_async(pause: float) -> None:
    """Wait on asyncio's loop."""
    # Imported here so that start-up stays fast: who runs a loop has loaded it.
    from asyncio import sleep

    await sleep(pause)


class RetryPolicy:
    """At most *attempts* tries in at most *budget* seconds.

    The pause begins at *initial* seconds and doubles up to *maximum*, less a random
    part of it, at most *jitter*. A server's ``Retry-After`` is kept instead; where it
    is beyond the budget the call fails at once. Only idempotent methods are repeated,
    or requests with an ``Idempotency-Key``, and only after a transport failure, 408,
    429 or 5xx. ``RetryPolicy(attempts=1)`` never repeats. With *new_key*, such as
    ``lambda: str(uuid4())``, other requests get such a header too, the same one for
    every try.
    """

    __slots__ = (
        "attempts",
        "budget",
        "chance",
        "clock",
        "initial",
        "jitter",
        "maximum",
        "new_key",
        "now",
        "sleep",
        "sleep_async",
    )

    def __init__(
        self,
        *,
        attempts: int = 3,
        initial: float = 0.5,
        maximum: float = 8.0,
        jitter: float = 0.25,
        budget: float = 60.0,
        new_key: Callable[[], str] | None = None,
        sleep: Callable[[float], object] = time.sleep,
        sleep_async: Callable[[float], Awaitable[object]] = _sleep_async,
        chance: Callable[[], float] = random,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.attempts = attempts
        self.initial = initial
        self.maximum = maximum
        self.jitter = jitter
        self.budget = budget
        self.new_key = new_key
        self.sleep = sleep
        self.sleep_async = sleep_async
        self.chance = chance
        self.clock = clock
        self.now = now

    def pause(
        self, tried: int, elapsed: float, status: int | None, retry_after: str | None
    ) -> float | None:
        """Return the seconds to wait after *tried* tries; None to give up.

        *status* is None after a transport failure.
        """
        if tried >= self.attempts or not _transient(status):
            return None
        asked = None if retry_after is None else seconds(retry_after, self.now())
        pause = self._backoff(tried) if asked is None else asked
        return pause if elapsed + pause <= self.budget else None

    def _backoff(self, tried: int) -> float:
        """Return the pause that is due after *tried* tries."""
        full = min(self.maximum, self.initial * 2.0 ** (tried - 1))
        return full * (1 - self.jitter * self.chance())


def _transient(status: int | None) -> bool:
    """Return whether another try may end differently."""
    return status is None or status in (408, 429) or 500 <= status <= 599


def asked_pause(headers: Mapping[str, str]) -> str | None:
    """Return the pause that a server asks for: as ``Retry-After`` (RFC 9110, 10.2.3), or
    as its finer form in milliseconds, which wins."""
    milliseconds = headers.get("retry-after-ms", "")
    if milliseconds.isascii() and milliseconds.isdigit():
        return f"{int(milliseconds)} ms"
    return headers.get("retry-after")


def seconds(retry_after: str, now: float) -> float | None:
    """Return the seconds that *retry_after* asks for: a number, maybe of milliseconds
    (``5 ms``), or a date."""
    number = retry_after.removesuffix(" ms")
    if number.isascii() and number.isdigit():
        return float(number) if number == retry_after else int(number) / 1000
    # Imported here so that start-up stays fast: few servers send a date.
    from email.utils import mktime_tz, parsedate_tz

    try:
        date = parsedate_tz(retry_after)
        return None if date is None else max(0.0, mktime_tz(date) - now)
    except ValueError:
        return None
