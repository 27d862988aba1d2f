"""`AsyncMethod`: a method of the synchronous client, to be awaited on the other one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, TypeVar, cast

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., object])

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


def like(method: Callable[..., object]) -> Callable[[F], F]:
    """Return a decorator that gives a function the signature and docs of *method*."""
    return cast("Callable[[F], F]", wraps(method))


def awaited(
    method: Callable[..., T], client: object, arguments: Mapping[str, object]
) -> Awaitable[T]:
    """Return what *method*, which has overloads, gives an asynchronous *client*."""
    return cast("Awaitable[T]", method(client, **arguments))
