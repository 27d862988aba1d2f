"""`AsyncMethod`: a method of the synchronous client, to be awaited on the other one."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")

if TYPE_CHECKING:

    class AsyncMethod(Generic[P, T]):
        """A coroutine function with the arguments, docs and result of *method*.

        *method* does nothing but call ``self._call``, which an asynchronous client
        answers with something to await: so one definition serves both.
        """

        def __init__(self, method: Callable[Concatenate[S, P], T]) -> None: ...

        def __get__(
            self, instance: object, owner: type | None = None
        ) -> Callable[P, Coroutine[object, object, T]]: ...

else:

    def AsyncMethod(method):
        @wraps(method)
        async def call(self, **arguments):
            return await method(self, **arguments)

        return call
