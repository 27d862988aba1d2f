"""`WaitMethod` and `AsyncWaitMethod`: methods that wait for the end of what they begin."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from copy import copy
from functools import partial
from typing import (
    TYPE_CHECKING,
    Any,
    Concatenate,
    Generic,
    ParamSpec,
    Self,
    TypeVar,
    cast,
)

from .capture import Capture
from .polling import Patience, Polling, WaitTimeoutError, has_ended, question, state
from .retry import RetryPolicy

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")


class _Waits:
    """What both kinds share: for how long they wait."""

    _within = 600.0
    _every: float | None = None

    def within(self, seconds: float, *, every: float | None = None) -> Self:
        """Return the same for at most *seconds*, asking *every* so often.

        A ``Retry-After`` of the server comes first.
        """
        other = copy(self)
        other._within, other._every = seconds, every
        return other


class Waiting(_Waits, Generic[P, T]):
    """A method that waits: it raises WaitFailedError at a bad end, WaitTimeoutError where
    there is none within ten minutes, or those of ``method.within(seconds)(...)``."""

    def __init__(
        self,
        client: object,
        retry: RetryPolicy,
        begin: Callable[..., object],
        polling: Polling,
        ask: Callable[..., T],
    ) -> None:
        self._client = client
        self._retry = retry
        self._begin = begin
        self._polling = polling
        self._ask = ask

    def __call__(self, *args: P.args, **given: P.kwargs) -> T:
        """Return the last answer."""
        polling, retry = self._polling, self._retry
        patience = Patience(retry, self._within, self._every)
        with Capture(self._client) as captured:
            result = self._begin(*args, **given)
            response = captured.response
            asked = question(polling, cast("dict[str, Any]", given), response)
            if polling.arguments is None and has_ended(polling, response, result):
                return cast("T", result)
            while (pause := patience.pause(response)) is not None:
                retry.sleep(pause)
                answer = self._ask(**asked)
                response = captured.response
                if has_ended(polling, response, answer):
                    return answer
                result = answer
        raise WaitTimeoutError(state(polling, response), result)


class AsyncWaiting(_Waits, Generic[P, T]):
    """The same, to be awaited."""

    def __init__(
        self,
        client: object,
        retry: RetryPolicy,
        begin: Callable[..., Awaitable[object]],
        polling: Polling,
        ask: Callable[..., Awaitable[T]],
    ) -> None:
        self._client = client
        self._retry = retry
        self._begin = begin
        self._polling = polling
        self._ask = ask

    async def __call__(self, *args: P.args, **given: P.kwargs) -> T:
        """Return the last answer."""
        polling, retry = self._polling, self._retry
        patience = Patience(retry, self._within, self._every)
        with Capture(self._client) as captured:
            result = await self._begin(*args, **given)
            response = captured.response
            asked = question(polling, cast("dict[str, Any]", given), response)
            if polling.arguments is None and has_ended(polling, response, result):
                return cast("T", result)
            while (pause := patience.pause(response)) is not None:
                await retry.sleep_async(pause)
                answer = await self._ask(**asked)
                response = captured.response
                if has_ended(polling, response, answer):
                    return answer
                result = answer
        raise WaitTimeoutError(state(polling, response), result)


if TYPE_CHECKING:

    class WaitMethod(Generic[P, T]):
        """A function with the arguments of *method* that returns what *reader* answers
        of what it began, once that has ended."""

        def __init__(
            self,
            method: Callable[Concatenate[S, P], object],
            polling: Polling,
            reader: Callable[..., T],
        ) -> None: ...

        def __get__(
            self, instance: object, owner: type | None = None
        ) -> Waiting[P, T]: ...

    class AsyncWaitMethod(Generic[P, T]):
        """The same to be awaited; both methods are those of the synchronous client."""

        def __init__(
            self,
            method: Callable[Concatenate[S, P], object],
            polling: Polling,
            reader: Callable[..., T],
        ) -> None: ...

        def __get__(
            self, instance: object, owner: type | None = None
        ) -> AsyncWaiting[P, T]: ...

else:

    class _WaitMethod:
        def __init__(self, kind, method, polling, reader):
            self.__doc__ = method.__doc__
            self._made = kind, method, polling, reader

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            kind, method, polling, reader = self._made
            client = instance._call.__self__
            begin, ask = partial(method, instance), partial(reader, instance)
            return kind(client, client._settings.retry, begin, polling, ask)

    WaitMethod = partial(_WaitMethod, Waiting)
    AsyncWaitMethod = partial(_WaitMethod, AsyncWaiting)
